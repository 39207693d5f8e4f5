/** A journal of 100,000 events: read for the first time, and after one more was recorded. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeEntry } from '../../src/core/progress/entryLine.js';
import type { LearningEvent } from '../../src/core/progress/event.js';
import { JournalFile } from '../../src/hosts/node/journal/journalFile.js';
import { medianRow, timesOf } from './statistics.js';
import type { Rows } from './statistics.js';

const events = 100_000;

export async function journalRows(folder: string): Promise<Rows> {
  const path = join(folder, 'journal.jsonl');
  const lines = Array.from({ length: events }, (_, index) =>
    encodeEntry({
      id: `event-${index}`,
      clock: index * 1000,
      time: index * 1000,
      zone: 60,
      device: 'bench',
      event: eventOf(index),
    }),
  );
  await writeFile(path, lines.join(''));
  let journal = new JournalFile(path);
  const cold = await timesOf(5, async () => {
    journal = new JournalFile(path);
    await journal.load();
    const read = (await journal.history()).entries.length;
    if (read !== events) throw new Error(`${read} of ${events} events were read.`);
  });
  const another = new JournalFile(path);
  await another.load();
  const warm: number[] = [];
  for (let run = 0; run < 15; run++) {
    // By another window: the write is not in the time, only the reading on.
    await another.record({ kind: 'read', question: `question-${run}` });
    warm.push(...(await timesOf(1, () => journal.load())));
  }
  return { 'journal.foldCold': medianRow('ms', cold), 'journal.foldWarm': medianRow('ms', warm) };
}

function eventOf(index: number): LearningEvent {
  const question = `question-${index % 1000}`;
  if (index % 4 === 0) return { kind: 'opened', question };
  if (index % 4 === 1) return { kind: 'read', question };
  return {
    kind: 'answered',
    quiz: `quiz-${index % 20}`,
    item: `item-${index % 500}`,
    question,
    score: 1,
  };
}
