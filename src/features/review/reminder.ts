/** Says once a day, in one window, that cards are due; only to those who asked for it. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import { runCommand } from '../../hosts/vscode/commands.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import type { Services } from '../../hosts/vscode/services.js';
import { Setting } from '../../hosts/vscode/settings/settings.js';
import { Stored } from '../../hosts/vscode/settings/stored.js';
import { counted } from '../../core/figures.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';

export function dailyReminder(services: Pick<Services, 'reviews' | 'globalState'>): Disposable {
  const store = new DisposableStore();
  const wanted = new Setting('interviewLab.review.dailyReminder');
  const reminded = new Stored(services.globalState, 'review.reminded', v.number(), 0);
  const remind = async (): Promise<void> => {
    const { count = 0 } = services.reviews;
    if (!wanted.value || count === 0 || !vscode.window.state.focused) return;
    const { today } = await services.reviews.book();
    if (reminded.get() >= today) return;
    await reminded.set(today);
    const start = vscode.l10n.t('Start Review');
    const message = counted(
      count,
      vscode.l10n.t('{0} card is due for review.', count),
      vscode.l10n.t('{0} cards are due for review.', count),
    );
    if ((await notifications.info(message, start)) === start)
      await runCommand('interviewLab.startReview');
  };
  store.add(services.reviews.onDidChange(() => void remind()));
  store.add(wanted.onDidChange(() => void remind()));
  store.add(vscode.window.onDidChangeWindowState(() => void remind()));
  return store;
}
