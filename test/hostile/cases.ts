/** Rules from which hostile input is made. */
import fc from 'fast-check';
import { file } from './case.js';
import type { Case } from './case.js';
import { exercises } from './exercises.js';
import { imports } from './imports.js';
import { recordings } from './recordings.js';
import { labpacks } from './labpacks.js';
import { places } from './mistakes.js';
import { pages } from './pages.js';
import { text, words, wrong } from './words.js';

const head = 'title: A\ntopic: basics\n';
const questionText = fc.oneof(
  words.map((text) => `---\ntitle: ${text}\ntopic: basics\n---\nText.\n`),
  words.map((text) => `---\n${head}${text}: 1\n---\nText.\n`),
  words.map((text) => `---\n${head}sources: [${text}]\n---\nText.\n`),
  words.map((text) => `---\n${head}tags: ${JSON.stringify([text])}\n---\nText.\n`),
  words.map((text) => `---\n${head}---\n${text}\n`),
  words.map((text) => `---\n${head}---\n\`\`\`python {name=${JSON.stringify(text)}}\nx\n\`\`\`\n`),
  words.map(
    (text) =>
      `---\n${head}---\n\`\`\`python {name=a requires=${JSON.stringify(text)}}\nx\n\`\`\`\n`,
  ),
  words.map(
    (text) => `---\n${head}---\n\`\`\`python {name=a python=${JSON.stringify(text)}}\nx\n\`\`\`\n`,
  ),
  words.map(
    (text) =>
      `---\n${head}---\n\`\`\`python {name=a}\nx\n\`\`\`\n\`\`\`c {file=${JSON.stringify(text)} of=a}\nx\n\`\`\`\n`,
  ),
  words.map((text) => `---\n${head}---\n\`\`\`python ${text}\nx\n\`\`\`\n`),
  words,
);
const item = 'title: Q\nitems:\n  - id: a\n    kind: text\n    question: good\n    prompt: Why?\n';
const quizText = fc.oneof(
  words.map((text) => `${item}    accept: [${JSON.stringify(text)}]\n`),
  words.map((text) => `${item}    accept: [${JSON.stringify(`/${text}/`)}]\n`),
  words.map((text) => `${item}    accept: [a]\n    explanation: ${JSON.stringify(text)}\n`),
  words.map((text) => `${item}    accept: [a]\n${text}\n`),
  words,
);
const packs: fc.Arbitrary<Case> = fc.oneof(
  {
    weight: 4,
    arbitrary: text(questionText).map((ingredient) => ({
      kind: 'pack' as const,
      file: file.question,
      ingredient,
      isWrong: false,
    })),
  },
  {
    weight: 3,
    arbitrary: text(quizText).map((ingredient) => ({
      kind: 'pack' as const,
      file: file.quiz,
      ingredient,
      isWrong: false,
    })),
  },
  fc.tuple(fc.constantFrom(file.question, file.quiz), wrong).map(([path, ingredient]) => ({
    kind: 'pack' as const,
    file: path,
    ingredient,
    isWrong: true,
  })),
);

const event = {
  v: 2,
  id: 'a',
  time: 1_767_322_800_000,
  device: 'd',
  event: { kind: 'read', question: 'gil' },
};
const values = fc.oneof(
  fc.anything({ maxDepth: 3 }),
  fc.constantFrom<unknown>(1e300, -1, null, '../../x', [], {}, 1_767_322_800_000_000),
  words,
);
/** An entry with one value that is another. */
const entry = fc
  .tuple(
    fc.constantFrom('v', 'id', 'time', 'device', 'event', 'event.kind', 'event.question', 'x'),
    values,
  )
  .map(([key, value]) => {
    const inner = key.startsWith('event.')
      ? { ...event.event, [key.slice(6)]: value }
      : event.event;
    const changed = { ...event, event: inner };
    return key.startsWith('event.') ? changed : { ...changed, [key]: value };
  });
const json = (value: unknown): string => {
  try {
    return JSON.stringify(value, (_, each: unknown) =>
      typeof each === 'bigint' || typeof each === 'symbol' ? String(each) : each,
    );
  } catch {
    return '{';
  }
};
const torn = (whole: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(whole, fc.option(fc.nat(200)))
    .map(([line, cut]) => (cut === null ? line : line.slice(0, cut)));

const journals = torn(fc.oneof(entry.map(json), words));
const exported = fc
  .tuple(
    fc.constantFrom('format', 'version', 'events', 'later', 'files', 'state'),
    fc.oneof(
      values,
      fc.array(entry, { maxLength: 3 }),
      fc.array(fc.record({ path: words, text: words }), { maxLength: 3 }),
      fc.array(
        fc.record({
          path: fc.constantFrom('notes/../../x', 'scratch/a/../../../x', 'C:\\x'),
          text: words,
        }),
      ),
    ),
  )
  .map(([key, value]) => ({
    format: 'python-interview-lab/progress',
    version: 1,
    events: [event],
    files: [],
    [key]: value,
  }));

const settings = [
  ...['pythonPath', 'packs', 'topics.hideDone', 'review.newPerDay', 'review.reviewsPerDay'],
  ...['review.desiredRetention', 'review.dailyReminder', 'today.open'],
  ...['trace.steps', 'trace.seconds', 'trace.objects'],
];

/** By their kinds, how many of each are tried. */
export const rules: readonly { readonly count: number; readonly cases: fc.Arbitrary<Case> }[] = [
  { count: 200, cases: packs },
  { count: 60, cases: places },
  { count: 100, cases: exercises },
  { count: 100, cases: imports },
  { count: 60, cases: recordings },
  { count: 120, cases: labpacks },
  {
    count: 80,
    cases: fc.tuple(words, words).map(([a, b]) => ({ kind: 'link', text: `[${a}](${b}) ${a}` })),
  },
  { count: 80, cases: journals.map((line) => ({ kind: 'journal', text: line })) },
  { count: 60, cases: torn(exported.map(json)).map((whole) => ({ kind: 'export', text: whole })) },
  {
    count: 40,
    cases: fc
      .tuple(fc.constantFrom(...settings), values)
      .map(([id, value]) => ({ kind: 'setting', id: `interviewLab.${id}`, value: plain(value) })),
  },
  {
    count: 60,
    cases: fc
      .tuple(fc.constantFrom(...Object.keys(pages)), fc.nat(30), values)
      .map(([page, method, value]) => ({
        kind: 'message',
        page,
        method: String(method),
        value: plain(value),
      })),
  },
];

/** As it could arrive: what JSON holds. */
function plain(value: unknown): unknown {
  const encoded = json(value) as string | undefined;
  return encoded === undefined || encoded === '{' ? null : (JSON.parse(encoded) as unknown);
}
