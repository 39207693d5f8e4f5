/** The quiet room: no inline suggestions while the learner practices, in this window and by nobody's setting but ours. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import { RenewedSnooze, snoozeMinutes } from '../../app/quietRoom/renewedSnooze.js';
import { Setting } from '../../hosts/vscode/settings/settings.js';
import { Stored } from '../../hosts/vscode/settings/stored.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { StatusBarItem } from '../../hosts/vscode/ui/statusBarItem.js';
import { practiceInFront } from './practiceInFront.js';
import type { QuietServices } from './practiceInFront.js';

/** VS Code's own, which not every editor built on it has. */
const snoozeCommand = 'editor.action.inlineSuggest.snooze';
/** The user's own switch: read, never written. */
const usersSwitch = 'editor.inlineSuggest.enabled';

export class QuietRoom extends DisposableStore {
  private readonly setting = new Setting('interviewLab.quietRoom');
  private readonly offered: Stored<boolean>;
  private readonly snoozes: RenewedSnooze;
  private readonly item: StatusBarItem;

  constructor(private readonly services: QuietServices) {
    super();
    this.offered = new Stored(services.globalState, 'quietRoom.offered', v.boolean(), false);
    this.snoozes = this.add(
      new RenewedSnooze(() => {
        vscode.commands
          .executeCommand(snoozeCommand, snoozeMinutes)
          .then(undefined, (error: unknown) => {
            services.log.warn('Inline suggestions could not be snoozed', error);
          });
      }),
    );
    this.item = this.add(
      new StatusBarItem(
        'interviewLab.quietRoom',
        vscode.l10n.t('Quiet Room of the Interview Lab'),
        'interviewLab.toggleQuietRoom',
      ),
    );
    const follow = (): void => {
      this.follow().catch((error: unknown) => {
        services.log.error('The quiet room failed', error);
      });
    };
    this.add(vscode.window.onDidChangeActiveTextEditor(follow));
    this.add(vscode.window.onDidChangeWindowState(follow));
    this.add(this.setting.onDidChange(follow));
    follow();
  }

  private async follow(): Promise<void> {
    const practice = practiceInFront(this.services);
    if (practice === undefined) {
      this.snoozes.dispose();
      this.item.hide();
      return;
    }
    const canSnooze = await hasSnooze();
    if (practiceInFront(this.services) !== practice || this.isDisposed) return;
    if (this.setting.value && canSnooze) this.snoozes.keep();
    else this.snoozes.dispose();
    this.show(canSnooze);
    if (practice !== 'scratch') await this.offer(canSnooze);
  }

  private show(canSnooze: boolean): void {
    const isQuiet = this.setting.value && canSnooze;
    const spoken = isQuiet
      ? vscode.l10n.t('Quiet room: inline suggestions are off')
      : vscode.l10n.t('Inline suggestions are on');
    this.item.show({
      icon: isQuiet ? 'mute' : 'sparkle',
      text: isQuiet ? vscode.l10n.t('Quiet') : vscode.l10n.t('Suggestions'),
      tooltip: canSnooze ? `${spoken}. ${limits()}` : withoutSnooze(),
      spoken,
    });
  }

  /** Once, and to nobody who has decided or has no suggestions anyway. */
  private async offer(canSnooze: boolean): Promise<void> {
    const configuration = vscode.workspace.getConfiguration();
    const isDecided =
      configuration.inspect('interviewLab.quietRoom')?.globalValue !== undefined ||
      configuration.get(usersSwitch) === false;
    if (this.offered.get() || isDecided) return;
    await this.offered.set(true);
    if (!canSnooze) {
      await tellOfSwitch();
      return;
    }
    const yes = vscode.l10n.t('Turn Off While I Practice');
    const no = vscode.l10n.t('Leave On');
    const question = vscode.l10n.t('Shall inline suggestions be off while you practice?');
    const answer = await notifications.info(`${question} ${limits()}`, yes, no);
    if (answer !== undefined) await this.setting.update(answer === yes);
  }

  async toggle(): Promise<void> {
    if (!(await hasSnooze())) {
      await tellOfSwitch();
      return;
    }
    const isQuiet = !this.setting.value;
    await this.setting.update(isQuiet);
    notifications.status(
      isQuiet
        ? vscode.l10n.t('Inline suggestions are off while you practice.')
        : vscode.l10n.t('Inline suggestions are back within a minute.'),
    );
  }
}

async function hasSnooze(): Promise<boolean> {
  return (await vscode.commands.getCommands(true)).includes(snoozeCommand);
}

function limits(): string {
  return vscode.l10n.t(
    'While a scratch file, an answer or an exercise has the focus, they are off in this whole window, and up to a minute longer. A longer snooze of your own ends with it.',
  );
}

function withoutSnooze(): string {
  return vscode.l10n.t(
    'This editor cannot turn inline suggestions off for a while. Your own switch for them is the setting {0}.',
    usersSwitch,
  );
}

async function tellOfSwitch(): Promise<void> {
  const open = vscode.l10n.t('Open Setting');
  if ((await notifications.info(withoutSnooze(), open)) === open)
    await vscode.commands.executeCommand('workbench.action.openSettings', usersSwitch);
}
