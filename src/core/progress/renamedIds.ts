/** History under the ids that things have now: packs give ids up, and what was done under the old ones still counts. */
import type { LoadedPack } from '../loadedPack.js';
import { aliasChain } from '../pack/aliasChain.js';
import { aliasKinds } from '../pack/aliasKinds.js';
import type { AliasKind } from '../pack/aliasKinds.js';
import { idIn } from '../pack/packId.js';
import type { LearningEvent } from './event.js';
import { isCard } from './storedEvent.js';

/** Old ids with the new ones, of each kind, as the program names them. */
export type RenamedIds = Readonly<Record<AliasKind, ReadonlyMap<string, string>>>;

/** What packs say of their ids; a chain of aliases is followed to its end, and a circle leads nowhere. */
export function renamedIdsOf(packs: readonly Pick<LoadedPack, 'info'>[]): RenamedIds {
  const renamed = { questions: new Map(), quizzes: new Map(), exercises: new Map() };
  for (const { info } of packs)
    for (const kind of aliasKinds) {
      const aliases: Readonly<Record<string, string>> = info.aliases?.[kind] ?? {};
      for (const old of Object.keys(aliases)) {
        const { end } = aliasChain(old, aliases);
        if (end !== undefined) renamed[kind].set(idIn(info.id, old), idIn(info.id, end));
      }
    }
  return renamed;
}

export function hasNone(renamed: RenamedIds): boolean {
  return aliasKinds.every((kind) => renamed[kind].size === 0);
}

/** The event under the ids of now: the same object where it names nothing that was renamed. */
export function underNewIds(event: LearningEvent, renamed: RenamedIds): LearningEvent {
  const changed = changedIn(event, renamed) as LearningEvent;
  if (changed.kind !== 'sessionBegun') return changed;
  const kind = changed.of === 'exercise' ? 'exercises' : 'quizzes';
  const name = renamed[kind].get(changed.name);
  return name === undefined ? changed : { ...changed, name };
}

const fields: Readonly<Record<string, AliasKind>> = {
  question: 'questions',
  quiz: 'quizzes',
  exercise: 'exercises',
};

function changedIn(value: unknown, renamed: RenamedIds): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list = value.map((each: unknown) => changedIn(each, renamed));
    return list.some((each, at) => each !== value[at]) ? list : value;
  }
  const entries = Object.entries(value).map(([name, own]: [string, unknown]) => {
    if (typeof own !== 'string') return [name, changedIn(own, renamed)] as const;
    if (name === 'card' && isCard(own)) return [name, newCard(own, renamed)] as const;
    const kind = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return [name, (kind && renamed[kind].get(own)) ?? own] as const;
  });
  const isChanged = entries.some(([name, own]) => own !== (value as Record<string, unknown>)[name]);
  return isChanged ? Object.fromEntries(entries) : value;
}

function newCard(card: string, renamed: RenamedIds): string {
  const [, of = '', rest = ''] = /^(\w+)\/(.*)$/.exec(card) ?? [];
  if (of !== 'item') {
    const kind = of === 'exercise' ? 'exercises' : 'questions';
    return `${of}/${renamed[kind].get(rest) ?? rest}`;
  }
  const at = rest.lastIndexOf('/');
  const quiz = rest.slice(0, at);
  return `item/${renamed.quizzes.get(quiz) ?? quiz}${rest.slice(at)}`;
}
