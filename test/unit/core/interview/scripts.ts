import type { Script } from '../../../../src/core/interview/modelAnswer.js';

const answer = (name: string, points: number) => ({
  answer: `SECRET answer to ${name}.`,
  points: Array.from({ length: points }, (_, at) => ({
    group: at === 0 ? 'Say first' : 'Trade-offs',
    text: `SECRET point ${String(at)} of **${name}**.`,
  })),
});

export function scripts(count: number, followUps = 2): readonly Script[] {
  return Array.from({ length: count }, (_, at) => {
    const name = `question-${String(at)}`;
    return {
      question: name,
      title: `What is __${name}__?`,
      opening: answer(name, 3),
      followUps: Array.from({ length: followUps }, (_each, index) => ({
        ask: `And \`${String(index)}\`?`,
        ...answer(`follow-up ${String(index)}`, 1),
      })),
    };
  });
}
