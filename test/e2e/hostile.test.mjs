import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
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

  before(async () => {
    workbench = await openWorkbench({ settings: { 'interviewLab.packs': [hostilePack()] } });
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
});
