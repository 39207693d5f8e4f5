/** New questions, quizzes and exercises that work at once, each with one place to begin to type at. */
import { stringify } from 'yaml';
import { folderIdFault, fileIdFault } from '../../core/pack/filePlaces.js';
import { moduleFault, moduleOf } from '../../core/pack/parseExercise.js';
import { questionText } from './packTexts.js';
import { slugOf } from './slug.js';

export const partKinds = ['question', 'quiz', 'exercise'] as const;

export type PartKind = (typeof partKinds)[number];

/** What is asked of an author. */
export interface PartWanted {
  readonly title: string;
  /** Id of the topic of a question or an exercise. */
  readonly topic: string;
  /** Id of the question that the first item of a quiz is about. */
  readonly question: string;
}

export interface NewPart {
  /** Texts by their paths in the pack; the first is the one to go on with. */
  readonly files: ReadonlyMap<string, string>;
  /** What of the first text its author replaces first. */
  readonly select: string;
}

/** The path of the file that stands for it. */
export function partFile(kind: PartKind, id: string): string {
  if (kind === 'question') return `questions/${id}.md`;
  return kind === 'quiz' ? `quizzes/${id}.yaml` : `exercises/${id}/exercise.md`;
}

/** What is wrong with the id that a title makes: a sentence for the author; undefined when nothing is. */
export function partIdFault(kind: PartKind, id: string): string | undefined {
  if (kind === 'exercise') return folderIdFault(id) ?? moduleFault(id);
  return fileIdFault(partFile(kind, id));
}

export function newPart(kind: PartKind, wanted: PartWanted): NewPart {
  return { question: newQuestion, quiz: newQuiz, exercise: newExercise }[kind](wanted);
}

const opening = 'Say in two to four sentences what a strong candidate says first.';

const questionBody = `${opening}

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

function newQuestion({ title, topic }: PartWanted): NewPart {
  const file = partFile('question', slugOf(title));
  return {
    files: new Map([[file, questionText({ title, topic, order: 10, body: questionBody })]]),
    select: opening,
  };
}

function newQuiz({ title, question }: PartWanted): NewPart {
  const prompt = 'What does `second = first` do where `first` is a list?';
  const items = [
    {
      id: 'same-list',
      question,
      kind: 'single',
      prompt,
      options: [
        { text: 'It gives the list a second name.', correct: true, why: 'Nothing is copied.' },
        { text: 'It copies the list.', why: 'Only `first.copy()` and the like do.' },
        { text: 'It copies each element.', why: 'Only `copy.deepcopy` does.' },
      ],
    },
    {
      id: 'printed',
      question,
      kind: 'output',
      prompt: 'What does it print?',
      code: 'first = [1, 2]\nsecond = first\nsecond.append(3)\nprint(first)\n',
      answer: '[1, 2, 3]',
    },
  ];
  const text = stringify({ title, items }, { lineWidth: 0 });
  return { files: new Map([[partFile('quiz', slugOf(title)), text]]), select: prompt };
}

function newExercise({ title, topic }: PartWanted): NewPart {
  const id = slugOf(title);
  const folder = `exercises/${id}`;
  const task = 'Say what the learner is to write, and show it by an example.';
  const head = { title, topic, order: 10, level: 'core', minutes: 10 };
  const hints = ['What does `+` do with two numbers?', 'Add the number to itself.'];
  const approach = {
    title: 'Addition',
    order: 1,
    time: '`O(1)`',
    memory: '`O(1)`',
    when: 'Always: it says what is meant.',
  };
  const matter = (keys: object): string => `---\n${stringify(keys, { lineWidth: 0 })}---\n\n`;
  return {
    files: new Map([
      [
        partFile('exercise', id),
        `${matter({ ...head, hints })}${task} Write a function \`double\`:\n\n\`\`\`python\ndouble(2)  # 4\n\`\`\`\n`,
      ],
      [`${folder}/starter.py`, 'def double(number): ...\n'],
      [
        `${folder}/checks.py`,
        `from ${moduleOf(id)} import double


def test_doubles(number, expected):
    """It is twice the number."""
    assert double(number) == expected


test_doubles.cases = {"two": (2, 4), "three": (3, 6), "nothing": (0, 0)}
`,
      ],
      [
        `${folder}/solutions/addition.md`,
        `${matter(approach)}\`\`\`python\ndef double(number):\n    return number + number\n\`\`\`\n\nSay why it is right.\n`,
      ],
      [
        `${folder}/wrong/square.py`,
        '"""A number times itself is twice the number."""\n\n\ndef double(number):\n    return number * number\n',
      ],
    ]),
    select: task,
  };
}
