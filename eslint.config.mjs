import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Each of these starts a process; the files that may say so ask for trust first. */
const starters = {
  files: ['src/**/*.ts'],
  ignores: ['src/hosts/node/processes/processes.ts', 'src/hosts/vscode/editorLaunches.ts'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        paths: ['child_process', 'node:child_process', 'cluster', 'node:cluster'],
      },
    ],
    'no-restricted-properties': [
      'error',
      ...[
        'executeTask',
        'registerTaskProvider',
        'startDebugging',
        'createTerminal',
        'sendText',
        'ProcessExecution',
        'ShellExecution',
        'CustomExecution',
      ].map((property) => ({
        property,
        message: 'VS Code starts programs for us in src/hosts/vscode/editorLaunches.ts only.',
      })),
    ],
  },
};

/** `$&` in a text of others, such as the name of a folder, would stand for what is replaced. */
const literalReplacements = {
  selector:
    'CallExpression[callee.property.name=/^replace(All)?$/][callee.object.name!="edit"]:not([arguments.1.type=/^(Literal|ArrowFunctionExpression)$/])',
  message: 'Give a function: a text of others may hold `$`, which means something here.',
};

/** `eslint-plugin-regexp` sees what is written out, and no expression that is put together; to make one only tells whether it is one. */
const writtenExpressions = [
  ':matches(NewExpression, CallExpression):matches([callee.name="RegExp"], [callee.property.name="RegExp"]):not([arguments.0.type="Literal"]):not(ExpressionStatement > *)',
  'CallExpression[callee.property.name=/^(match|matchAll)$/]:matches([arguments.0.type="TemplateLiteral"], [arguments.0.type="BinaryExpression"], [arguments.0.type="CallExpression"])',
].map((selector) => ({
  selector,
  message: 'Write the expression out: of one that is put together nobody knows how long it takes.',
}));

/** Sentences that `npm run l10n` finds. */
const words = {
  selector:
    'CallExpression[callee.property.name="t"]:matches([callee.object.name="l10n"], [callee.object.property.name="l10n"]):not([arguments.0.type=/^(Literal|ObjectExpression)$/])',
  message: 'Only what is written out is found for the translators.',
};

/** A page knows its language before all else; elsewhere it is known when the extension begins. */
const wordsInTime = {
  selector:
    'CallExpression[callee.property.name="t"][callee.object.name="l10n"]:not(:function CallExpression, PropertyDefinition CallExpression)',
  message: 'This would be said before the language is known: make it a function.',
};

/** Properties of VS Code's objects that it draws. */
const drawn =
  '/^(tooltip|label|description|detail|documentation|message|title|prompt|placeholder|validationMessage|source)$/';
/** What is neither written out nor made plain. */
const notPlain = (side) =>
  `[${side}.type!="Literal"]:not([${side}.callee.name=/^plain(Text|Lines)$/]):not([${side}.callee.property.name="t"][${side}.arguments.length=1])`;

/**
 * VS Code makes links and icons of the text that it is given: text of others reaches it through the doors in
 * `src/hosts/vscode/ui`, or as plain text.
 */
const doors = {
  files: ['src/**/*.ts'],
  ignores: ['src/hosts/vscode/ui/**', 'src/webview/**'],
  rules: {
    'no-restricted-syntax': [
      'error',
      literalReplacements,
      ...writtenExpressions,
      words,
      wordsInTime,
      ...Object.entries({
        'show(Information|Warning|Error)Message|setStatusBarMessage|withProgress':
          'src/hosts/vscode/ui/notifications.ts',
        '(show|create)(QuickPick|InputBox|WorkspaceFolderPick)': 'src/hosts/vscode/ui/picks.ts',
      }).map(([names, door]) => ({
        selector: `MemberExpression[property.name=/^(${names})$/]`,
        message: `Text of others would be interpreted: ${door} is the door.`,
      })),
      ...[
        'ImportDeclaration[source.value="vscode"][importKind!="type"] > ImportSpecifier[importKind!="type"]',
        'ImportDeclaration[source.value="vscode"] > ImportNamespaceSpecifier[local.name!="vscode"]',
        'ImportExpression[source.value="vscode"]',
        ':matches(ExportAllDeclaration, ExportNamedDeclaration)[source.value="vscode"]',
        'VariableDeclarator[init.name="vscode"] > ObjectPattern > Property[key.name=/^(window|languages|tests|tasks|comments|l10n|MarkdownString|Hover|InlayHint|TreeItem|CodeLens|CompletionItem|Diagnostic|Task|TestMessage)$/]',
        'VariableDeclarator[init.name="vscode"] > ObjectPattern > RestElement',
        'Identifier[name="vscode"]:not(MemberExpression > .object):not(TSQualifiedName > .left):not(ImportNamespaceSpecifier > .local):not(VariableDeclarator[id.type="ObjectPattern"] > .init)',
        'MemberExpression[object.name="vscode"][property.name=/^(window|languages|tests|tasks|comments)$/]:not(MemberExpression > .object)',
        'MemberExpression[computed=true]:matches([object.name="vscode"], [object.object.name="vscode"][object.property.name=/^(window|languages|tests|tasks|comments)$/])',
      ].map((selector) => ({
        selector,
        message:
          'Write `vscode.…` out: under another name the rules on what VS Code draws miss it.',
      })),
      {
        selector: 'CallExpression[arguments.0.name=/^plain(Text|Lines)$/]',
        message:
          'What calls it back may give it more than a text, which it would take for a limit.',
      },
      {
        selector: 'ImportExpression[source.value=/child_process|cluster/]',
        message: 'Processes start in src/hosts/node/processes/processes.ts only.',
      },
      ...Object.entries({
        TreeItem: 'treeRow',
        Hover: 'hover',
        CompletionItem: 'completionItem',
        CodeLens: 'codeLens',
      }).map(([name, door]) => ({
        selector: `NewExpression[callee.property.name="${name}"]`,
        message: `Text of others would be interpreted: src/hosts/vscode/ui/${door}.ts is the door.`,
      })),
      {
        selector: 'MemberExpression[property.name="createStatusBarItem"]',
        message:
          'Text of others would be interpreted: src/hosts/vscode/ui/statusBarItem.ts is the door.',
      },
      {
        selector:
          'MemberExpression[property.name=/^(MarkdownString|InlayHint|InlayHintLabelPart|TerminalLink|registerTerminalLinkProvider|SignatureInformation|ParameterInformation|createLanguageStatusItem|createCommentController|createInputBox)$/]',
        message: 'VS Code would follow what is in it: show plain text.',
      },
      {
        selector: 'Property[key.name=/^(hoverMessage|contentText)$/]',
        message: 'VS Code would follow what is in it: show plain text.',
      },
      {
        selector:
          'NewExpression[callee.property.name="TestMessage"]:not([arguments.0.callee.name="plainText"]):not([arguments.0.name="words"])',
        message: 'The message of a test is given through plainText.',
      },
      {
        selector:
          'CallExpression[callee.property.name="createTestItem"]:not([arguments.1.callee.name="plainText"])',
        message: 'The label of a test is given through plainText: VS Code makes icons of it.',
      },
      ...[
        `AssignmentExpression[left.object.type!="ThisExpression"][left.property.name=${drawn}]${notPlain('right')}`,
        `AssignmentExpression[left.object.type!="ThisExpression"][left.property.value=${drawn}]${notPlain('right')}`,
        `CallExpression[callee.object.name="Object"][callee.property.name="assign"] > ObjectExpression > Property[key.name=${drawn}]${notPlain('value')}`,
        'CallExpression[callee.object.name="Object"][callee.property.name=/^(definePropert(y|ies)|fromEntries)$/][arguments.0.name=/(item|view|bar)$/i]',
      ].map((selector) => ({
        selector,
        message: 'What VS Code draws is given through plainText.',
      })),
      {
        selector:
          'NewExpression[callee.property.name="Diagnostic"]:not([arguments.1.callee.name="plainText"])',
        message: 'The message of a problem is given through plainText.',
      },
      {
        selector:
          'NewExpression[callee.property.name="Task"]:not([arguments.2.callee.name="plainText"])',
        message: 'The name of a task is given through plainText: it becomes that of a terminal.',
      },
      {
        selector:
          'CallExpression[callee.property.name="createWebviewPanel"]:not([arguments.1.callee.name="plainText"])',
        message: 'The title of a panel is given through plainText.',
      },
    ],
  },
};

/** What only Node has is had through a port of `src/app`; its modules are refused by `.dependency-cruiser.mjs`. */
const anyWorld = {
  files: ['src/**/*.ts'],
  ignores: ['src/hosts/node/**', 'src/main.node.ts', 'src/main.lab.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      ...['Buffer', 'clearImmediate', 'global', 'process', 'require', 'setImmediate', 'Reflect'],
    ],
  },
};

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'dist-test/**',
      'test-results/**',
      'content/**',
      '**/node_modules/**',
      '.vscode-test/**',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,mts}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.json',
          './src/webview/tsconfig.json',
          './test/unit/pages/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    // What outsiders write is matched in time that grows in step with it.
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    files: ['test/**/*.{ts,mts}'],
    rules: { 'no-console': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: { ...globals.node, ...globals.browser, ...globals.mocha } },
  },
  {
    files: ['src/hosts/vscode/ui/**', 'src/webview/**'],
    rules: { 'no-restricted-syntax': ['error', literalReplacements, ...writtenExpressions, words] },
  },
  doors,
  starters,
  anyWorld,
);
