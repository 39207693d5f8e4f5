import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';

const files = {
  'pack.yaml': 'id: team\ntitle: Team\ntopics:\n  - { id: basics, title: Basics }\n',
  'questions/gil.md':
    '---\ntitle: What is the GIL?\ntopic: basics\n---\nA lock.\n\n## How it works\n',
  'questions/names.md':
    '---\ntitle: What is a name?\ntopic: basics\nrelated: [gil]\n---\nSee [it](question:gil).\n',
  'quizzes/first.yaml':
    'title: First\nitems:\n  - { id: a, question: gil, kind: text, prompt: What?, accept: [lock] }\n',
};

/** Resolves with the problems of a file once there are that many. */
function problems(uri: vscode.Uri, count: number): Promise<readonly vscode.Diagnostic[]> {
  const found = (): vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Python Interview Lab');
  if (found().length === count) return Promise.resolve(found());
  return new Promise((resolve) => {
    const subscription = vscode.languages.onDidChangeDiagnostics(() => {
      if (found().length !== count) return;
      subscription.dispose();
      resolve(found());
    });
  });
}

describe('a pack that is written in the editor', () => {
  const setting = (): vscode.WorkspaceConfiguration =>
    vscode.workspace.getConfiguration('interviewLab');
  let root = '';
  let names: vscode.TextDocument;
  const uriOf = (file: string): vscode.Uri => vscode.Uri.file(join(root, file));

  /** Types a line at the end of the question, and resolves with the place behind it. */
  async function type(line: string): Promise<vscode.Position> {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(names.uri, new vscode.Position(names.lineCount, 0), `\n${line}`);
    assert.ok(await vscode.workspace.applyEdit(edit));
    return names.lineAt(names.lineCount - 1).range.end;
  }

  const saved = (file: string): Promise<void> =>
    new Promise((resolve) => {
      const listening = vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (uri.fsPath !== join(root, file)) return;
        listening.dispose();
        resolve();
      });
    });

  before(async () => {
    root = join(mkdtempSync(join(tmpdir(), 'authoring-')), 'team');
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    // A problem tells that the pack was read.
    writeFileSync(join(root, 'questions/odd.md'), '---\ntitle: Odd\ntopic: basic\n---\nText.\n');
    await setting().update('packs', [root], vscode.ConfigurationTarget.Global);
    const [problem] = await problems(uriOf('questions/odd.md'), 1);
    assert.match(problem?.message ?? '', /did you mean “basics”/);
    names = await vscode.workspace.openTextDocument(uriOf('questions/names.md'));
    await vscode.window.showTextDocument(names);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await setting().update('packs', undefined, vscode.ConfigurationTarget.Global);
    rmSync(dirname(root), { recursive: true, force: true });
  });

  it('proposes ids as they are typed, and shows what a link leads to', async () => {
    const at = await type('See [this](question:');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      names.uri,
      at,
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('gil') && labels.includes('names'), labels.slice(0, 9).join());
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      names.uri,
      new vscode.Position(3, 12),
    );
    const shown = (hover?.contents ?? []).map((each) =>
      typeof each === 'string' ? each : (each as vscode.MarkdownString).value,
    );
    assert.match(shown.join(), /What.*is.*the.*GIL/);
  });

  it('tells of a problem before it is saved, with its remedy', async () => {
    const end = await type('and [that](question:nmes).');
    const [problem] = await problems(names.uri, 1);
    assert.ok(problem);
    assert.equal(names.getText(problem.range), 'question:nmes');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      names.uri,
      problem.range,
    );
    const fix = actions.find(({ title }) => title === 'Change to “names”');
    assert.ok(fix?.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await problems(names.uri, 0);
    assert.equal(names.lineAt(end.line).text, 'and [that](question:names).');
  });

  it('renames a question everywhere, and keeps its old id as an alias', async () => {
    const link = new vscode.Position(5, names.lineAt(5).text.indexOf('gil'));
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      names.uri,
      link,
      'global-lock',
    );
    const others = Promise.all(['pack.yaml', 'quizzes/first.yaml'].map(saved));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await others;
    // It was typed in, so that it is the author's own to save.
    await names.save();
    const text = (file: string): string => readFileSync(join(root, file), 'utf8');
    assert.ok(existsSync(join(root, 'questions/global-lock.md')));
    assert.ok(!existsSync(join(root, 'questions/gil.md')));
    assert.match(text('questions/names.md'), /related: \[global-lock\]/);
    assert.match(text('questions/names.md'), /\(question:global-lock\)/);
    assert.match(text('quizzes/first.yaml'), /question: global-lock/);
    assert.match(text('pack.yaml'), /aliases:\n {2}questions:\n {4}gil: global-lock\n$/);
    for (const file of ['pack.yaml', 'questions/names.md', 'quizzes/first.yaml'])
      await problems(uriOf(file), 0);
  });
});
