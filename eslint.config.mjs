import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * The one table of layers (see CONTRIBUTING.md): what each folder of `src` must not import.
 * Paths are matched against the import specifier as it is written.
 */
const forbiddenImports = {
  'src/core': [
    'vscode',
    'node:*',
    '**/protocol/**',
    '**/platform/**',
    '**/features/**',
    '**/webview/**',
  ],
  'src/protocol': ['vscode', 'node:*', '**/platform/**', '**/features/**', '**/webview/**'],
  'src/platform': ['**/features/**', '**/src/webview/**'],
  'src/webview': ['vscode', 'node:*', '**/platform/**', '**/features/**'],
};

/** A feature is one folder: `../<name>` would be another feature, `../../<layer>` is below it. */
const siblingFeature = {
  files: ['src/features/**/*.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ regex: '^\\.\\./[a-z]', message: 'Features never import one another.' }] },
    ],
  },
};

const layers = Object.entries(forbiddenImports).map(([folder, patterns]) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ group: patterns, message: `${folder} may not import this layer.` }] },
    ],
  },
}));

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
        project: ['./tsconfig.json', './src/webview/tsconfig.json'],
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
    files: ['test/**/*.{ts,mts}'],
    rules: { 'no-console': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: { ...globals.node, ...globals.browser, ...globals.mocha } },
  },
  ...layers,
  siblingFeature,
);
