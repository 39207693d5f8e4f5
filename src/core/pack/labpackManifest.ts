/** What a `.labpack` says of itself: the file `labpack.json` in it. */
import * as l10n from '@vscode/l10n';
import * as v from 'valibot';

export const manifestFile = 'labpack.json';

/** The newest version of the form that is known. */
const newest = 1;

const schema = v.object({
  labpack: v.pipe(v.number(), v.integer(), v.minValue(1)),
  id: v.string(),
  version: v.string(),
  /** SHA-256 in hexadecimal digits, by path. */
  files: v.record(v.string(), v.string()),
});

export type LabpackManifest = v.InferOutput<typeof schema>;

export function manifestText(manifest: Omit<LabpackManifest, 'labpack'>): string {
  return `${JSON.stringify({ labpack: newest, ...manifest }, undefined, 2)}\n`;
}

/** Or, as a sentence for the user, why it cannot be read. */
export function parseManifest(text: string): LabpackManifest | string {
  const version = v.object({ labpack: v.number() });
  const parsed = v.safeParse(schema, json(text));
  if (parsed.success && parsed.output.labpack <= newest) return parsed.output;
  const of = v.safeParse(version, json(text));
  return of.success && of.output.labpack > newest
    ? l10n.t('This pack was published in a newer form: update Python Interview Lab to install it.')
    : l10n.t('This is no pack that Publish Pack wrote: its labpack.json is missing or damaged.');
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
