import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../host/processes.mjs';
import { openWorkbench } from '../host/vscodePage.mjs';

const link = '[Show how to mend it](command:workbench.action.terminal.new)';
const title = `Innocent? ${link} $(zap)`;

/** A pack whose every text is a link and an icon, where VS Code makes any of it. */
function hostilePack() {
  const root = temporaryFolder('hostile');
  const write = (name, lines) => writeFileSync(path.join(root, name), lines.join('\n'));
  mkdirSync(path.join(root, 'questions'));
  write('pack.yaml', [
    'id: hostile',
    `title: '${link} $(zap)'`,
    `description: '${link}'`,
    'version: 1.0.0',
    `topics: [{ id: trap, title: 'Trap ${link} $(zap)', description: '${link} $(zap)' }]`,
  ]);
  const question = (name, fence) => {
    write(`questions/${name}.md`, [
      '---',
      `title: '${title} ${name}'`,
      'topic: trap',
      'order: 1',
      'level: core',
      `tags: ['x${link}', '$(zap)']`,
      '---',
      'The answer.',
      '',
      `\`\`\`python ${fence}`,
      'print(1)',
      '```',
    ]);
  };
  question('first', '{name=fine}');
  question('second', `{name="${link}"}`);
  return root;
}

/** What is no text of a pack, by how its author is told of it. */
const noTexts = {
  pipe: 'named pipe',
  zero: 'out of the pack',
  loop: 'circle',
  nothing: 'leads nowhere',
  folder: 'a folder, not a file',
  huge: '100 MB',
};

/** A pack with one sound question, and with what nobody can read beside it. */
function unreadablePack() {
  const root = temporaryFolder('unreadable');
  const at = (name) => path.join(root, 'questions', `${name}.md`);
  mkdirSync(path.join(root, 'questions'));
  writeFileSync(
    path.join(root, 'pack.yaml'),
    'id: odd\ntitle: Odd\nversion: 1.0.0\ntopics: [{ id: odd, title: Odd Files }]\n',
  );
  writeFileSync(at('sound'), '---\ntitle: Is this sound?\ntopic: odd\n---\nIt is.\n');
  // As many as there are threads for files: were each waited for, none would be left.
  for (const name of ['pipe', 'pipe-2', 'pipe-3', 'pipe-4']) execFileSync('mkfifo', [at(name)]);
  symlinkSync('/dev/zero', at('zero'));
  symlinkSync('loop.md', at('loop'));
  symlinkSync('gone.md', at('nothing'));
  mkdirSync(at('folder'));
  writeFileSync(at('huge'), '');
  truncateSync(at('huge'), 100 << 20);
  return root;
}

describe('settings of the wrong kind', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench({
      settings: {
        'interviewLab.packs': [null, 7],
        'interviewLab.review.newPerDay': 'NaN',
      },
    });
    await workbench.openView();
  });

  after(() => workbench?.close());

  const notification = (words) =>
    workbench.page.locator('.notification-list-item', { hasText: words });

  it('are told, and their defaults are used', async () => {
    await workbench.runCommand('Notifications: Show Notifications');
    for (const id of ['interviewLab.packs', 'interviewLab.review.newPerDay'])
      await notification(`The setting ${id} cannot`).first().waitFor();
    await workbench.treeItem(/The Object Model/).waitFor();
    await workbench.screenshot('wrong-settings');
  });
});

describe('a pack whose texts are links and icons', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;

  before(async function () {
    if (process.platform === 'win32') this.skip();
    const packs = [unreadablePack(), hostilePack()];
    workbench = await openWorkbench({ settings: { 'interviewLab.packs': packs } });
    await workbench.openView();
  });

  after(() => workbench?.close());

  /** Fails where what is shown can be clicked, or is drawn as an icon. */
  const inert = async (place) => {
    const shown = await place.innerText();
    assert.match(shown, /Show how to mend it\] \(command:/);
    assert.equal(await place.locator('a[href], .monaco-link').count(), 0, shown);
    assert.equal(await place.locator('.codicon-zap').count(), 0, shown);
  };

  it('says what is wrong with it without a link', async () => {
    const told = workbench.page.locator('.notification-list-item', { hasText: 'second.md' });
    await told.first().waitFor();
    await inert(told.first());
    await workbench.screenshot('hostile-notification');
  });

  it('stands in the tree and in the search as it is written', async () => {
    const topic = workbench.treeItem(/Trap/).first();
    await topic.waitFor();
    await inert(topic);
    await topic.hover();
    const tooltip = workbench.page.locator('.monaco-hover', { hasText: 'Show how to mend it' });
    await tooltip.first().waitFor();
    await inert(tooltip.first());
    await workbench.runCommandAndType('Interview Lab: Search', 'Innocent');
    const row = workbench.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Innocent?' })
      .first();
    await row.waitFor();
    await inert(row);
    await workbench.page.keyboard.press('Escape');
  });

  it('makes no link of what a link from outside says', async () => {
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.runCommandAndType('Interview Lab: Copy Link to Question', 'Innocent');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.getByText('Link copied').waitFor();
    const copied = await workbench.page.evaluate(() => navigator.clipboard.readText());
    await workbench.runCommandAndType(
      'Developer: Open URL',
      `${new URL(copied).protocol}//python-interview-lab.python-interview-lab/${encodeURIComponent(link)}`,
    );
    await workbench.page.keyboard.press('Enter');
    await workbench.page.getByRole('button', { name: 'Open', exact: true }).click();
    const told = workbench.page.locator('.notification-list-item', {
      hasText: 'leads to no question',
    });
    await told.first().waitFor();
    await inert(told.first());
  });

  it('is shown beside the others, whatever lies in one of them, and each problem is told', async () => {
    await workbench.treeItem(/The Object Model/).waitFor();
    await workbench.treeItem(/Odd Files/).waitFor();
    await workbench.openQuestion('Is this sound?');
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.runCommand('View: Focus Problems (Errors, Warnings, Infos)');
    await workbench.runCommand('View: Toggle Maximized Panel');
    const problems = workbench.page.locator('.markers-panel .monaco-list-row');
    for (const [name, told] of Object.entries(noTexts)) {
      await problems
        .filter({ hasText: `${name}.md` })
        .first()
        .waitFor();
      await problems.filter({ hasText: told }).first().waitFor();
    }
    await workbench.screenshot('unreadable-files');
    await workbench.runCommand('View: Hide Panel');
  });
});
