/** Ids that a pack gave up for others: what learners did under the old ones counts for the new ones, for ever. */
import * as v from 'valibot';
import { aliasChain } from './aliasChain.js';
import { aliasKinds } from './aliasKinds.js';
import type { AliasKind } from './aliasKinds.js';
import { id } from './fields.js';
import { didYouMean } from './nearestWord.js';
import type { Aliases, Fault, Place } from './pack.js';
import { about, meaning } from './schemaShape.js';
import type { Path } from './yamlTree.js';

const renamed = (names: 'question' | 'quiz' | 'exercise', description: string) =>
  v.optional(
    about(
      description,
      v.record(id, meaning(id, { names }), 'Aliases are written as “old-id: new-id”.'),
    ),
    {},
  );

export const aliasesSchema = v.optional(
  about(
    'Ids that were given up: learners’ progress follows from each to the one that took its place.',
    v.object({
      questions: renamed('question', 'Old ids of questions, each with the new one.'),
      quizzes: renamed('quiz', 'Old ids of quizzes, each with the new one.'),
      exercises: renamed('exercise', 'Old ids of exercises, each with the new one.'),
    }),
  ),
  {},
);

/** The ids that a pack has, of each kind. */
export type PackIds = Readonly<Record<AliasKind, ReadonlySet<string>>>;

/** What is wrong with aliases: each leads from an id that is gone straight to one that is there. */
export function aliasFaults(
  aliases: Aliases,
  ids: PackIds,
  placeOf: (path: Path) => Place,
): readonly Fault[] {
  return aliasKinds.flatMap((kind) =>
    Object.keys(aliases[kind]).flatMap((old) => {
      const message = aliasFault(old, aliases[kind], ids[kind]);
      const place = placeOf(['aliases', kind, old]);
      return message === undefined ? [] : [{ file: 'pack.yaml', ...place, message }];
    }),
  );
}

function aliasFault(
  old: string,
  aliases: Aliases[AliasKind],
  ids: ReadonlySet<string>,
): string | undefined {
  if (ids.has(old)) return `“${old}” is in the pack: an alias leads from an id that is gone.`;
  const to = aliases[old] ?? '';
  const { by, end } = aliasChain(old, aliases);
  if (end === undefined) return `Aliases lead in a circle: ${[...by].slice(0, 6).join(', ')}.`;
  if (end !== to)
    return `The alias leads to “${to}”, which is an alias itself; did you mean “${end}”?`;
  return ids.has(to)
    ? undefined
    : `The alias leads to “${to}”, which is not in the pack${didYouMean(to, ids)}`;
}
