/** What can be asked of a schema of valibot, whatever its kind: its keys, its items, what a value of it names. */
import * as v from 'valibot';

/** What of a schema is looked at. */
export interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly item?: v.GenericSchema;
  readonly wrapped?: v.GenericSchema;
  /** Of each value of a record. */
  readonly value?: v.GenericSchema;
  readonly key?: string;
  /** Schemas of a variant or a union, words of a picklist. */
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
}

/** What a value of pack.yaml, a front matter or a quiz stands for beyond its text. */
export interface Meaning {
  /** It points to one of these. */
  readonly names?: 'question' | 'quiz' | 'exercise' | 'topic' | 'tag' | 'snippet';
  /** It is where one of these has its name. */
  readonly defines?: 'topic' | 'path' | 'item';
  /** It is Markdown, in which links are followed. */
  readonly markdown?: true;
}

export type Entries = Readonly<Record<string, v.GenericSchema>>;

/** Says what the values of a schema stand for; the schema itself stays what it was. */
export function meaning<S extends v.GenericSchema>(
  schema: S,
  said: Meaning,
): v.SchemaWithPipe<readonly [S, v.MetadataAction<v.InferOutput<S>, Meaning & Plain>]> {
  return v.pipe(schema, v.metadata({ ...said }));
}

/** Says to authors what a key is for. */
export function about<S extends v.GenericSchema>(
  description: string,
  schema: S,
): v.SchemaWithPipe<readonly [S, v.DescriptionAction<v.InferOutput<S>, string>]> {
  return v.pipe(schema, v.description(description));
}

type Plain = Record<string, unknown>;

/** A schema without what makes it optional. */
export function unwrapped(schema: v.GenericSchema): v.GenericSchema {
  const { wrapped }: Shape = schema;
  return wrapped ? unwrapped(wrapped) : schema;
}

export function meaningOf(schema: v.GenericSchema | undefined): Meaning {
  return schema ? v.getMetadata(unwrapped(schema)) : {};
}

export function descriptionOf(schema: v.GenericSchema): string | undefined {
  return v.getDescription(schema) ?? v.getDescription(unwrapped(schema));
}

/** The words that a value may be, where they are few; undefined where they are not. */
export function choicesOf(schema: v.GenericSchema): readonly string[] | undefined {
  const { type, options, literal }: Shape = unwrapped(schema);
  if (type === 'picklist') return (options ?? []).map(String);
  return typeof literal === 'string' ? [literal] : undefined;
}

/**
 * The keys of a map and their schemas: of a variant those of the option that its own key names, or all together while it
 * names none. Undefined for what is no map.
 */
export function entriesOf(
  schema: v.GenericSchema,
  valueOf: (key: string) => unknown,
): Entries | undefined {
  const shape: Shape = unwrapped(schema);
  if (shape.type !== 'variant') return shape.entries;
  const chosen = optionOf(shape, valueOf);
  if (chosen) return chosen;
  const every = variantEntries(shape);
  const key = shape.key ?? '';
  const kinds = every.flatMap((entries) => choicesOf(entries[key] ?? v.unknown()) ?? []);
  return { ...Object.assign({}, ...every), [key]: v.picklist(kinds) } as Entries;
}

/** The entries of the option of a variant whose key has the value that there is; undefined when no option has it. */
function optionOf(shape: Shape, valueOf: (key: string) => unknown): Entries | undefined {
  const key = shape.key ?? '';
  return variantEntries(shape).find((entries) => {
    const kind: Shape | undefined = entries[key];
    return kind?.literal !== undefined && kind.literal === valueOf(key);
  });
}

function variantEntries({ options = [] }: Shape): readonly Entries[] {
  return options.flatMap((option) => {
    const { entries } = option as Shape;
    return entries ? [entries] : [];
  });
}
