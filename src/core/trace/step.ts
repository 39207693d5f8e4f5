/** What is known of a program at one step of its recording. */

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
    | 'task'
    | 'exception'
    | 'leaf';
  readonly type: string;
  /** How many items or fields it has, of which `items` are the first. */
  readonly size: number;
  /** Of a list the items; of what has names or keys, pairs. */
  readonly items: readonly (Value | readonly [Value, Value])[];
  /** Fields of a container's subclass, beside its items. */
  readonly fields: readonly (readonly [string, Value])[];
  /** A function's name, a number's value, or the state of a generator, a coroutine or a task. */
  readonly says: string | undefined;
  /** Of a generator or a coroutine that is suspended: where. */
  readonly line: number | undefined;
  /** Of a generator or a coroutine: the number of its frame. */
  readonly frame: number | undefined;
  readonly mro: readonly string[];
  /** Of a class: the names for which it has slots, and those of its data descriptors. */
  readonly slots: readonly string[];
  readonly dataDescriptors: readonly string[];
  /** How many references the program has to it, and the collector's generation; where they were asked for. */
  readonly references: number | undefined;
  readonly generation: number | undefined;
}

export type StepKind =
  'line' | 'call' | 'return' | 'yield' | 'resume' | 'throw' | 'raise' | 'handled' | 'unwind';

export interface StackFrame {
  /** The same as long as the frame lives. */
  readonly id: number;
  readonly code: Code;
  readonly line: number;
}

export interface ThreadStack {
  readonly thread: number;
  /** The innermost last. */
  readonly stack: readonly StackFrame[];
}

/** All that is known at one step. */
export interface Step {
  readonly kind: StepKind;
  /** 0 is the main thread, in a program that begins with it. */
  readonly thread: number;
  /** What the other threads are at. */
  readonly others: readonly ThreadStack[];
  /** The tasks of the event loop that runs, as numbers of objects, and the one that does. */
  readonly tasks: readonly number[];
  readonly task: number | undefined;
  /** Bytes that were written to stdout and to stderr before it. */
  readonly written: readonly [number, number];
  /** The innermost last. */
  readonly stack: readonly StackFrame[];
  /** How many frames in its middle are left out. */
  readonly framesLeftOut: number;
  /** By the ids of the frames. */
  readonly names: ReadonlyMap<number, ReadonlyMap<string, Value>>;
  readonly heap: ReadonlyMap<number, HeapObject>;
  /** What is returned, yielded or raised. */
  readonly carried: Value | undefined;
}
