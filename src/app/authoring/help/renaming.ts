/** Gives something of a pack another name: everywhere, and for the learners' progress too. */
import type { AliasKind } from '../../../core/pack/aliasKinds.js';
import type { Aliases } from '../../../core/pack/pack.js';
import { exercisePart } from '../../../core/pack/exercisePlaces.js';
import { isSnippetName } from '../../../core/pack/fenceAttributes.js';
import { fileIdFault, folderIdFault } from '../../../core/pack/filePlaces.js';
import { isId } from '../../../core/pack/idPattern.js';
import { parsePackInfo } from '../../../core/pack/parsePack.js';
import type { Named, NamedKind } from '../../../core/pack/spots/spot.js';
import { moduleOf } from '../../../core/pack/parseExercise.js';
import { aliasesEdit } from './aliasText.js';
import type { AuthoredPack } from './authoredPack.js';
import { fileOf } from './definition.js';
import type { TextEdit, TextPlace } from './textEdit.js';

export interface Renaming {
  readonly edits: readonly TextEdit[];
  /** Paths within the pack of what gets another name on the disk. */
  readonly move?: { readonly from: string; readonly to: string };
}

const aliasKinds: Partial<Record<NamedKind, AliasKind>> = {
  question: 'questions',
  quiz: 'quizzes',
  exercise: 'exercises',
};

/** @throws Error with a sentence for the author when it cannot have that name. */
export async function renaming(pack: AuthoredPack, named: Named, name: string): Promise<Renaming> {
  const fault = nameFault(pack, named, name);
  if (fault !== undefined) throw new Error(fault);
  const kind = aliasKinds[named.kind];
  const file = fileOf(pack, named);
  const mentions = (await pack.mentions(named)).map(
    ({ file, spot: { line, columns } }): TextEdit => {
      const [from, to] = columns;
      return { file, from: { line, column: from }, to: { line, column: to }, text: name };
    },
  );
  if (!kind || file === undefined) return { edits: mentions };
  const packText = (await pack.text('pack.yaml')) ?? '';
  const aliases = withAlias(parsePackInfo(packText).info?.aliases, kind, named.id, name);
  // The aliases are written anew as a whole.
  const aliased = aliasesEdit(packText, aliases);
  const edits = mentions.filter((edit) => !isWithin(edit, aliased));
  return {
    edits: [...edits, ...(await moduleEdits(pack, named, name)), aliased],
    move:
      named.kind === 'exercise'
        ? { from: `exercises/${named.id}`, to: `exercises/${name}` }
        : { from: file, to: file.replace(`/${named.id}.`, () => `/${name}.`) },
  };
}

function isWithin({ file, from }: TextEdit, around: TextEdit): boolean {
  const isBefore = (one: TextPlace, other: TextPlace): boolean =>
    one.line < other.line || (one.line === other.line && one.column < other.column);
  return file === around.file && !isBefore(from, around.from) && isBefore(from, around.to);
}

/** What led to the old name leads to the new one; one that is taken back is no alias any more. */
function withAlias(
  aliases: Aliases = { questions: {}, quizzes: {}, exercises: {} },
  kind: AliasKind,
  old: string,
  name: string,
): Aliases {
  const kept = Object.entries(aliases[kind])
    .filter(([from]) => from !== name)
    .map(([from, to]): [string, string] => [from, to === old ? name : to]);
  const made: Readonly<Record<string, string>> = Object.fromEntries([...kept, [old, name]]);
  return { ...aliases, [kind]: made };
}

/** The checks and solutions of an exercise import a module that is named after it. */
async function moduleEdits(
  pack: AuthoredPack,
  named: Named,
  name: string,
): Promise<readonly TextEdit[]> {
  if (named.kind !== 'exercise') return [];
  const own = [...pack.files].filter((file) => exercisePart(file)?.exercise === named.id);
  const edits: TextEdit[] = [];
  for await (const { file, text } of pack.texts(own)) {
    for (const [line, source] of text.split('\n').entries()) {
      const found = /^(\s*(?:from|import)\s+)(\w+)/.exec(source);
      if (found?.[2] !== moduleOf(named.id)) continue;
      const from = { line, column: found[1]?.length ?? 0 };
      edits.push({ file, from, to: { line, column: found[0].length }, text: moduleOf(name) });
    }
  }
  return edits;
}

function nameFault(pack: AuthoredPack, { kind, id }: Named, name: string): string | undefined {
  if (name === id) return `It is named “${name}” already.`;
  const noId = isId(name) ? undefined : `“${name}” is no id: lower-case words joined by hyphens.`;
  const taken = `There is a ${kind} “${name}” already.`;
  switch (kind) {
    case 'question':
      return (
        noId ??
        fileIdFault(`questions/${name}.md`) ??
        (pack.questions.has(name) ? taken : undefined)
      );
    case 'quiz':
      return (
        noId ??
        fileIdFault(`quizzes/${name}.yaml`) ??
        (pack.quizzes.includes(name) ? taken : undefined)
      );
    case 'exercise':
      return (
        noId ??
        folderIdFault(name) ??
        (pack.exercises.some((each) => each.id === name) ? taken : undefined)
      );
    case 'topic':
      return noId ?? (pack.info.topics.some((each) => each.id === name) ? taken : undefined);
    case 'snippet':
      return isSnippetName(name)
        ? undefined
        : `“${name}” is no name: use letters, digits and hyphens.`;
    case 'tag':
      return /^\w[\w +.-]*$/.test(name)
        ? undefined
        : `“${name}” is no tag: use letters, digits, blanks and hyphens.`;
    case 'path':
    case 'item':
    case 'section':
    case 'picture':
      return `The name of ${kind === 'item' ? 'an' : 'a'} ${kind} is not changed here.`;
  }
}
