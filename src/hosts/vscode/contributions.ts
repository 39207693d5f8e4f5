/** Every id that package.json declares, with the type it stands for. A string id anywhere else is a mistake. */
import type { SteppedCode } from '../../core/trace/steppedCode.js';

export const viewContainer = 'interviewLab';

export const views = { topics: 'interviewLab.topics' } as const;

/** Types of custom editors. */
export const editors = { question: 'interviewLab.question' } as const;

/** Webview panel types. */
export const panels = {
  quiz: 'interviewLab.quiz',
  quizSetup: 'interviewLab.quizSetup',
  interview: 'interviewLab.interview',
  statistics: 'interviewLab.statistics',
  review: 'interviewLab.review',
  today: 'interviewLab.today',
  trace: 'interviewLab.trace',
  exercise: 'interviewLab.exercise',
} as const;

/** Where in a snippet's files. */
export interface SnippetPlace {
  /** Relative to the snippet's folder, with forward slashes. */
  readonly file: string;
  /** The first is 1. */
  readonly line: number;
}

/** Each command and the arguments that it takes. */
export interface Commands {
  'interviewLab.showToday': () => Promise<void>;
  'interviewLab.openQuestion': (questionId?: string, section?: string) => Promise<void>;
  'interviewLab.openRecent': () => Promise<void>;
  'interviewLab.readOn': (groupOrQuestion?: unknown) => Promise<void>;
  'interviewLab.openQuestionToSide': (questionId?: string) => Promise<void>;
  'interviewLab.nextQuestion': (questionId?: string) => Promise<void>;
  'interviewLab.previousQuestion': (questionId?: string) => Promise<void>;
  'interviewLab.copyLink': (questionId?: string) => Promise<void>;
  'interviewLab.markRead': (questionId?: string) => Promise<void>;
  'interviewLab.markUnread': (questionId?: string) => Promise<void>;
  'interviewLab.toggleBookmark': (questionId?: string) => Promise<void>;
  'interviewLab.openNote': (questionId?: string) => Promise<void>;
  'interviewLab.showProgress': () => Promise<void>;
  'interviewLab.search': (query?: string) => Promise<void>;
  'interviewLab.hideDone': () => Promise<void>;
  'interviewLab.showDone': () => Promise<void>;
  'interviewLab.groupByPath': () => Promise<void>;
  'interviewLab.groupByTopic': () => Promise<void>;
  'interviewLab.filter': () => Promise<void>;
  'interviewLab.clearFilter': () => Promise<void>;
  'interviewLab.reloadPacks': () => Promise<void>;
  'interviewLab.newPack': () => Promise<void>;
  'interviewLab.newQuestion': (target?: unknown) => Promise<void>;
  'interviewLab.newQuiz': (target?: unknown) => Promise<void>;
  'interviewLab.newExercise': (target?: unknown) => Promise<void>;
  'interviewLab.publishPack': (target?: unknown) => Promise<void>;
  'interviewLab.installPack': (target?: unknown) => Promise<void>;
  'interviewLab.uninstallPack': () => Promise<void>;
  'interviewLab.importPack': () => Promise<void>;
  'interviewLab.openSnippet': (
    questionId?: string,
    snippetName?: string,
    place?: SnippetPlace,
  ) => Promise<void>;
  'interviewLab.debugSnippet': (questionId?: string, snippetName?: string) => Promise<void>;
  'interviewLab.debugScratch': (uri?: unknown) => Promise<void>;
  'interviewLab.runSnippet': (questionId?: string, snippetName?: string) => Promise<void>;
  'interviewLab.runInView': () => Promise<void>;
  'interviewLab.stopRuns': () => Promise<void>;
  'interviewLab.stepThrough': (questionId?: string, snippetName?: string) => Promise<void>;
  'interviewLab.compareInterpreters': (questionId?: string, snippetName?: string) => Promise<void>;
  'interviewLab.stepThroughFile': (uri?: unknown) => Promise<void>;
  'interviewLab.stepThroughSelection': (code?: SteppedCode) => Promise<void>;
  'interviewLab.runScratch': (uri?: unknown) => Promise<void>;
  'interviewLab.resetScratch': (uri?: unknown) => Promise<void>;
  'interviewLab.compareScratch': (uri?: unknown) => Promise<void>;
  'interviewLab.startQuiz': (quizOrTopic?: unknown) => Promise<void>;
  'interviewLab.quizQuestion': (questionId?: string, item?: string) => Promise<void>;
  'interviewLab.startExercise': (exercise?: unknown) => Promise<void>;
  'interviewLab.startExerciseAgain': (exercise?: unknown) => Promise<void>;
  'interviewLab.startInterview': () => Promise<void>;
  'interviewLab.startReview': () => Promise<void>;
  'interviewLab.makeCard': () => Promise<void>;
  'interviewLab.myCards': () => Promise<void>;
  'interviewLab.resumeCards': () => Promise<void>;
  'interviewLab.tryAnswer': () => Promise<void>;
  'interviewLab.checkAnswer': () => Promise<void>;
  'interviewLab.toggleQuietRoom': () => Promise<void>;
  'interviewLab.selectInterpreter': () => Promise<void>;
  'interviewLab.exportProgress': () => Promise<void>;
  'interviewLab.importProgress': () => Promise<void>;
  'interviewLab.exportAnki': () => Promise<void>;
  'interviewLab.deleteAllData': () => Promise<void>;
  'interviewLab.showLog': () => Promise<void>;
}

export type CommandId = keyof Commands;

/** Each setting and its value. */
export interface Settings {
  'interviewLab.pythonPath': string;
  'interviewLab.packs': readonly string[];
  'interviewLab.topics.hideDone': boolean;
  'interviewLab.today.open': boolean;
  'interviewLab.review.newPerDay': number;
  'interviewLab.review.reviewsPerDay': number;
  'interviewLab.review.desiredRetention': number;
  'interviewLab.review.dailyReminder': boolean;
  'interviewLab.quietRoom': boolean;
  'interviewLab.trace.steps': number;
  'interviewLab.trace.seconds': number;
  'interviewLab.trace.objects': number;
}

export type SettingId = keyof Settings;

/** Each context key and its value. */
export interface ContextKeys {
  'interviewLab.did.read': boolean;
  'interviewLab.did.select': boolean;
  'interviewLab.did.run': boolean;
  'interviewLab.did.step': boolean;
  'interviewLab.did.answer': boolean;
  'interviewLab.did.review': boolean;
  'interviewLab.did.interview': boolean;
  'interviewLab.topics.filtered': boolean;
  'interviewLab.topics.hideDone': boolean;
  'interviewLab.topics.byPath': boolean;
  'interviewLab.topics.state': 'loading' | 'ready' | 'empty' | 'nothingLeft' | 'noMatch';
  'interviewLab.scratch.files': readonly string[];
  'interviewLab.packs.folders': readonly string[];
}

export type ContextKeyId = keyof ContextKeys;
