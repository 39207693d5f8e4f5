/** What an author could write at a place of a pack's file. */
import { attributesFor, valuesFor } from '../../../core/pack/fenceAttributes.js';
import { choicesOf, descriptionOf } from '../../../core/pack/schemaShape.js';
import { fileSpots } from '../../../core/pack/spots/fileSpots.js';
import { slotAt } from '../../../core/pack/spots/caret.js';
import type { Slot } from '../../../core/pack/spots/caret.js';
import type { Named } from '../../../core/pack/spots/spot.js';
import { picturePath } from '../../../core/linkTarget.js';
import { isQuestionFile } from '../../../core/pack/filePlaces.js';
import type { AuthoredPack } from './authoredPack.js';

export interface Proposal {
  readonly kind:
    'key' | 'value' | 'question' | 'topic' | 'tag' | 'section' | 'snippet' | 'picture' | 'template';
  readonly label: string;
  /** What it is, in a few words. */
  readonly detail?: string;
  readonly documentation?: string;
  /** What is written; of a template with VS Code's placeholders. */
  readonly insert: string;
}

export interface Proposals {
  /** The columns of the line that a proposal takes the place of. */
  readonly columns: readonly [from: number, to: number];
  readonly proposals: readonly Proposal[];
}

/** @param text of the file as it now is; its lines end with `\n` */
export async function proposalsAt(
  pack: AuthoredPack,
  file: string,
  text: string,
  line: number,
  column: number,
): Promise<Proposals | undefined> {
  const slot = slotAt(file, text, line, column);
  if (!slot) return undefined;
  if (slot.spot) {
    const proposals = await proposalsFor(pack, file, text, line, slot);
    return { columns: slot.columns, proposals };
  }
  const [, indent = ''] = /^(\s*)\w*$/.exec(slot.typed) ?? [];
  if (!isQuestionFile(file) || !/^\s*[\w`]*$/.test(slot.typed)) return undefined;
  return { columns: [indent.length, column], proposals: templates };
}

function proposalsFor(
  pack: AuthoredPack,
  file: string,
  text: string,
  line: number,
  { spot, typed, after }: Slot,
): readonly Proposal[] | Promise<readonly Proposal[]> {
  switch (spot.role) {
    case 'key':
      return Object.entries(spot.entries)
        .filter(([key]) => !spot.present.includes(key))
        .map(([key, schema]) => {
          const documentation = descriptionOf(schema);
          const insert = after.startsWith(':') ? key : `${key}: `;
          return {
            kind: 'key',
            label: key,
            insert,
            ...(documentation === undefined ? {} : { documentation }),
          };
        });
    case 'value':
      return words((spot.schema && choicesOf(spot.schema)) ?? []);
    case 'attribute':
      return attributesFor(spot.language)
        .filter((name) => !spot.present.includes(name))
        .map((name) => ({
          kind: 'key',
          label: name,
          insert: name === 'unordered' || after.startsWith('=') ? name : `${name}=`,
        }));
    case 'attributeValue':
      if (spot.attribute === 'of') return snippetsIn(file, text, line);
      return words(valuesFor(spot.attribute));
    case 'target':
      return targets(pack, spot.isPicture, typed);
    case 'names':
    case 'defines':
      return spot.role === 'names' ? namesOf(pack, file, text, line, spot.named) : [];
  }
}

function words(all: readonly string[]): readonly Proposal[] {
  return all.map((label) => ({ kind: 'value', label, insert: label }));
}

async function namesOf(
  pack: AuthoredPack,
  file: string,
  text: string,
  line: number,
  named: Named,
): Promise<readonly Proposal[]> {
  switch (named.kind) {
    case 'question':
      return questionsOf(pack, '');
    case 'topic':
      return pack.info.topics.map(({ id, title, description }) => ({
        kind: 'topic',
        label: id,
        detail: title,
        documentation: description,
        insert: id,
      }));
    case 'tag':
      return pack.tags.map((tag) => ({ kind: 'tag', label: tag, insert: tag }));
    case 'snippet':
      if (named.file === file) return snippetsIn(file, text, line);
      return snippetsIn(named.file, (await pack.text(named.file)) ?? '');
    case 'section': {
      const own = named.file === file ? text : ((await pack.text(named.file)) ?? '');
      return definedIn(named.file, own, 'section');
    }
    case 'picture':
      return picturesOf(pack);
    case 'quiz':
      return pack.quizzes.map((id) => ({ kind: 'value', label: id, insert: id }));
    case 'exercise':
      return pack.exercises.map(({ id, title }) => ({
        kind: 'value',
        label: id,
        detail: title,
        insert: id,
      }));
    case 'path':
    case 'item':
      return [];
  }
}

function questionsOf(pack: AuthoredPack, before: string): readonly Proposal[] {
  return [...pack.questions.values()].map(({ id, title }) => ({
    kind: 'question',
    label: id,
    detail: title,
    insert: `${before}${id}`,
  }));
}

function picturesOf(pack: AuthoredPack): readonly Proposal[] {
  return [...pack.files]
    .filter((file) => picturePath(file) !== undefined)
    .map((path) => ({ kind: 'picture', label: path, insert: path }));
}

function targets(pack: AuthoredPack, isPicture: boolean, typed: string): readonly Proposal[] {
  if (isPicture) return picturesOf(pack);
  return /^https?:/.test(typed) ? [] : questionsOf(pack, 'question:');
}

/** @param without a line that is being written, which may have opened a fence */
function snippetsIn(file: string, text: string, without?: number): readonly Proposal[] {
  const lines = text.split('\n');
  if (without !== undefined) lines[without] = '';
  return definedIn(file, lines.join('\n'), 'snippet');
}

function definedIn(file: string, text: string, kind: 'section' | 'snippet'): readonly Proposal[] {
  const lines = text.split('\n');
  return fileSpots(file, text).flatMap((spot) => {
    if (spot.role !== 'defines' || spot.named.kind !== kind) return [];
    const { id } = spot.named;
    const title = (lines[spot.line] ?? '').slice(...spot.columns);
    return [{ kind, label: id, insert: id, ...(title === id ? {} : { detail: title }) }];
  });
}

const templates: readonly Proposal[] = [
  {
    kind: 'template',
    label: 'snippet',
    detail: 'A program and what it prints',
    insert:
      '```python {name=${1:name}}\n${2:print("hello")}\n```\n\n```output {of=${1:name}}\n${3:hello}\n```\n$0',
  },
  {
    kind: 'template',
    label: 'file',
    detail: 'A file beside a program',
    insert: '```${1:text} {file=${2:data.txt} of=${3:name}}\n$0\n```\n',
  },
];
