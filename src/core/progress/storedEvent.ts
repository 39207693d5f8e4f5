/** Events as they stand in the journal: ids carry their packs. Nothing that is read is trusted to be one. */
import { longestName } from '../pack/idPattern.js';
import { endOfTime } from './endOfTime.js';
import { known, qualified } from '../pack/packId.js';
import type { CardId, LearningEvent } from './event.js';

/** One field of an event: undefined for what it cannot be. */
interface Field {
  readonly decode: (stored: unknown) => unknown;
  readonly encode: (value: unknown) => unknown;
  readonly optional?: boolean;
}

const same = (isRight: (value: unknown) => boolean): Field => ({
  decode: (stored) => (isRight(stored) ? stored : undefined),
  encode: (value) => value,
});

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longestName;
/** Items, or seconds: thirty years. */
const most = 1e9;
const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= most;

const text = same(isText);
const yesOrNo = same((value) => typeof value === 'boolean');
const share = same((value) => isAmount(value) && value <= 1);
const amount = same(isAmount);
const moment = same((value) => typeof value === 'number' && value >= 0 && value < endOfTime);
const oneOf = (...values: readonly unknown[]): Field => same((value) => values.includes(value));

/** The same string once: the questions and items of a hundred thousand events are few. */
const names = new Map<string, string>();

function once(stored: string, make: (id: string) => string): string {
  const there = names.get(stored);
  if (there !== undefined) return there;
  if (names.size > 20_000) names.clear();
  const made = make(stored);
  names.set(stored, made);
  return made;
}

const packed: Field = {
  decode: (stored) => (isText(stored) ? once(stored, known) : undefined),
  encode: (value) => qualified(String(value)),
};

const card: Field = {
  decode: (stored) =>
    isText(stored) && isCard(stored) ? once(stored, (id) => knownCard(id as CardId)) : undefined,
  encode: (value) => storedCard(value as CardId),
};

/**
 * `question/` and a question's id, `exercise/` and an exercise's, or `item/`, a quiz's id, `/` and an item's; each id with its
 * pack or without.
 */
export function isCard(value: string): boolean {
  return /^(?:(?:question|exercise)\/[^/]+(?:\/[^/]+)?|item\/[^/]+\/[^/]+(?:\/[^/]+)?)$/.test(
    value,
  );
}

/** The quiz and the item of a card; undefined for any other. */
export function itemOf(card: CardId): { readonly quiz: string; readonly item: string } | undefined {
  const found = /^item\/([^]+)\/([^/]+)$/.exec(card);
  return found ? { quiz: found[1] ?? '', item: found[2] ?? '' } : undefined;
}

/** The exercise of a card; undefined for any other. */
export function exerciseOf(card: CardId): string | undefined {
  const prefix = 'exercise/';
  return card.startsWith(prefix) ? card.slice(prefix.length) : undefined;
}

function withId(card: CardId, ofId: (id: string) => string): CardId {
  const item = itemOf(card);
  if (item) return `item/${ofId(item.quiz)}/${item.item}`;
  const exercise = exerciseOf(card);
  if (exercise !== undefined) return `exercise/${ofId(exercise)}`;
  return `question/${ofId(card.slice('question/'.length))}`;
}

const storedCard = (card: CardId): CardId => withId(card, qualified);
const knownCard = (stored: CardId): CardId => withId(stored, known);

/** What a session keeps: plain data, in which ids carry their packs as well. */
const data: Field = {
  decode: (stored) => (isObject(stored) ? withIds(stored, known, knownCard) : undefined),
  encode: (value) => withIds(value, qualified, storedCard),
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function withIds(
  value: unknown,
  ofId: (id: string) => string,
  ofCard: (card: CardId) => CardId,
): unknown {
  if (Array.isArray(value)) return value.map((each) => withIds(each, ofId, ofCard));
  if (!isObject(value)) return value;
  const changed = Object.entries(value).map(([name, own]: [string, unknown]) => {
    if (typeof own !== 'string') return [name, withIds(own, ofId, ofCard)];
    if (name === 'quiz' || name === 'question') return [name, ofId(own)];
    return [name, name === 'card' && isCard(own) ? ofCard(own as CardId) : own];
  });
  return Object.fromEntries(changed);
}

function listOf(fields: Fields): Field {
  return {
    decode: (stored) => {
      if (!Array.isArray(stored)) return undefined;
      const list = stored.map((each) => decodeFields(fields, each));
      return list.includes(undefined) ? undefined : list;
    },
    encode: (value) =>
      (value as readonly object[]).map((each) => encodeFields(fields, Object.entries(each))),
  };
}

type Fields = Readonly<Record<string, Field>>;

const kinds: Readonly<Record<LearningEvent['kind'], Fields>> = {
  opened: { question: packed },
  read: { question: packed },
  unread: { question: packed },
  answered: {
    quiz: packed,
    item: text,
    question: packed,
    score: share,
    confidence: { ...oneOf('guess', 'think', 'certain'), optional: true },
  },
  predicted: { question: packed, snippet: text, right: yesOrNo },
  attempted: {
    exercise: packed,
    passed: yesOrNo,
    looked: yesOrNo,
    hints: amount,
    failed: amount,
    minutes: { ...amount, optional: true },
  },
  quizFinished: { quiz: packed, score: share, items: amount },
  added: { card, question: packed },
  rated: { card, rating: oneOf(1, 2, 3, 4) },
  undone: { entry: text },
  buried: { card, until: moment },
  suspended: { card, suspended: yesOrNo },
  bookmarked: { question: packed, bookmarked: yesOrNo },
  noted: { question: packed, empty: yesOrNo },
  interviewed: {
    length: amount,
    questions: listOf({
      question: packed,
      seconds: amount,
      points: listOf({
        point: same((value) => typeof value === 'string'),
        rating: oneOf(0, 1, 2),
      }),
    }),
  },
  sessionBegun: {
    session: text,
    of: oneOf('quiz', 'review', 'interview', 'exercise'),
    name: text,
    start: data,
  },
  sessionChanged: { session: text, change: data },
};

function decodeFields(fields: Fields, stored: unknown): Record<string, unknown> | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const given = stored as Readonly<Record<string, unknown>>;
  const decoded: Record<string, unknown> = {};
  for (const name in fields) {
    const field = fields[name];
    if (!field || (field.optional && given[name] === undefined)) continue;
    const value = field.decode(given[name]);
    if (value === undefined) return undefined;
    decoded[name] = value;
  }
  return decoded;
}

function encodeFields(
  fields: Fields,
  entries: readonly (readonly [string, unknown])[],
): Record<string, unknown> {
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      value === undefined ? value : fields[name]?.encode(value),
    ]),
  );
}

export function isKnownKind(kind: string): kind is LearningEvent['kind'] {
  return Object.hasOwn(kinds, kind);
}

/** Undefined for what is none that this version knows. */
export function decodeEvent(stored: unknown): LearningEvent | undefined {
  if (typeof stored !== 'object' || stored === null || !('kind' in stored)) return undefined;
  const { kind } = stored;
  if (typeof kind !== 'string' || !isKnownKind(kind)) return undefined;
  const fields = decodeFields(kinds[kind], stored);
  return fields && ({ kind, ...fields } as LearningEvent);
}

export function encodeEvent({ kind, ...rest }: LearningEvent): Readonly<Record<string, unknown>> {
  return { kind, ...encodeFields(kinds[kind], Object.entries(rest)) };
}
