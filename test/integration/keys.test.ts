import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** VS Code's own list of what each key does by default, extensions' included: the file behind its editor of keys. */
const list = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');

describe('the keys', () => {
  it('are under a chord for which VS Code and its own extensions have no use', async () => {
    const text = (await vscode.workspace.openTextDocument(list)).getText();
    const bindings = [...text.matchAll(/"key": "([^"]+)",\s+"command": "([^"]+)"/g)].map(
      ([, key = '', command = '']) => ({ key, command }),
    );
    assert.ok(bindings.length > 500, `${String(bindings.length)} bindings`);
    const chord = bindings.filter(({ key }) => /^(?:ctrl\+)?alt\+q(?: |$)/.test(key));
    assert.ok(chord.length > 10, JSON.stringify(chord));
    assert.deepEqual(
      chord.filter(({ command }) => !command.startsWith('interviewLab.')),
      [],
    );
  });
});
