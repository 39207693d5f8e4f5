/** A recorded run of a program, read from the lines that the recorder writes; see `hosts/node/recorder/recorder.py`. */

/** Shown as it is, or the number of an object. */
export type Value = string | number;

export interface Code {
  /** Qualified. */
  readonly name: string;
  /** Relative to the program's folder. */
  readonly file: string;
  /** Its first line; the first of a file is 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly free: readonly string[];
  readonly kind: 'body' | 'function' | 'generator' | 'coroutine' | 'async generator';
}

export interface HeapObject {
  readonly kind:
    | 'list'
    | 'tuple'
    | 'set'
    | 'dict'
    | 'object'
    | 'class'
    | 'function'
    | 'method'
    | 'generator'
    | 'coroutine'
    | 'exception'
    | 'leaf';
  readonly type: string;
  /** How many items or fields it has, of which `items` are the first. */
  readonly size: number;
  /** Of a list the items; of what has names or keys, pairs. */
  readonly items: readonly (Value | readonly [Value, Value])[];
  /** Fields of a container's subclass, beside its items. */
  readonly fields: readonly (readonly [string, Value])[];
  /** A function's name, a number's value, or the state of a generator. */
  readonly says: string | undefined;
  /** Of a generator that is suspended: where. */
  readonly line: number | undefined;
  readonly mro: readonly string[];
}

export type StepKind =
  'line' | 'call' | 'return' | 'yield' | 'resume' | 'throw' | 'raise' | 'handled' | 'unwind';

export interface StackFrame {
  /** The same as long as the frame lives. */
  readonly id: number;
  readonly code: Code;
  readonly line: number;
}

/** All that is known at one step. */
export interface Step {
  readonly kind: StepKind;
  /** 0 is the main thread, in a program that begins with it. */
  readonly thread: number;
  /** Bytes that were written to stdout and to stderr before it. */
  readonly written: readonly [number, number];
  /** The innermost last. */
  readonly stack: readonly StackFrame[];
  /** By the ids of the frames. */
  readonly names: ReadonlyMap<number, ReadonlyMap<string, Value>>;
  readonly heap: ReadonlyMap<number, HeapObject>;
  /** What is returned, yielded or raised. */
  readonly carried: Value | undefined;
}

/** Why the recording ends where it does; `killed` when the program never came to its end. */
export type RecordingEnd = 'exit' | 'time' | 'killed';

interface StepLine {
  readonly n: number;
  readonly k: StepKind;
  readonly t: number;
  readonly o: readonly [number, number];
  readonly s: readonly (readonly [number, number, number])[];
  readonly l?: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  readonly d?: Readonly<Record<string, readonly string[]>>;
  readonly h?: Readonly<Record<string, ObjectLine>>;
  readonly g?: readonly number[];
  readonly v?: Value;
  readonly full?: true;
}

interface ObjectLine {
  readonly k: HeapObject['kind'];
  readonly t: string;
  readonly n?: number;
  readonly v?: readonly (Value | readonly [Value, Value])[];
  readonly f?: readonly (readonly [string, Value])[];
  readonly s?: string;
  readonly line?: number;
  readonly mro?: readonly string[];
}

interface Running {
  names: Map<number, Map<string, Value>>;
  heap: Map<number, HeapObject>;
}

export class Recording {
  private readonly lines: StepLine[] = [];
  private readonly codes = new Map<number, Code>();
  /** The state after `lines[at]`, from which the next is reached by what it says is new. */
  private state: (Running & { at: number }) | undefined;
  readonly python: string = '';
  readonly end: RecordingEnd = 'killed';
  /** Steps that were left out in the middle. */
  readonly leftOut: number = 0;
  /** The index of the first step behind those left out. */
  readonly gapAt: number | undefined;

  /** @param text what the recorder wrote; a last line that was torn by a kill is passed over. */
  constructor(text: string) {
    for (const line of text.split('\n')) {
      const read = parsed(line);
      if (!read) continue;
      if ('k' in read) {
        const step = read as unknown as StepLine;
        const before = this.lines.at(-1);
        if (before && step.n > before.n + 1) this.gapAt = this.lines.length;
        this.lines.push(step);
      } else if ('c' in read) {
        const { c, ...code } = read as unknown as Code & { c: number };
        this.codes.set(c, code);
      } else if ('end' in read) {
        this.end = read['end'] === 'time' ? 'time' : 'exit';
        this.leftOut = Number(read['left'] ?? 0);
      } else if ('python' in read) this.python = String(read['python']);
    }
  }

  /** Every file in which something ran, relative to the program's folder. */
  get files(): readonly string[] {
    return [...new Set([...this.codes.values()].map(({ file }) => file))];
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
      written: line.o,
      stack: this.stackOf(line),
      names: new Map([...names].map(([frame, own]) => [frame, new Map(own)])),
      heap: new Map(heap),
      carried: line.v,
    };
  }

  /** The stack alone, for looking through many steps. */
  stackAt(index: number): readonly StackFrame[] {
    return this.stackOf(this.line(index));
  }

  threadAt(index: number): number {
    return this.line(index).t;
  }

  writtenAt(index: number): readonly [number, number] {
    return this.line(index).o;
  }

  private line(index: number): StepLine {
    const line = this.lines[index];
    if (!line) throw new RangeError(`There is no step ${index}.`);
    return line;
  }

  private stackOf(line: StepLine): readonly StackFrame[] {
    return line.s.map(([id, code, at]) => ({ id, code: this.code(code), line: at }));
  }

  private code(id: number): Code {
    const code = this.codes.get(id);
    if (!code) throw new RangeError(`The recording does not say what code ${id} is.`);
    return code;
  }

  private reach(index: number): Running {
    if (!this.state || this.state.at > index || this.hasFullBetween(this.state.at, index)) {
      let begin = index;
      while (begin > 0 && this.line(begin).full !== true) begin -= 1;
      this.state = { names: new Map(), heap: new Map(), at: begin - 1 };
    }
    while (this.state.at < index) {
      this.state.at += 1;
      apply(this.line(this.state.at), this.state);
    }
    return this.state;
  }

  private hasFullBetween(from: number, to: number): boolean {
    for (let at = to; at > from + 1; at--) if (this.line(at).full === true) return true;
    return false;
  }
}

function apply(line: StepLine, state: Running): void {
  if (line.full === true) {
    state.names = new Map();
    state.heap = new Map();
  }
  const frames = new Set(line.s.map(([id]) => id));
  for (const frame of state.names.keys()) if (!frames.has(frame)) state.names.delete(frame);
  for (const [frame, values] of Object.entries(line.l ?? {})) {
    const id = Number(frame);
    const names = state.names.get(id) ?? new Map<string, Value>();
    for (const [name, value] of Object.entries(values)) names.set(name, value);
    state.names.set(id, names);
  }
  for (const [frame, gone] of Object.entries(line.d ?? {}))
    for (const name of gone) state.names.get(Number(frame))?.delete(name);
  for (const gone of line.g ?? []) state.heap.delete(gone);
  for (const [id, object] of Object.entries(line.h ?? {}))
    state.heap.set(Number(id), heapObject(object));
}

function heapObject({ k, t, n, v = [], f = [], s, line, mro = [] }: ObjectLine): HeapObject {
  return { kind: k, type: t, size: n ?? 0, items: v, fields: f, says: s, line, mro };
}

function parsed(line: string): Record<string, unknown> | undefined {
  if (line === '') return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
