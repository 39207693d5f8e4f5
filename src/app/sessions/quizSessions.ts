import {
  partsOf,
  applyChange,
  changeSchema,
  changesBetween,
} from '../../core/quiz/sessionChange.js';
import type { SessionChange } from '../../core/quiz/sessionChange.js';
import { sessionSchema } from '../../core/quiz/sessionSchema.js';
import type { QuizSession } from '../../core/quiz/sessionSchema.js';
import type { KeptSession } from './keptSession.js';
import type { SessionType } from './sessionType.js';

export type KeptQuiz = KeptSession<QuizSession, SessionChange>;

/** Of two windows neither overwrites the other: the first answer counts while practising, and the first end. */
export const quizType: SessionType<QuizSession, SessionChange> = {
  kind: 'quiz',
  start: sessionSchema,
  change: changeSchema,
  parts: partsOf,
  changesBetween,
  apply: applyChange,
  isPlace: ({ kind }) => kind === 'went',
};
