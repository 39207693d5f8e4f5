/** What each page may send to its host. */
import type * as v from 'valibot';
import { exerciseSchemas } from '../../src/protocol/exercise.js';
import { interviewSchemas } from '../../src/protocol/interview.js';
import { questionSchemas } from '../../src/protocol/question.js';
import { quizSchemas } from '../../src/protocol/quiz.js';
import { quizSetupSchemas } from '../../src/protocol/quizSetup.js';
import { reviewSchemas } from '../../src/protocol/review.js';
import { statisticsSchemas } from '../../src/protocol/statistics.js';
import { todaySchemas } from '../../src/protocol/today.js';
import { traceSchemas } from '../../src/protocol/trace.js';

export const pages: Readonly<Record<string, Readonly<Record<string, v.GenericSchema>>>> = {
  question: questionSchemas,
  quiz: quizSchemas,
  quizSetup: quizSetupSchemas,
  review: reviewSchemas,
  exercise: exerciseSchemas,
  interview: interviewSchemas,
  statistics: statisticsSchemas,
  today: todaySchemas,
  trace: traceSchemas,
};
