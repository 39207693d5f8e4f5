/** What an exam is drawn by: it asks of every topic, a third of it of experts, and nothing that a topic quiz has shown. */
import type { Question, Quiz } from '../../src/core/pack/pack.js';
import { likeness } from '../../src/app/proving/likeness.js';

export const exam = 'final-exam';
const leastExperts = 1 / 3;
/** Of what each topic would have if all had the same number of items. */
const leastOfTopic = 1 / 2;
/** Well below what makes a duplicate: what a topic quiz has shown must not help by its wording either. */
const shown = 0.15;

export function blueprintFaults(drawn: Quiz, others: readonly Quiz[], questions: readonly Question[]): readonly string[] {
  const { items } = drawn;
  const faults: string[] = [];
  const experts = items.filter(({ level }) => level === 'expert').length;
  if (experts < items.length * leastExperts) faults.push(`${String(experts)} of its ${String(items.length)} items are expert; a third is wanted`);
  const topicOf = new Map(questions.map(({ id, topic }) => [id, topic]));
  const topics = [...new Set(topicOf.values())];
  for (const topic of topics) {
    const about = items.filter(({ question }) => topicOf.get(question) === topic).length;
    const wanted = Math.ceil((items.length / topics.length) * leastOfTopic);
    if (about < wanted) faults.push(`${String(about)} of its items are about ${topic}; ${String(wanted)} are wanted`);
  }
  for (const item of items) {
    for (const quiz of others) {
      const known = quiz.items.find((other) => likeness(item, other) >= shown);
      if (known) faults.push(`${item.id} is too like ${quiz.id}#${known.id}, which learners have seen`);
    }
  }
  return faults;
}
