import assert from 'node:assert/strict';
import { InterviewHistory } from '../../../../src/core/interview/history.js';
import {
  interviewedEvent,
  reportMarkdown,
  reportOf,
} from '../../../../src/core/interview/report.js';
import * as machine from '../../../../src/core/interview/session.js';
import type { InterviewSession, Mark } from '../../../../src/core/interview/session.js';
import { encodeEntry } from '../../../../src/core/progress/entryLine.js';
import { decodeJournal } from '../../../../src/core/progress/decodeJournal.js';
import { scripts } from './scripts.js';

/** Two of three questions taken: the first went well, the second did not. */
function taken(): InterviewSession {
  let session = machine.startInterview({
    id: 'one',
    scripts: scripts(3),
    limit: 900_000,
    followUps: 1,
    now: Date.UTC(2026, 10, 22),
  });
  let now = session.startedAt;
  const answer = (seconds: number, notes: string, marks: readonly Mark[]): void => {
    const key = machine.currentKey(session);
    now += seconds * 1000;
    session = machine.showAnswer(machine.note(session, { key, text: notes, now }), now);
    marks.forEach((value, point) => {
      session = machine.mark(session, { key, point, value });
    });
  };
  answer(90, 'A ```fence``` and **text**', [2, 2, 1]);
  session = machine.next(session, now);
  answer(30, '', [2]);
  session = machine.next(session, now);
  answer(60, 'second', [0, 1]);
  session = machine.finish(session, now);
  return session;
}

describe('the report of an interview', () => {
  it('says how long each question took, what went well and what to read again', () => {
    const report = reportOf(taken());
    assert.deepEqual(
      report.questions.map(({ question, seconds, score }) => [question, seconds, score]),
      [
        ['question-0', 120, 0.875],
        ['question-1', 60, 0.25],
      ],
    );
    assert.deepEqual(
      report.strengths.map(({ question }) => question),
      ['question-0'],
    );
    assert.deepEqual(
      report.readAgain.map(({ question }) => question),
      ['question-1'],
    );
    assert.deepEqual(report.byGroup, [
      { group: 'Say first', score: 4 / 6, count: 3 },
      { group: 'Trade-offs', score: 4 / 6, count: 3 },
    ]);
  });

  it('goes to the journal with what was rated, as plain text', () => {
    const event = interviewedEvent(taken());
    assert.equal(event.length, 180);
    assert.deepEqual(event.questions[1], {
      question: 'question-1',
      seconds: 60,
      points: [
        { point: 'SECRET point 0 of question-1.', rating: 0 },
        { point: 'SECRET point 1 of question-1.', rating: 1 },
      ],
    });
  });

  it('is known again when the journal was read back', () => {
    const event = interviewedEvent(taken());
    const line = encodeEntry({ id: 'x', clock: 1, time: 1, device: 'd', event });
    const [entry] = decodeJournal(line).entries;
    assert.ok(entry);
    assert.deepEqual(entry.event, event);
    const history = new InterviewHistory();
    history.apply(entry);
    assert.ok(event.questions.every(({ question }) => history.wasAskedLast(question)));
  });

  it('is a document with links, notes as they were typed and every rating', () => {
    const text = reportMarkdown(reportOf(taken()), (id) => `vscode://x/question/${id}`);
    assert.match(
      text,
      /^# Mock interview of 2026-11-22\n\n2 of 3 questions in 3:00 of 15:00 minutes/,
    );
    assert.match(
      text,
      /## Read again\n\n- \[What is \\_\\_question-1\\_\\_\?\]\(vscode:\/\/x\/question\/question-1\) \(25%\)/,
    );
    assert.match(text, /````text\nA ```fence``` and \*\*text\*\*\n````/);
    assert.match(text, /### And `0`\?/);
    assert.match(text, /- \*\*missed:\*\* SECRET point 0[^]*- \*\*not rated:\*\* SECRET point 2/);
    assert.doesNotMatch(text, /question-2/);
  });

  it('of an interview ended at once is empty and says so', () => {
    const session = machine.startInterview({
      id: 'x',
      scripts: scripts(1),
      limit: 1000,
      followUps: 0,
      now: 5,
    });
    const report = reportOf(machine.finish(session, 5));
    assert.deepEqual([report.questions, report.score], [[], undefined]);
    assert.match(reportMarkdown(report, String), /0 of 1 questions in 0:00/);
  });
});
