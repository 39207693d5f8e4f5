/** Where the things of a pack are that its texts name. */
import { headingsOf, sectionFinder } from '../../../core/headings.js';
import { parseMarkdown } from '../../../core/markdownParser.js';
import { exercisePart } from '../../../core/pack/exercisePlaces.js';
import { idOfFile, isQuestionFile, isQuizFile } from '../../../core/pack/filePlaces.js';
import { splitFrontMatter } from '../../../core/pack/frontMatter.js';
import type { Place } from '../../../core/pack/pack.js';
import { fileSpots } from '../../../core/pack/spots/fileSpots.js';
import { isSame, spotAt } from '../../../core/pack/spots/spot.js';
import type { Named } from '../../../core/pack/spots/spot.js';
import type { AuthoredPack } from './authoredPack.js';

export interface FilePlace extends Place {
  /** Relative to the pack's folder, with forward slashes. */
  readonly file: string;
}

/** Undefined for what is not in the pack, and for tags, which are nowhere defined. */
export async function definitionOf(
  pack: AuthoredPack,
  named: Named,
): Promise<FilePlace | undefined> {
  const file = fileOf(pack, named);
  if (file !== undefined) return { file, line: 0, columns: [0, 0] };
  const isOfPack = named.kind === 'topic' || named.kind === 'path';
  const owner = isOfPack ? 'pack.yaml' : named.file;
  const text = owner === '' ? undefined : await pack.text(owner);
  if (text === undefined) return undefined;
  const wanted = named.kind === 'section' ? sectionIn(text, named) : named;
  const spot = fileSpots(owner, text).find(
    (each) => each.role === 'defines' && isSame(each.named, wanted),
  );
  return spot && { file: owner, line: spot.line, columns: spot.columns };
}

/** The file that something is, if it is one. */
export function fileOf(pack: AuthoredPack, { kind, id }: Named): string | undefined {
  const files: Partial<Record<Named['kind'], readonly string[]>> = {
    question: [`questions/${id}.md`],
    quiz: [`quizzes/${id}.yaml`, `quizzes/${id}.yml`],
    exercise: [`exercises/${id}/exercise.md`],
    picture: [id],
  };
  return files[kind]?.find((file) => pack.files.has(file));
}

/** What a file is itself; undefined for one that has no name in the pack. */
export function ownName(file: string): Named | undefined {
  const exercise = exercisePart(file)?.exercise;
  if (isQuestionFile(file)) return { kind: 'question', id: idOfFile(file), file: '' };
  if (isQuizFile(file)) return { kind: 'quiz', id: idOfFile(file), file: '' };
  return exercise === undefined ? undefined : { kind: 'exercise', id: exercise, file: '' };
}

/** What is named at a place, and where the name stands; in a front matter otherwise the file's own name. */
export function namedAt(
  file: string,
  text: string,
  line: number,
  column: number,
): { readonly named: Named; readonly columns?: readonly [from: number, to: number] } | undefined {
  const spot = spotAt(fileSpots(file, text), line, column);
  if (spot && 'named' in spot) return { named: spot.named, columns: spot.columns };
  const named = ownName(file);
  const head = splitFrontMatter(text)?.bodyLine ?? 1;
  return named && line < head ? { named } : undefined;
}

/** The section under the id that its heading has, in whichever way a link names it. */
function sectionIn(text: string, named: Named): Named {
  const body = splitFrontMatter(text)?.body ?? '';
  const heading = sectionFinder(headingsOf(parseMarkdown(body)))(named.id);
  return heading ? { ...named, id: heading.id } : named;
}
