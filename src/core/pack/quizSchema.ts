/** The shape of a quiz, with messages for its author. */
import * as v from 'valibot';
import {
  id,
  level,
  markdown,
  markdownText,
  number,
  python,
  pythonRange,
  text,
  title,
  truth,
  words,
} from './fields.js';
import { about, meaning } from './schemaShape.js';

const itemBase = {
  id: about('The item’s name within the quiz, for ever.', meaning(id, { defines: 'item' })),
  question: about('The question that teaches it.', meaning(id, { names: 'question' })),
  level,
  prompt: about('What is asked, in Markdown.', markdown('The prompt')),
  explanation: about('What is said once it is answered, in Markdown.', markdownText),
  python,
};

const correct = v.optional(
  about('Whether it is right.', truth('“correct” is true or false.')),
  'false',
);
const option = v.object({
  text: about(
    'What can be chosen, in Markdown.',
    meaning(
      v.pipe(
        v.string('An option has a text.'),
        v.check((each) => each.trim() !== '', 'An option has a text.'),
      ),
      { markdown: true },
    ),
  ),
  correct,
  why: about('Why it is right or wrong, in Markdown.', markdownText),
});
const options = v.pipe(
  v.array(option, 'The item needs a list of options.'),
  v.minLength(2, 'The item needs at least two options.'),
  v.check(
    (list) => new Set(list.map((each) => each.text.trim())).size === list.length,
    'Two options say the same.',
  ),
  v.maxLength(9, 'The item has more than nine options; nine keys choose them.'),
);
const rightOnes = (list: readonly { readonly correct: boolean }[]): number =>
  list.filter((each) => each.correct).length;
const lines = v.array(
  v.pipe(
    v.string('A line must be text.'),
    v.check((line) => line.trim() !== '', 'A line must not be empty.'),
  ),
  'This must be a list of lines.',
);
const checks = v.pipe(
  v.array(
    v.pipe(
      v.string('A check must be text.'),
      v.check(
        (check) => check.split('\n').some((line) => /^\s*[^\s#]/.test(line)),
        'This checks nothing: a check is Python that asserts.',
      ),
    ),
    'Checks are a list of programs that assert.',
  ),
  v.nonEmpty('The item needs at least one check.'),
);
const lineNumber = v.pipe(
  number('A line is named by its number.'),
  v.integer('A line is named by its number.'),
  v.minValue(1, 'Lines are counted from 1.'),
);
const repair = v.object({
  text: v.optional(about('What is shown instead of the code, in Markdown.', markdown('The text'))),
  code: about(
    'What takes the place of the faulty line.',
    v.string('A repair needs “code”, which takes the place of the faulty line.'),
  ),
  lines: v.optional(
    v.tuple([lineNumber, lineNumber], '“lines” are the first and the last line that are replaced.'),
  ),
  correct,
  why: about('Why it mends the fault or does not, in Markdown.', markdownText),
});
const answer = v.string('An answer must be text.');
const accepted = v.pipe(
  answer,
  v.check((form) => form.trim() !== '', 'An accepted answer must not be empty.'),
  v.check((form) => !form.includes('\n'), 'An accepted answer is one line: more cannot be typed.'),
);

export const quizSchema = v.object({
  title,
  description: about('What it is about, in a sentence or two.', text),
  items: v.pipe(
    v.array(
      v.variant(
        'kind',
        [
          v.object({
            ...itemBase,
            kind: v.literal('single'),
            options: v.pipe(
              options,
              v.check(
                (list) => rightOnes(list) === 1,
                'Exactly one option must be “correct: true”.',
              ),
            ),
          }),
          v.object({
            ...itemBase,
            kind: v.literal('multiple'),
            options: v.pipe(
              options,
              v.check(
                (list) => rightOnes(list) > 0,
                'At least one option must be “correct: true”.',
              ),
            ),
          }),
          v.object({
            ...itemBase,
            kind: v.literal('output'),
            snippet: v.optional(
              about(
                'The snippet that is shown, as question-id/snippet-name.',
                meaning(
                  v.pipe(
                    v.string(),
                    v.regex(/^[a-z0-9-]+\/[\w-]+$/, 'A snippet is named question-id/snippet-name.'),
                  ),
                  { names: 'snippet' },
                ),
              ),
            ),
            code: v.optional(
              about('The program that is shown.', v.string('The code must be text.')),
            ),
            answer: v.optional(about('What the program prints.', answer)),
            python: v.optional(pythonRange),
          }),
          v.object({
            ...itemBase,
            kind: v.literal('text'),
            accept: v.pipe(
              v.array(accepted, 'A text item needs a list “accept”.'),
              v.nonEmpty('A text item needs at least one accepted answer.'),
            ),
            forgive: v.optional(
              v.array(
                v.picklist(['case', 'blanks'], 'What can be forgiven is case and blanks.'),
                'What can be forgiven is a list: [case, blanks].',
              ),
              [],
            ),
          }),
          v.object({
            ...itemBase,
            kind: v.literal('order'),
            code: v.optional(truth('“code” is true or false.')),
            lines: v.pipe(
              lines,
              v.minLength(2, 'There must be at least two lines to arrange.'),
              v.maxLength(30, 'More than 30 lines cannot be arranged by hand.'),
            ),
            distractors: v.optional(
              v.pipe(lines, v.maxLength(10, 'More than ten distractors only tire.')),
              [],
            ),
            accept: v.optional(
              v.array(
                v.array(number('A line’s number is expected.')),
                'Other right orders are lists of numbers of lines.',
              ),
            ),
          }),
          v.object({
            ...itemBase,
            kind: v.literal('code'),
            starter: words('The starter'),
            solution: words('The solution'),
            checks,
            wrong: v.optional(
              v.array(
                v.object({
                  code: words('The wrong code'),
                  misconception: words('The misconception'),
                }),
                'Wrong solutions are a list of “code” and “misconception”.',
              ),
              [],
            ),
            alternatives: v.optional(
              v.array(words('An alternative'), 'Alternatives are a list of right solutions.'),
              [],
            ),
          }),
          v.object({
            ...itemBase,
            kind: v.literal('defect'),
            code: words('The code'),
            faulty: v.union(
              [
                v.pipe(
                  lineNumber,
                  v.transform((line) => [line]),
                ),
                v.pipe(v.array(lineNumber), v.nonEmpty('At least one line must be faulty.')),
              ],
              '“faulty” is the number of a line, or a list of numbers.',
            ),
            repairs: v.pipe(
              v.array(repair, 'The item needs a list of repairs.'),
              v.minLength(2, 'The item needs at least two repairs.'),
              v.maxLength(9, 'The item has more than nine repairs; nine keys choose them.'),
              v.check(
                (list) => rightOnes(list) === 1,
                'Exactly one repair must be “correct: true”.',
              ),
            ),
            checks,
          }),
        ],
        'The kind must be single, multiple, output, text, order, code or defect.',
      ),
      'A quiz has a list of items.',
    ),
    v.nonEmpty('A quiz has at least one item.'),
  ),
});
