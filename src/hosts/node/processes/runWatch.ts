/** Looks after a run while it lasts, where the system shows processes as files: who belongs to it, and does it wait? */
import { readdir, readFile } from 'node:fs/promises';
import { inputOf, tellsWaiting, waitsFor } from './inputWait.js';
import { statFields } from './processTable.js';
import type { KnownMembers } from './processTable.js';

/** Milliseconds between two looks; longer where a look takes long. */
const pause = 20;

export class RunWatch {
  private readonly members = new Map<number, string>();
  private input: string | undefined;
  private waiting = false;
  private timer: NodeJS.Timeout | undefined;
  private over = false;

  /** @param onWaiting hears whenever the program begins to wait for input and whenever it goes on. */
  constructor(
    private readonly first: number,
    private readonly onWaiting: (isWaiting: boolean) => void,
  ) {
    if (tellsWaiting) void this.look();
    else onWaiting(true);
  }

  /** A process that leaves its group, its parent and its environment was seen before it did, unless it was very fast. */
  get known(): KnownMembers {
    return this.members;
  }

  dispose(): void {
    this.over = true;
    clearTimeout(this.timer);
  }

  /** Looks who belongs to it now: what is ended afterwards can no longer hide whose child it was. */
  async refresh(): Promise<void> {
    await this.add(this.first);
    for (const pid of this.members.keys()) {
      const children = await childrenOf(pid);
      if (children) await Promise.all(children.map((child) => this.add(child)));
      else this.members.delete(pid);
    }
  }

  private async look(): Promise<void> {
    const began = performance.now();
    await this.refresh();
    this.input ??= await inputOf(this.first);
    await this.lookForWaiting(this.input);
    const took = performance.now() - began;
    if (!this.over) this.timer = setTimeout(() => void this.look(), Math.max(pause, 5 * took));
  }

  private async add(pid: number): Promise<void> {
    if (this.members.has(pid)) return;
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => undefined);
    if (stat !== undefined) this.members.set(pid, statFields(stat).start);
  }

  private async lookForWaiting(input: string | undefined): Promise<void> {
    let found = false;
    if (input !== undefined)
      for (const pid of this.members.keys()) found ||= await waitsFor(pid, input);
    if (found === this.waiting || this.over) return;
    this.waiting = found;
    this.onWaiting(found);
  }
}

/** Undefined when it is gone. */
async function childrenOf(pid: number): Promise<readonly number[] | undefined> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => undefined);
  if (!threads) return undefined;
  const lists = await Promise.all(
    threads.map((thread) =>
      readFile(`/proc/${pid}/task/${thread}/children`, 'latin1').catch(() => ''),
    ),
  );
  return lists.flatMap((list) =>
    list
      .split(' ')
      .filter((one) => one !== '')
      .map(Number),
  );
}
