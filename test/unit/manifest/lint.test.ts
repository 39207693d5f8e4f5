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
    'new vscode.CodeLens(range, { title: text, command });',
    'new vscode.CompletionItem(text);',
    'const ui = vscode.window;',
    'const code = vscode;',
    'use(vscode);',
    'const { ...rest } = vscode;',
    'const { languages } = vscode;',
    'import * as code from "vscode";',
    'export * from "vscode";',
    'export { window } from "vscode";',
    'export const code = import("vscode");',
    'Reflect.get(vscode.window, "showErrorMessage");',
    'Reflect.set(item, "tooltip", text);',
    'vscode.tests["createTestController"]("a", text);',
    'vscode.window.registerTerminalLinkProvider(links);',
    'Object.assign(item, { tooltip: text });',
    'Object.assign(view, { tooltip: "a", message: `${text}` });',
    'Object.defineProperty(item, "tooltip", { value: text });',
    'item["tooltip"] = text;',
    'item.tooltip ??= text;',
    'item.documentation = text;',
    'editor.setDecorations(type, [{ range, hoverMessage: text }]);',
    'item.tooltip = text;',
    'vscode.window.createStatusBarItem("a");',
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
    'export const a = new RegExp(text);',
    'export const a = RegExp(`${text}b`);',
    'export const a = globalThis.RegExp(text);',
    'export const a = text.match(`${other}*`);',
    'export const a = text.matchAll(other + "*");',
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
Object.assign(item, { tooltip: plainText(text), count: 1 });
export const matched = text.match(/a/);
const { CompletionItemKind } = vscode;
export const a = /^[a-z]+$/;
`;
    assert.deepEqual(found(code), []);
  });
});
