/** What the question page and the extension host do for each other. */
import * as v from 'valibot';
import type { Level, OutputStream, SnippetFile, TraceAdvice } from '../core/pack/pack.js';
import type { ReadingState } from '../core/progress/progress.js';
import { name } from './name.js';
import type { Schemas } from './rpc.js';

export interface QuestionLink {
  readonly id: string;
  readonly title: string;
}

/** What a click would do about what is lacking, and then run the snippet. */
export interface Offer {
  readonly kind: OfferKind;
  readonly label: string;
}

/** Another interpreter that has what is needed, or an installation into the lab environment. */
export type OfferKind = 'other' | 'lab';

export interface SnippetModel {
  readonly name: string;
  /** What the interpreter does not meet, one sentence each; empty when it can run. */
  readonly unmet: readonly string[];
  /** False when there is no Python at all. */
  readonly canRun: boolean;
  /** What would mend it, in words; empty when nothing is unmet. */
  readonly mend: string;
  readonly offers: readonly Offer[];
  /** A word on the interpreter when it is not that in use; else empty. */
  readonly runsWith: string;
  /** What the paths of the learner's files begin with in tracebacks; what follows is the file's name. */
  readonly folder: string;
  /** True when the learner changed the snippet's scratch file: *Run* runs that version. */
  readonly changed: boolean;
  /** As of the snippet itself. */
  readonly trace?: TraceAdvice | false;
}

/** A snippet's last run as far as it went, for a page that comes back after it was hidden or reloaded. */
export interface RunState {
  readonly snippet: string;
  readonly original: boolean;
  readonly ran: readonly SnippetFile[];
  readonly readsInput: boolean;
  readonly output: readonly OutputChunk[];
  /** Left out while all of it is in `output`. */
  readonly tail?: OutputTail;
  /** Left out while it runs. */
  readonly report?: RunReport;
}

/** What a program printed last, where its beginning is all that can be shown whole. */
export interface OutputTail {
  /** Bytes between the two. */
  readonly leftOut: number;
  readonly chunks: readonly OutputChunk[];
}

export interface OutputChunk {
  readonly stream: OutputStream;
  readonly text: string;
}

export interface QuestionModel {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly level: Level;
  readonly tags: readonly string[];
  readonly minutes: number;
  readonly state: ReadingState;
  readonly html: string;
  readonly headings: readonly {
    readonly id: string;
    readonly level: number;
    readonly text: string;
  }[];
  readonly snippets: readonly SnippetModel[];
  readonly runs: readonly RunState[];
  readonly previous?: QuestionLink;
  readonly next?: QuestionLink;
  readonly related: readonly QuestionLink[];
  readonly prerequisites: readonly QuestionLink[];
  readonly sources: readonly string[];
  /** Address that the paths of pictures are relative to. */
  readonly pictureBase: string;
  readonly hasQuiz: boolean;
  readonly marks: QuestionMarks;
}

/** The learner's own marks on the question. */
export interface QuestionMarks {
  readonly bookmarked: boolean;
  /** The note as HTML; empty when there is none. */
  readonly note: string;
}

/** Colored code: rules for the classes, and for each code block its lines as HTML. */
export interface Colors {
  readonly css: string;
  readonly blocks: readonly string[];
}

/** The same with the learner's files that ran, in the order in which `ran` tells them. */
export interface QuestionColors extends Colors {
  readonly ran: readonly { readonly snippet: string; readonly files: readonly string[] }[];
}

/** One line of a comparison of expected and actual output. */
export interface DiffLine {
  readonly kind: 'same' | 'missing' | 'extra';
  readonly text: string;
}

export interface RunReport {
  readonly snippet: string;
  readonly ended: 'itself' | 'stopped' | 'timeout' | 'failedToStart';
  readonly code: number | null;
  /** The signal that ended it, such as SIGSEGV; left out when it ended otherwise. */
  readonly signal?: string;
  /** Whose version ran, where the learner has one that differs. */
  readonly version?: 'yours' | 'original';
  /** Milliseconds. */
  readonly duration: number;
  /** Bytes; left out where the system does not tell. */
  readonly peakMemory?: number;
  readonly python: string;
  /** Whether the output is what the author expected; left out when nobody can tell. */
  readonly asExpected?: boolean;
  readonly diff: readonly DiffLine[];
  /** One sentence when it could not run or the output was cut. */
  readonly note: string;
  readonly saved: boolean;
}

/** Called by the page. */
export interface QuestionHost {
  /** The page is there and wants what has changed since its first model; later updates come by themselves. */
  ready(params: Record<string, never>): Promise<QuestionModel | undefined>;
  open(params: { readonly question: string; readonly toSide: boolean }): Promise<void>;
  /** Whether it takes input, its output and its end, or why it is not run, come as `takesInput`, `output` and `finished`. */
  run(params: {
    readonly snippet: string;
    readonly original: boolean;
    /** Even if something that it needs is lacking. */
    readonly anyway: boolean;
  }): Promise<void>;
  /** Takes an offer; false when nothing came of it, which the user was told. */
  accept(params: { readonly snippet: string; readonly offer: OfferKind }): Promise<boolean>;
  stop(params: { readonly snippet: string }): void;
  input(params: { readonly snippet: string; readonly text: string }): void;
  /** The end of the input, as Ctrl+D has it in a terminal. */
  endInput(params: { readonly snippet: string }): void;
  openSnippet(params: { readonly snippet: string }): Promise<void>;
  stepThrough(params: { readonly snippet: string }): Promise<void>;
  /** Runs it on every Python there is. */
  compare(params: { readonly snippet: string }): Promise<void>;
  /**
   * A frame of a traceback: the file's name within the snippet's folder, and the line, from 1. Of a run of the
   * original the author's text is shown, read-only, since the learner's file may differ.
   */
  openFrame(params: {
    readonly snippet: string;
    readonly original: boolean;
    readonly file: string;
    readonly line: number;
  }): Promise<void>;
  copy(params: { readonly block: number }): Promise<void>;
  /** The learner's files that are shown. */
  copyRan(params: { readonly snippet: string }): Promise<void>;
  openSaved(params: { readonly snippet: string }): Promise<void>;
  selectInterpreter(params: Record<string, never>): Promise<void>;
  /** Asks the question's own items. */
  startQuiz(params: Record<string, never>): Promise<void>;
  findTag(params: { readonly tag: string }): Promise<void>;
  setRead(params: { readonly read: boolean }): Promise<void>;
  toggleBookmark(params: Record<string, never>): Promise<void>;
  /** Opens the learner's note in an editor. */
  openNote(params: Record<string, never>): Promise<void>;
}

/** Called by the host. */
export interface QuestionPage {
  show(model: QuestionModel): void;
  colors(colors: QuestionColors): void;
  snippets(params: { readonly snippets: readonly SnippetModel[] }): void;
  state(params: { readonly state: ReadingState }): void;
  /** The bookmark was set or removed, or the note was saved. */
  marks(marks: QuestionMarks): void;
  /** The id of a heading. */
  goTo(params: { readonly section: string }): void;
  /** Run the snippet that the reader sees. */
  runInView(params: Record<string, never>): void;
  /** The learner's files that run, to be shown above what they print; none when the author's run. */
  ran(params: { readonly snippet: string; readonly files: readonly SnippetFile[] }): void;
  /** The program may ask for input. */
  takesInput(params: { readonly snippet: string }): void;
  output(params: OutputChunk & { readonly snippet: string }): void;
  /** Takes the place of the tail before. */
  tail(params: OutputTail & { readonly snippet: string }): void;
  finished(report: RunReport): void;
}

const nothing = v.strictObject({});

export const questionSchemas: Schemas<QuestionHost> = {
  ready: nothing,
  open: v.strictObject({ question: name, toSide: v.boolean() }),
  run: v.strictObject({ snippet: name, original: v.boolean(), anyway: v.boolean() }),
  accept: v.strictObject({ snippet: name, offer: v.picklist(['other', 'lab']) }),
  stop: v.strictObject({ snippet: name }),
  input: v.strictObject({ snippet: name, text: v.pipe(v.string(), v.maxLength(100_000)) }),
  endInput: v.strictObject({ snippet: name }),
  openSnippet: v.strictObject({ snippet: name }),
  stepThrough: v.strictObject({ snippet: name }),
  compare: v.strictObject({ snippet: name }),
  openFrame: v.strictObject({
    snippet: name,
    original: v.boolean(),
    file: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
    line: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  copy: v.strictObject({ block: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  copyRan: v.strictObject({ snippet: name }),
  openSaved: v.strictObject({ snippet: name }),
  selectInterpreter: nothing,
  startQuiz: nothing,
  findTag: v.strictObject({ tag: name }),
  setRead: v.strictObject({ read: v.boolean() }),
  toggleBookmark: nothing,
  openNote: nothing,
};
