import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Resolves when a tab whose label matches is there. */
async function tab(label: RegExp): Promise<vscode.Tab> {
  const find = (): vscode.Tab | undefined =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .find((each) => label.test(each.label));
  const there = find();
  if (there) return there;
  return new Promise((resolve) => {
    const subscription = vscode.window.tabGroups.onDidChangeTabs(() => {
      const found = find();
      if (!found) return;
      subscription.dispose();
      resolve(found);
    });
  });
}

describe('commands with arguments', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('open a question in an editor, and the next one in the same preview tab', async () => {
    await vscode.commands.executeCommand('interviewLab.openQuestion', 'new-and-init');
    const first = await tab(/__new__/);
    assert.ok(first.input instanceof vscode.TabInputCustom);
    assert.equal(
      first.input.uri.toString(),
      'vscode-userdata:/interviewlab/expert-python/new-and-init',
    );
    await vscode.commands.executeCommand('interviewLab.openQuestion', 'gil');
    await tab(/GIL/);
    const editors = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter((each) => each.input instanceof vscode.TabInputCustom);
    assert.equal(editors.length, 1);
  });

  it('open a question by its public address', async () => {
    await vscode.commands.executeCommand(
      'vscode.open',
      vscode.Uri.parse('interviewlab:/expert-python/gil'),
    );
    assert.ok((await tab(/GIL/)).input instanceof vscode.TabInputCustom);
  });

  it('open a question of a pack that another extension contributes', async () => {
    await vscode.commands.executeCommand('interviewLab.openQuestion', 'contributed/names');
    assert.ok((await tab(/What is a name bound to/)).input instanceof vscode.TabInputCustom);
  });

  it('open a question to the side in an editor of its own', async () => {
    await vscode.commands.executeCommand('interviewLab.openQuestion', 'new-and-init');
    await tab(/__new__/);
    await vscode.commands.executeCommand('interviewLab.openQuestionToSide', 'gil');
    const beside = await tab(/GIL/);
    assert.notEqual(beside.group.viewColumn, (await tab(/__new__/)).group.viewColumn);
  });

  it('open a snippet as a real file that shadows no standard module', async () => {
    await vscode.commands.executeCommand(
      'interviewLab.openSnippet',
      'new-and-init',
      'construction-trace',
    );
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'python');
    assert.equal(document.uri.scheme, 'file');
    assert.match(
      document.uri.path,
      /\/scratch\/new-and-init\/construction-trace\/construction_trace\.py$/,
    );
    assert.match(document.getText(), /^class Traced/);
  });

  it('start a quiz', async () => {
    await vscode.commands.executeCommand('interviewLab.startQuiz', 'knowledge-check');
    assert.ok((await tab(/Knowledge check/)).input instanceof vscode.TabInputWebview);
  });
});
