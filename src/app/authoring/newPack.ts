/** A pack that works at once: a question whose program runs, and a quiz about it, for an author to go on with. */
import { stringify } from 'yaml';
import { packText, questionText } from './packTexts.js';

const topic = 'first-topic';
const first = 'first-question';

const body = `An answer opens with the two to four sentences that a strong candidate would say first. This one shows what
a pack can hold; change it, save it, and the panel shows it anew.

## How it works

A fence with a name is a program that runs on its own. What its author expects it to print stands below it.

\`\`\`python {name=copies}
first = [1, 2]
second = first
second.append(3)
print(first)
\`\`\`

\`\`\`output {of=copies}
[1, 2, 3]
\`\`\`

## Pitfalls

- An assignment copies no list: both names mean the same one.

## Follow-up questions

**How is a list copied?** \`first.copy()\` makes a new list of the same elements.
`;

const quiz = {
  title: 'First quiz',
  items: [
    {
      id: 'same-list',
      question: first,
      kind: 'single',
      prompt: 'What does `second = first` do where `first` is a list?',
      options: [
        { text: 'It gives the list a second name.', correct: true, why: 'Nothing is copied.' },
        { text: 'It copies the list.', why: 'Only `first.copy()` and the like do.' },
        { text: 'It copies each element.', why: 'Only `copy.deepcopy` does.' },
      ],
    },
    {
      id: 'printed',
      question: first,
      kind: 'output',
      prompt: 'What does it print?',
      snippet: `${first}/copies`,
    },
  ],
};

/** @returns the texts of its files by their paths; the first is the one to begin with */
export function newPack(id: string, title: string): ReadonlyMap<string, string> {
  const topics = [
    { id: topic, title: 'First topic', description: 'What its questions are about.' },
  ];
  return new Map([
    [
      `questions/${first}.md`,
      questionText({ title: 'Does an assignment copy a list?', topic, order: 10, body }),
    ],
    ['pack.yaml', packText({ id, title, description: 'What the pack is about.', topics })],
    ['quizzes/first-quiz.yaml', stringify(quiz, { lineWidth: 0 })],
  ]);
}
