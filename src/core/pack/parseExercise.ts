/** Reads one exercise of all the texts in its folder. */
import { parseBlocks } from '../markdownParser.js';
import { moduleFileName } from '../python/moduleNames.js';
import { readApproaches } from './approaches.js';
import type { LocatedText, TellPart } from './approaches.js';
import { exerciseSchema } from './exerciseSchemas.js';
import { fencesOf } from './fences.js';
import { folderIdFault } from './filePlaces.js';
import { decodeHead, splitFrontMatter } from './frontMatter.js';
import type { Approach, Exercise } from './exercise.js';
import type { Fault, Place, WrongProgram } from './pack.js';
import { repeated } from './repeated.js';
import type { Path } from './yamlTree.js';

/** A solution that must fail, and the file in which it stands. */
export interface WrongSolution extends WrongProgram {
  /** Its file's name without the ending. */
  readonly name: string;
}

export interface ParsedExercise {
  readonly exercise?: Exercise;
  /** What the author gave to prove the checks by. */
  readonly wrong: readonly WrongSolution[];
  readonly texts: readonly LocatedText[];
  readonly faults: readonly Fault[];
  /** Where a value of exercise.md's front matter stands. */
  readonly placeOf: (path: Path) => Place;
}

/** What lies beside the learner's module when its checks run, or are debugged. */
const besideModule = ['checks.py', 'debug_check.py'];

type Task = Omit<Exercise, 'starter' | 'checks' | 'approaches' | 'files' | 'measure'>;

interface ReadTask extends Pick<ParsedExercise, 'placeOf' | 'texts'> {
  readonly task?: Task;
}

/** @param parts the texts in the exercise's folder, by their paths in it; lines end with `\n` */
export function parseExercise(
  packId: string,
  id: string,
  parts: ReadonlyMap<string, string>,
): ParsedExercise {
  const faults: Fault[] = [];
  const tell: TellPart = (part, message, place = { line: 0 }) => {
    faults.push({ file: `exercises/${id}/${part}`, ...place, message });
  };
  const { task, texts, placeOf } = readTask(packId, id, parts.get('exercise.md'), tell);
  const starter = readProgram('starter.py', parts, tell);
  const checks = readProgram('checks.py', parts, tell);
  if (checks !== undefined && !/^[ \t]*(?:async[ \t]+)?def[ \t]+test_\w/m.test(checks))
    tell('checks.py', 'It checks nothing: a check is a function or a method “test_…”.');
  for (const { name, line } of repeatedChecks(checks ?? ''))
    tell('checks.py', `“${name}” stands twice: Python keeps the last alone.`, { line });
  const measure = readMeasure(parts.get('measure.py'), tell);
  const solutions = readApproaches(inFolder(parts, 'solutions'), tell);
  const wrong = inFolder(parts, 'wrong').map(([name, code]): WrongSolution => {
    const misconception = misconceptionOf(code);
    if (misconception === '')
      tell(`wrong/${name}`, 'It begins with its misconception: a docstring or a comment.');
    return { name: name.replace(/\.py$/, ''), code, misconception };
  });
  const files = inFolder(parts, 'files').map(([path, text]) => ({ path, text }));
  const own = new Set(['checks', moduleOf(id)]);
  for (const { path } of files)
    if (own.has(moduleAt(path) ?? ''))
      tell(`files/${path}`, 'A module of this name lies there when checks run.');
  const approaches: readonly Approach[] = solutions.map(({ approach }) => approach);
  tellSameCode(
    [
      ['starter.py', starter ?? ''],
      ...approaches.map(({ id, code }) => [`solutions/${id}.md`, code] as const),
      ...wrong.map(({ name, code }) => [`wrong/${name}.py`, code] as const),
    ],
    tell,
  );
  const whole = task && starter !== undefined && checks !== undefined && approaches.length > 0;
  return {
    ...(whole ? { exercise: { ...task, starter, checks, approaches, files, ...measure } } : {}),
    wrong,
    texts: [...texts, ...solutions.flatMap(({ texts }) => texts)],
    faults,
    placeOf,
  };
}

function readTask(
  packId: string,
  id: string,
  text: string | undefined,
  tellPart: TellPart,
): ReadTask {
  const tell = (message: string, place?: Place): void => {
    tellPart('exercise.md', message, place);
  };
  const failed: ReadTask = { texts: [], placeOf: () => ({ line: 0 }) };
  const wrongName = folderIdFault(id) ?? moduleFault(id);
  if (wrongName !== undefined) tell(wrongName);
  if (text === undefined) {
    tell('The exercise has no “exercise.md”.');
    return failed;
  }
  const split = splitFrontMatter(text);
  if (!split) {
    tell(
      'An exercise begins with its front matter: a line “---”, keys such as “title:”, and a line “---”.',
    );
    return failed;
  }
  const decoded = decodeHead(split.head, exerciseSchema);
  for (const { message, ...place } of decoded.faults) tell(message, place);
  if (!decoded.value) return failed;
  const { value, placeOf } = decoded;
  const { body, bodyLine } = split;
  if (body.trim() === '')
    tell('The exercise has no task below its front matter.', { line: bodyLine - 1 });
  const { fences, faults } = fencesOf(parseBlocks(body), text.split('\n'), bodyLine);
  for (const { message, ...place } of faults) tell(message, place);
  const furnished = fences.filter(({ attributes }) => attributes.size > 0);
  for (const fence of furnished)
    tell('Only the fences of questions have attributes.', fence.placeOf());
  const texts = [
    { part: 'exercise.md', line: bodyLine, text: body },
    ...value.hints.map((hint, at) => ({
      part: 'exercise.md',
      line: placeOf(['hints', at]).line,
      text: hint,
      quotedIn: text.split('\n'),
    })),
  ];
  if (wrongName !== undefined) return { texts, placeOf };
  const { short, ...rest } = value;
  const shorter = short === undefined ? {} : { short };
  return { task: { id, packId, ...rest, ...shorter, body, module: moduleOf(id) }, texts, placeOf };
}

/** How solutions are measured, where the author says so. */
function readMeasure(text: string | undefined, tell: TellPart): Pick<Exercise, 'measure'> {
  if (text === undefined) return {};
  const wanted = [/^sizes\b/m, /^def[ \t]+make_input\b/m, /^def[ \t]+run\b/m];
  if (!wanted.every((each) => each.test(text)))
    tell(
      'measure.py',
      'It measures nothing: it holds “sizes”, “make_input(n)” and “run(module, data)”.',
    );
  return { measure: text };
}

/** A text that must be there and hold something. */
function readProgram(
  part: string,
  parts: ReadonlyMap<string, string>,
  tell: TellPart,
): string | undefined {
  const text = parts.get(part);
  if (text === undefined) tell('exercise.md', `There is no “${part}” beside it.`);
  else if (text.trim() === '') tell(part, 'This file is empty.');
  else return text;
  return undefined;
}

/** The parts in a folder of the exercise, by their paths in that folder. */
function inFolder(
  parts: ReadonlyMap<string, string>,
  folder: string,
): readonly (readonly [path: string, text: string])[] {
  const start = `${folder}/`;
  return [...parts].flatMap(([path, text]) =>
    path.startsWith(start) ? [[path.slice(start.length), text] as const] : [],
  );
}

/** The name of the learner's module. */
export function moduleOf(exercise: string): string {
  return exercise.replaceAll('-', '_');
}

/** What is wrong with the name of the module that an exercise's id makes; undefined when nothing is. */
export function moduleFault(id: string): string | undefined {
  const name = moduleOf(id);
  if (moduleFileName(id, '', besideModule) === `${name}.py`) return undefined;
  return `The learner’s module would be named “${name}”, which Python cannot import or has already: choose another name for the folder.`;
}

/** The module that a file of the working folder is, as systems see it that take letters of either case for the same. */
function moduleAt(path: string): string | undefined {
  return /^([^/.]+)(?:\.pyw?|\/__init__\.py)$/i.exec(path)?.[1]?.toLowerCase();
}

/** Programs that are meant to differ, in the order in which they are read. */
function tellSameCode(
  programs: readonly (readonly [part: string, code: string])[],
  tell: TellPart,
): void {
  const seen = new Map<string, string>();
  for (const [part, text] of programs) {
    const code = text.trim();
    const other = seen.get(code);
    if (other === undefined) seen.set(code, part);
    else if (code !== '') tell(part, `Its code is that of “${other}”.`);
  }
}

/** The functions of a module that take the place of others of the same name, and their lines. */
function repeatedChecks(code: string): readonly { readonly name: string; readonly line: number }[] {
  const checks = code.split('\n').flatMap((text, line) => {
    const name = /^(?:async[ \t]+)?def[ \t]+(test_\w*)/.exec(text)?.[1];
    return name === undefined ? [] : [{ name, line }];
  });
  return repeated(checks.map(({ name }) => name)).flatMap((at) => checks[at] ?? []);
}

/** What the docstring or the comment says with which a program begins. */
function misconceptionOf(code: string): string {
  const docstring = /^\s*(?:"""([^]*?)"""|'''([^]*?)''')/.exec(code);
  const comment = /^(?:#.*\n?)+/.exec(code)?.[0].replace(/^#/gm, '');
  return (docstring?.[1] ?? docstring?.[2] ?? comment ?? '').replace(/\s+/g, ' ').trim();
}
