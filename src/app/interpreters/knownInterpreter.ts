import type { Interpreter } from '../../core/python/interpreter.js';
import type { Probe } from './probe.js';

/**
 * The interpreter in use as it is now: it is looked for once, and what was installed into it since, or that it is
 * gone, is noticed whenever it is asked for. That takes a look at the times of some files and no run.
 */
export class KnownInterpreter {
  private known: Promise<Interpreter | undefined> | undefined;

  /**
   * @param find looks for it, wherever that may be.
   * @param changed is told when it is another one, or has other packages, than before.
   */
  constructor(
    private readonly probe: Probe,
    private readonly find: () => Promise<Interpreter | undefined>,
    private readonly changed: () => void,
  ) {}

  async get(): Promise<Interpreter | undefined> {
    const known = (this.known ??= this.find());
    const before = await known;
    const { executable, origin } = before ?? { executable: undefined, origin: '' };
    const answer =
      executable !== undefined && (await this.probe.ask({ command: executable, args: [], origin }));
    // Forgotten meanwhile, or found out by somebody else who asked.
    if (known !== this.known) return this.get();
    if (!before || !answer) return before;
    // One that is busy is still there.
    if (!answer.ok && answer.fault.kind === 'slow') return before;
    // The probe gives the same object while nothing changes.
    if (answer.ok && answer.interpreter.distributions === before.distributions) return before;
    this.known = answer.ok ? Promise.resolve(answer.interpreter) : this.find();
    const now = await this.known;
    // One that is found again although it does not answer is no news.
    if (answer.ok || now?.executable !== executable) this.changed();
    return now;
  }

  forget(): void {
    this.known = undefined;
  }
}
