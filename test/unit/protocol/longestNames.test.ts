import assert from 'node:assert/strict';
import * as v from 'valibot';
import { isId, longestId } from '../../../src/core/pack/idPattern.js';
import { isSnippetName } from '../../../src/core/pack/fenceAttributes.js';
import type { LearningEvent } from '../../../src/core/progress/event.js';
import { decodeEvent, encodeEvent } from '../../../src/core/progress/storedEvent.js';
import { interviewSchemas } from '../../../src/protocol/interview.js';
import { questionSchemas } from '../../../src/protocol/question.js';
import { quizSchemas } from '../../../src/protocol/quiz.js';
import { statisticsSchemas } from '../../../src/protocol/statistics.js';

describe('The longest names that an author can give', () => {
  const longest = 'a'.repeat(longestId);
  const question = `${longest}/${longest}`;
  const card = `item/${question}/${longest}` as const;

  it('are the same everywhere, and one more character is refused', () => {
    for (const isRight of [isId, isSnippetName]) {
      assert.ok(isRight(longest));
      assert.ok(!isRight(`${longest}a`));
    }
  });

  it('come back from the journal', () => {
    const events: LearningEvent[] = [
      { kind: 'read', question },
      { kind: 'answered', quiz: question, item: longest, question, score: 1 },
      { kind: 'predicted', question, snippet: longest, right: true },
      { kind: 'rated', card, rating: 3 },
      { kind: 'rated', card: `question/${question}`, rating: 3 },
    ];
    for (const event of events) {
      const stored: unknown = JSON.parse(JSON.stringify(encodeEvent(event)));
      assert.deepEqual(decodeEvent(stored), event);
    }
  });

  it('are taken from every page that sends them', () => {
    const messages = [
      [questionSchemas.open, { question, toSide: false }],
      [questionSchemas.stop, { snippet: longest }],
      [quizSchemas.runIt, { key: card }],
      [quizSchemas.openQuestion, { question }],
      [statisticsSchemas.open, { question, toSide: true }],
      [interviewSchemas.openQuestion, { question }],
    ] as const;
    for (const [schema, message] of messages) {
      assert.ok(v.is(schema, message), JSON.stringify(message));
      const long = JSON.stringify(message).replace(/a{80}/, 'a'.repeat(100_000));
      assert.ok(!v.is(schema, JSON.parse(long)), 'a name without end is refused');
    }
  });
});
