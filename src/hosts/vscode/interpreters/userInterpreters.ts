/** The interpreter in use: the setting, another extension's selection, the workspace's environment, the machine's. */
import * as vscode from 'vscode';
import type { Interpreter } from '../../../core/python/interpreter.js';
import type { SettingId } from '../contributions.js';
import { DisposableStore } from '../../../app/disposable.js';
import type { Disposable } from '../../../app/disposable.js';
import type { Python } from '../../../app/host.js';
import { mustBeTrusted } from '../../../app/running/gate.js';
import type { Log } from '../../../app/log.js';
import { Setting } from '../settings/settings.js';
import { notifications } from '../ui/notifications.js';
import type { Candidate, Probe, ProbeFault } from '../../../app/interpreters/probe.js';
import type { Machine, Trust } from '../../../app/ports.js';
import type { ForeignSelection } from '../../../app/interpreters/foreignSelection.js';
import { lazily } from '../../../app/lazily.js';
import type { Wishes } from '../../../app/interpreters/interpreterSearch.js';
import { KnownInterpreter } from '../../../app/interpreters/knownInterpreter.js';
import { pythonEnvironmentsExtension } from './pythonEnvironmentsExtension.js';
import { pythonExtension } from './pythonExtension.js';
import type { InterpreterService } from '../../../app/running/pythonServices.js';

/** What comes and goes with an environment in the workspace. */
const environmentFiles =
  '**/{.venv,venv,env,.conda}/{pyvenv.cfg,conda-meta/history,bin/python,python.exe,Scripts/python.exe}';

const settingId = 'interviewLab.pythonPath' satisfies SettingId;

export class UserInterpreters implements InterpreterService, Disposable {
  private readonly store = new DisposableStore();
  private readonly changed = this.store.add(new vscode.EventEmitter<void>());
  private readonly setting = new Setting(settingId);
  private readonly probe: Probe;
  private readonly search = lazily(async () => {
    const { InterpreterSearch } = await import('../../../app/interpreters/interpreterSearch.js');
    return new InterpreterSearch(this.machine, this.probe);
  });
  private readonly foreign: readonly ForeignSelection[];
  private readonly complained = new Set<string>();
  private readonly known: KnownInterpreter;

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly machine: Machine,
    private readonly python: Pick<Python, 'probe' | 'lab'>,
    private readonly trust: Trust,
    private readonly log: Log,
  ) {
    this.probe = python.probe;
    this.known = new KnownInterpreter(
      this.probe,
      () => this.find(),
      () => {
        this.changed.fire();
      },
    );
    this.foreign = [pythonEnvironmentsExtension(), pythonExtension()].map((one) =>
      this.store.add(one),
    );
    const again = (): void => {
      this.lookAgain();
    };
    for (const selection of this.foreign) this.store.add(selection.onDidChange(again));
    this.store.add(this.setting.onDidChange(again));
    this.store.add(vscode.workspace.onDidChangeWorkspaceFolders(again));
    this.store.add(vscode.workspace.onDidGrantWorkspaceTrust(again));
    this.store.add(vscode.extensions.onDidChange(again));
    this.store.add(python.lab.onDidChange(again));
    const watcher = this.store.add(vscode.workspace.createFileSystemWatcher(environmentFiles));
    for (const event of [watcher.onDidCreate, watcher.onDidDelete]) this.store.add(event(again));
  }

  async current(): Promise<Interpreter | undefined> {
    mustBeTrusted(this.trust);
    return this.known.get();
  }

  async all(found?: (interpreter: Interpreter) => void): Promise<readonly Interpreter[]> {
    mustBeTrusted(this.trust);
    const wishes = await this.wishes();
    const search = await this.search();
    const [current, all] = await Promise.all([this.current(), search.all(wishes, found)]);
    if (!current) return all;
    return [
      current,
      ...all.filter(
        ({ executable, prefix }) => executable !== current.executable && prefix !== current.prefix,
      ),
    ];
  }

  async lab(): Promise<Interpreter | undefined> {
    const candidate = this.python.lab.candidate();
    const answer = candidate && (await this.probe.ask(candidate));
    return answer?.ok === true ? answer.interpreter : undefined;
  }

  async select(): Promise<Interpreter | undefined> {
    mustBeTrusted(this.trust);
    const { pickInterpreter } = await import('./interpreterPick.js');
    const chosen = await pickInterpreter({
      interpreters: (found) => this.all(found),
      current: this.current(),
      home: this.machine.home,
      isSet: this.setting.value.trim() !== '',
      ask: async (path) => this.probe.ask(await this.candidate(path)),
    });
    if (chosen === undefined) return undefined;
    const path = chosen === 'automatic' ? '' : chosen.executable;
    await this.setting.update(path);
    this.lookAgain();
    return this.current();
  }

  dispose(): void {
    this.store.dispose();
  }

  private lookAgain(): void {
    this.known.forget();
    this.changed.fire();
  }

  private async find(): Promise<Interpreter | undefined> {
    const search = await this.search();
    const found = await search.first(await this.wishes(), (candidate, fault) => {
      this.log.warn(`Interpreter from ${candidate.origin} refused: ${JSON.stringify(fault)}`);
      if (candidate.origin === settingId) void this.complain(fault);
    });
    this.log.info(
      found
        ? `Python ${found.version} from ${found.origin}: ${found.executable}`
        : 'No Python was found',
    );
    return found;
  }

  private async wishes(): Promise<Wishes> {
    const set = this.setting.value.trim();
    const chosen: Candidate[] = set === '' ? [] : [await this.candidate(set)];
    const lab = this.python.lab.candidate();
    const folders = this.folders();
    for (const selection of this.foreign) {
      const command = await selection.selected(folders[0]);
      if (command !== undefined) chosen.push({ command, args: [], origin: selection.origin });
    }
    return { chosen, folders, lab };
  }

  private async candidate(text: string): Promise<Candidate> {
    const command = (await this.search()).command(text, this.folders()[0]);
    return { command, args: [], origin: settingId };
  }

  private folders(): readonly string[] {
    const folders = vscode.workspace.workspaceFolders ?? [];
    return folders.filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
  }

  /** Once for each reason: the user can act on it, and another interpreter is used meanwhile. */
  private async complain(fault: ProbeFault): Promise<void> {
    const { probeFaultMessage } = await import('../messages/probeFaultMessage.js');
    const reason = probeFaultMessage(fault);
    if (this.complained.has(reason)) return;
    this.complained.add(reason);
    const select = vscode.l10n.t('Select Interpreter');
    const open = vscode.l10n.t('Open Setting');
    const message = vscode.l10n.t('The setting {0} names no Python: {1}', settingId, reason);
    void notifications.warn(message, select, open).then(async (answer) => {
      if (answer === select) await this.select();
      if (answer === open)
        await vscode.commands.executeCommand('workbench.action.openSettings', settingId);
    });
  }
}
