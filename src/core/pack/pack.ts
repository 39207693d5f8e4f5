/** The domain's nouns: what a pack holds once it is parsed. All of it is plain, serializable data. */

export type Level = 'core' | 'advanced' | 'expert';

export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** An order through the questions, as an alternative to the topics. */
export interface LearningPath {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly questions: readonly string[];
}

/** Ids that were given up, with those that took their places. */
export interface Aliases {
  readonly questions: Readonly<Record<string, string>>;
  readonly quizzes: Readonly<Record<string, string>>;
  readonly exercises: Readonly<Record<string, string>>;
}

export interface PackInfo {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly license: string;
  /** Where the pack is kept and problems are told of: begins with `https://`. */
  readonly address?: string | undefined;
  readonly topics: readonly Topic[];
  readonly paths: readonly LearningPath[];
  readonly aliases?: Aliases;
}

export type OutputStream = 'stdout' | 'stderr';

/** What the author expects one stream to hold; `python` (PEP 440) narrows it to some interpreters. */
export interface ExpectedOutput {
  readonly stream: OutputStream;
  readonly text: string;
  readonly unordered: boolean;
  readonly python?: string;
}

export interface SnippetFile {
  /** Relative, with forward slashes, never leaving the snippet's folder. */
  readonly path: string;
  readonly text: string;
}

/** What an interpreter must offer: a PEP 440 version range and PEP 508 requirements. */
export interface Needs {
  readonly python: string;
  readonly requires: readonly string[];
}

export interface Snippet extends Needs {
  readonly name: string;
  readonly code: string;
  /** 0-based line in the question's file on which the code begins. */
  readonly line: number;
  readonly files: readonly SnippetFile[];
  readonly expected: readonly ExpectedOutput[];
  /** Seconds. */
  readonly timeout: number;
  readonly stdin: string;
  /** The exit code, or the name of the signal that ends it, such as SIGABRT. */
  readonly exit: number | string;
  /** What its author says of stepping through it; `false` when that makes no sense. */
  readonly trace?: TraceAdvice | false;
}

/** Where stepping through a snippet explains most. */
export interface TraceAdvice {
  /** The lines that matter, from 1 in the snippet; it begins at the first of them. */
  readonly lines: readonly number[];
  /** What to watch, as the end of “Watch …”; empty when nothing is said. */
  readonly watch: string;
}

/** What the tree, the search and the links need to know of a question. */
export interface QuestionSummary {
  readonly id: string;
  readonly packId: string;
  readonly topic: string;
  readonly title: string;
  /** The title in a few words, for where there is little room. */
  readonly short?: string;
  readonly order: number;
  readonly level: Level;
  readonly tags: readonly string[];
  readonly snippets: readonly string[];
}

export interface Question extends QuestionSummary {
  readonly python: string;
  readonly related: readonly string[];
  readonly prerequisites: readonly string[];
  readonly sources: readonly string[];
  /** Markdown without the front matter. */
  readonly body: string;
  /** Words to read in it: code does not count. */
  readonly words: number;
  readonly code: readonly Snippet[];
}

export interface Option {
  readonly text: string;
  readonly correct: boolean;
  readonly why: string;
}

interface ItemBase {
  readonly id: string;
  /** The question that teaches it. */
  readonly question: string;
  readonly level: Level;
  readonly prompt: string;
  readonly explanation: string;
  /** PEP 440 range on which the item's own code holds. */
  readonly python: string;
}

export interface ChoiceItem extends ItemBase {
  readonly kind: 'single' | 'multiple';
  readonly options: readonly Option[];
}

export interface OutputItem extends ItemBase {
  readonly kind: 'output';
  readonly code: string;
  readonly answer: string;
  /** `question-id/snippet-name` when the code is a snippet's. */
  readonly snippet?: string;
}

export type Forgiveness = 'case' | 'blanks';

export interface TextItem extends ItemBase {
  readonly kind: 'text';
  /** Strings or `/patterns/`; the first is the one shown. */
  readonly accept: readonly string[];
  readonly forgive: readonly Forgiveness[];
}

export interface OrderItem extends ItemBase {
  readonly kind: 'order';
  /** The lines are Python; else they are sentences, in which code stands between backquotes. */
  readonly code?: boolean | undefined;
  readonly lines: readonly string[];
  readonly distractors: readonly string[];
  /** Further right orders, as places in `lines`. */
  readonly orders?: readonly (readonly number[])[] | undefined;
}

export interface CodeItem extends ItemBase {
  readonly kind: 'code';
  readonly starter: string;
  readonly solution: string;
  /** Python that asserts, each run after the learner's code. */
  readonly checks: readonly string[];
}

/** Real code with one fault: where it is, and how it is mended. */
export interface DefectItem extends ItemBase {
  readonly kind: 'defect';
  readonly code: string;
  /** 1-based lines, each of which counts as the faulty one. */
  readonly faulty: readonly number[];
  /** One is right; the texts are Markdown. */
  readonly repairs: readonly Option[];
}

/** What of an item is proved by running it. Nothing of this is part of the item: no page is told of it. */
export interface ItemProof {
  readonly item: string;
  /** PEP 440 range on which the programs hold. */
  readonly python: string;
  readonly checks: readonly string[];
  /** What the learner finds: it must pass no check. */
  readonly starter?: string;
  /** Programs that must pass every check. */
  readonly right: readonly string[];
  /** Programs that must fail a check, each from another misconception. */
  readonly wrong: readonly WrongProgram[];
}

export interface WrongProgram {
  readonly code: string;
  /** What its author believes. */
  readonly misconception: string;
}

export type QuizItem = ChoiceItem | OutputItem | TextItem | OrderItem | CodeItem | DefectItem;

export interface Quiz {
  readonly id: string;
  readonly packId: string;
  readonly title: string;
  readonly description: string;
  readonly items: readonly QuizItem[];
}

/** A place in a text. */
export interface Place {
  /** 0-based. */
  readonly line: number;
  /** 0-based, in UTF-16 units, the second exclusive; the whole line when they are missing. */
  readonly columns?: readonly [from: number, to: number];
}

/** A mistake in a pack: where it is and what would be right. */
export interface Fault extends Place {
  /** Relative to the pack's folder, with forward slashes. */
  readonly file: string;
  readonly message: string;
}
