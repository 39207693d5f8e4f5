import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import { name, publisher } from '../../package.json';

describe('activation', () => {
  const extension = extensions.getExtension(`${publisher}.${name}`);

  it('succeeds', async () => {
    assert.ok(extension, 'the extension is not there');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every command that package.json declares', async () => {
    assert.ok(extension);
    await extension.activate();
    const manifest = extension.packageJSON as {
      contributes: { commands: readonly { command: string }[] };
    };
    const declared = manifest.contributes.commands.map(({ command }) => command);
    const registered = new Set(await commands.getCommands(true));
    assert.ok(declared.length > 0);
    assert.deepEqual(
      declared.filter((command) => !registered.has(command)),
      [],
    );
  });
});
