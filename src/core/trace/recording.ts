/** A recorded run of a program, read from the lines that the recorder writes; see `hosts/node/recorder/recorder.py`. */

import type { Code, StackFrame, Step, StepKind } from './step.js';
import { isFileInside, mostFiles } from './fileName.js';
import { applyLine } from './recordingLines.js';
import type { FrameLine, StepLine, StepState } from './recordingLines.js';
import { parsedLine } from './wellFormed.js';

/** Why the recording ends where it does; `killed` when the program never came to its end. */
export type RecordingEnd = 'exit' | 'time' | 'killed';

export class Recording {
  private readonly lines: readonly StepLine[];
  private readonly codes = new Map<number, Code>();
  private readonly threadNames: string[] = [];
  /** The state after `lines[at]`, from which the next is reached by what it says is new. */
  private state: (StepState & { at: number }) | undefined;
  readonly python: string = '';
  readonly end: RecordingEnd = 'killed';
  /** Steps that were left out in the middle. */
  readonly leftOut: number = 0;
  /** Threads of which nothing was recorded, since there were too many. */
  readonly threadsLeftOut: number = 0;
  /** The index of the first step behind those left out. */
  readonly gapAt: number | undefined;

  /**
   * @param text what the recorder wrote; a last line that was torn by a kill is passed over, and so is what the program
   *   itself wrote between its lines
   */
  constructor(text: string) {
    const steps: StepLine[] = [];
    for (const line of text.split('\n')) {
      const read = parsedLine(line);
      if (!read) continue;
      if ('k' in read) {
        steps.push(read);
      } else if ('c' in read) {
        const { c, ...code } = read;
        this.codes.set(c, code);
      } else if ('thread' in read) this.threadNames[read.thread] = read.name;
      else if ('end' in read) {
        this.end = read.end === 'time' ? 'time' : 'exit';
        this.leftOut = read.left;
        this.threadsLeftOut = read.threads ?? 0;
      } else this.python = read.python;
    }
    this.lines = steps.filter(({ s, w = [] }) =>
      [s, ...w.map(([, frames]) => frames)].flat().every(([, code]) => this.codes.has(code)),
    );
    const gap = this.lines.findLastIndex(
      ({ n }, at) => at > 0 && n > (this.lines[at - 1]?.n ?? n) + 1,
    );
    this.gapAt = gap < 0 ? undefined : gap;
  }

  /** The files in the program's folder in which something ran, relative to it. */
  get files(): readonly string[] {
    const names = new Set([...this.codes.values()].map(({ file }) => file));
    return [...names].filter(isFileInside).slice(0, mostFiles);
  }

  get length(): number {
    return this.lines.length;
  }

  /** @param index from 0 to `length` - 1 */
  at(index: number): Step {
    const line = this.line(index);
    const { names, heap } = this.reach(index);
    return {
      kind: line.k,
      thread: line.t,
      others: (line.w ?? []).map(([thread, frames]) => ({ thread, stack: this.stackOf(frames) })),
      tasks: line.a ?? [],
      task: line.r,
      written: line.o,
      stack: this.stackOf(line.s),
      framesLeftOut: line.m ?? 0,
      names: new Map([...names].map(([frame, own]) => [frame, new Map(own)])),
      heap: new Map(heap),
      carried: line.v,
    };
  }

  /** The objects of each step, in order; the set is the same one as long as none comes or goes. */
  *objects(): Generator<ReadonlySet<number>> {
    let ids: ReadonlySet<number> = new Set();
    for (const { full = false, g: gone = [], h: set = {} } of this.lines) {
      const come = Object.keys(set).map(Number);
      const isSame =
        gone.length === 0 && come.every((id) => ids.has(id)) && (!full || come.length === ids.size);
      if (!isSame) {
        const stay = full ? [] : [...ids].filter((id) => !gone.includes(id));
        ids = new Set([...stay, ...come]);
      }
      yield ids;
    }
  }

  /** The stack alone, for looking through many steps. */
  stackAt(index: number): readonly StackFrame[] {
    return this.stackOf(this.line(index).s);
  }

  /** How many frames are on it, with those left out. */
  depthAt(index: number): number {
    const { s, m = 0 } = this.line(index);
    return s.length + m;
  }

  kindAt(index: number): StepKind {
    return this.line(index).k;
  }

  threadAt(index: number): number {
    return this.line(index).t;
  }

  writtenAt(index: number): readonly [number, number] {
    return this.line(index).o;
  }

  /** As the program calls it; undefined when nobody named it. */
  threadName(thread: number): string | undefined {
    const name = this.threadNames[thread];
    return name === '' ? undefined : name;
  }

  get threads(): number {
    return this.threadNames.length;
  }

  private line(index: number): StepLine {
    const line = this.lines[index];
    if (!line) throw new RangeError(`There is no step ${index}.`);
    return line;
  }

  private stackOf(frames: readonly FrameLine[]): readonly StackFrame[] {
    return frames.map(([id, code, at]) => ({ id, code: this.code(code), line: at }));
  }

  private code(id: number): Code {
    const code = this.codes.get(id);
    if (!code) throw new RangeError(`The recording does not say what code ${id} is.`);
    return code;
  }

  private reach(index: number): StepState {
    if (!this.state || this.state.at > index || this.hasFullBetween(this.state.at, index)) {
      let begin = index;
      while (begin > 0 && this.line(begin).full !== true) begin -= 1;
      this.state = { names: new Map(), heap: new Map(), at: begin - 1 };
    }
    while (this.state.at < index) {
      this.state.at += 1;
      applyLine(this.line(this.state.at), this.state);
    }
    return this.state;
  }

  private hasFullBetween(from: number, to: number): boolean {
    for (let at = to; at > from + 1; at--) if (this.line(at).full === true) return true;
    return false;
  }
}
