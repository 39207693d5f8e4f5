import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { leadsInto } from '../../../src/app/leadsInto.js';
import type { Paths } from '../../../src/app/ports.js';
import { diskPaths } from '../../../src/hosts/node/files/diskPaths.js';

describe('A path that leads into a folder', () => {
  let root: string;
  let workspace: string;
  let elsewhere: string;

  before(function () {
    if (process.platform === 'win32') this.skip();
    root = realpathSync(mkdtempSync(join(tmpdir(), 'lab-leads-')));
    workspace = join(root, 'workspace');
    elsewhere = join(root, 'elsewhere');
    mkdirSync(join(workspace, 'bin'), { recursive: true });
    mkdirSync(join(elsewhere, 'bin'), { recursive: true });
    mkdirSync(join(root, 'workspace-2'));
    writeFileSync(join(workspace, 'bin', 'python'), '');
    writeFileSync(join(elsewhere, 'bin', 'python'), '');
  });
  after(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const leads = (path: string, folders = [workspace]): Promise<boolean> =>
    leadsInto(folders, path, diskPaths);
  const link = (name: string, target: string, folder = elsewhere): string => {
    const path = join(folder, name);
    symlinkSync(target, path);
    return path;
  };

  it('is one that lies in it, whether it is there yet or not', async () => {
    for (const path of [
      'bin/python',
      'bin',
      '',
      'not/there/yet',
      './bin//python',
      'bin/../bin/python',
    ])
      assert.equal(await leads(`${workspace}/${path}`), true, path);
    assert.equal(await leads(`${elsewhere}/../workspace/bin/python`), true);
    assert.equal(await leads(`${elsewhere}/not-there/../../workspace/bin/python`), true);
  });

  it('is not one that lies beside it', async () => {
    for (const path of [
      `${elsewhere}/bin/python`,
      `${root}/workspace-2`,
      root,
      '/',
      `${workspace}/../elsewhere`,
    ])
      assert.equal(await leads(path), false, path);
    assert.equal(await leads(join(workspace, 'bin'), []), false);
  });

  it('is a link into it, to a file, to a folder, by way of other links or relative', async () => {
    const file = link('file', join(workspace, 'bin', 'python'));
    const folder = link('folder', workspace);
    const paths = [
      file,
      folder,
      join(folder, 'bin', 'python'),
      `${folder}/bin/../not/there`,
      link('chain', file),
      link('relative', join(relative(elsewhere, workspace), 'bin', 'python')),
      link('roundabout', `${folder}/bin/../bin`),
      link('dangling', join(workspace, 'later')),
    ];
    for (const path of paths) assert.equal(await leads(path), true, path);
  });

  it('is one that a link in it decides, wherever that leads today', async () => {
    const inside = link('out', join(elsewhere, 'bin', 'python'), workspace);
    link('away', elsewhere, workspace);
    assert.equal(await leads(inside), true);
    assert.equal(await leads(link('through', inside)), true);
    assert.equal(await leads(`${link('over', workspace)}/away/bin/python`), true);
    assert.equal(await leads(`${workspace}/away/../elsewhere/bin/python`), true);
  });

  it('is told where the folder itself was opened by a link', async () => {
    const opened = link('opened', workspace);
    assert.equal(await leads(join(workspace, 'bin', 'python'), [opened]), true);
    assert.equal(await leads(join(opened, 'bin', 'python'), [opened]), true);
    assert.equal(await leads(join(elsewhere, 'bin', 'python'), [opened]), false);
  });

  it('follows `..` as the system does: after the links before it', async () => {
    const deep = link('deep', join(workspace, 'bin'));
    assert.equal(await leads(`${deep}/../bin/python`), true);
  });

  it('is a circle of links as well: what cannot be told is not run', async () => {
    const first = link('first', join(elsewhere, 'second'));
    link('second', first);
    assert.equal(await leads(first), true);
  });

  it('is the same place in another spelling, where the disk says so', async () => {
    const folded: Paths = {
      ...diskPaths,
      linkTarget: () => Promise.resolve(undefined),
      identity: (path) => Promise.resolve(path.normalize('NFC').toLowerCase()),
    };
    assert.equal(
      await leadsInto(['/Users/ada/Café'], '/users/ADA/Cafe\u0301/.venv/bin/python', folded),
      true,
    );
    assert.equal(await leadsInto(['/Users/ada/Café'], '/users/ada/cafe/bin/python', folded), false);
  });

  it('reads paths as Windows has them', async () => {
    const windows: Paths = {
      isWindows: true,
      linkTarget: (path) => Promise.resolve(path === 'D:\\link' ? 'C:\\work' : undefined),
      identity: (path) =>
        Promise.resolve(
          path
            .toLowerCase()
            .replace(/^\\\\\?\\/, '')
            .replace('work~1', 'work folder')
            .replace(/\\$/, ''),
        ),
    };
    const into = (path: string): Promise<boolean> =>
      leadsInto(['C:\\Work Folder', 'C:\\work'], path, windows);
    for (const path of [
      'c:/work folder/x',
      'C:\\WORK~1\\x',
      '\\\\?\\C:\\work folder\\x',
      'D:\\link\\x',
      'C:\\y\\..\\Work Folder',
    ])
      assert.equal(await into(path), true, path);
    for (const path of ['C:\\work folders\\x', 'D:\\work', '\\\\server\\share\\work'])
      assert.equal(await into(path), false, path);
  });

  it('knows shares and devices of Windows by each of their names, where the disk says nothing', async () => {
    const silent: Paths = {
      isWindows: true,
      linkTarget: () => Promise.resolve(undefined),
      identity: () => Promise.resolve(undefined),
    };
    const opened = ['\\\\server\\share\\work', 'C:\\work'];
    for (const path of [
      '\\\\server\\share\\work\\.venv\\python.exe',
      '//server/share/work/x',
      '\\\\?\\UNC\\server\\share\\work\\x',
      '\\\\.\\unc\\server\\share\\work',
      '\\\\server\\share\\other\\..\\work\\x',
      '\\\\?\\C:\\work\\x',
      '\\\\.\\C:\\work',
      '//?/C:/work/x',
    ])
      assert.equal(await leadsInto(opened, path, silent), true, path);
    for (const path of ['\\\\server\\other\\work', '\\\\?\\UNC\\server\\share', '\\\\?\\D:\\work'])
      assert.equal(await leadsInto(opened, path, silent), false, path);
  });

  it('is what is written as an address, too: it is taken as relative to the folder', async () => {
    for (const address of ['file:///etc', 'file://server/share', 'vscode-remote://a/b'])
      assert.equal(await leads(join(workspace, address)), true, address);
  });
});
