/** The rules that keep text of others from being interpreted, and work from growing faster than its input, do find it. */
import assert from 'node:assert/strict';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import config from '../../../eslint.config.mjs';

/** What has no need of types, for a file of a feature. */
const rules = Object.assign(
  {},
  ...config
    .filter(
      ({ files, ignores }) => files?.includes('src/**/*.ts') || ignores?.includes('src/webview/**'),
    )
    .map((each) => each.rules),
) as Linter.RulesRecord;
const plugins = Object.assign({}, ...config.map((each) => each.plugins)) as NonNullable<
  Linter.Config['plugins']
>;

function found(code: string): readonly (string | null)[] {
  const parser = tseslint.parser as Linter.Parser;
  const name = 'src/features/planted.ts';
  return new Linter()
    .verify(code, [{ files: ['**/*.ts'], languageOptions: { parser }, plugins, rules }], name)
    .map(({ ruleId }) => ruleId);
}

describe('The linter', () => {
  for (const code of [
    'vscode.window.showErrorMessage(text);',
    'vscode.window["showErrorMessage"](text);',
    'vscode.window[name](text);',
    'const { window } = vscode;',
    'const { MarkdownString: Text } = vscode;',
    'const { showInformationMessage: tell } = vscode.window;',
    'import { window } from "vscode";',
    'import { MarkdownString as Text } from "vscode";',
    'new vscode.MarkdownString(text);',
    'const Text = vscode.MarkdownString;',
    'new vscode.TreeItem(text);',
    'new vscode.Hover(text);',
    'item.tooltip = text;',
    'statusBarItem.text = text;',
    'view.message = `${text}`;',
    'new vscode.Diagnostic(range, text);',
    'new vscode.TestMessage(text);',
    'controller.createTestItem("a", text);',
    'vscode.window.createWebviewPanel("a", text, 1);',
    'texts.map(plainText);',
    'vscode.window.createTerminal(text);',
    'vscode.l10n.t(text);',
    'text.replace(/a/, other);',
    'export const a = /(a+)+b/;',
    'export const a = /a*a*b/;',
    'export const a = /\\s+$/;',
    'export const a = new RegExp("(a|a)*b");',
  ])
    it(`finds ${code}`, () => {
      assert.notDeepEqual(found(code), []);
    });

  it('takes what is written as it should be', () => {
    const code = `import * as vscode from 'vscode';
import type { Uri } from 'vscode';
item.tooltip = plainText(text);
item.label = vscode.l10n.t('Open');
texts.map((each) => plainText(each));
export const first = (uri: Uri) => vscode.workspace.workspaceFolders?.[0] ?? uri;
export const hover = new vscode.Hover(hoverText(part));
const { CompletionItemKind } = vscode;
export const a = /^[a-z]+$/;
`;
    assert.deepEqual(found(code), []);
  });
});
