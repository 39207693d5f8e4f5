/** What is still being answered: beside the journal, since it counts for nothing yet. */
import * as v from 'valibot';
import type { Texts } from '../ports.js';
import { fileName } from './fileName.js';

export class Drafts<D> {
  constructor(
    private readonly texts: Texts,
    private readonly schema: v.GenericSchema<unknown, D>,
  ) {}

  /** Undefined also for half a file that a crash left: the learner begins anew. */
  async get(key: string): Promise<D | undefined> {
    try {
      const text = await this.texts.read(nameOf(key));
      const parsed = v.safeParse(this.schema, text && JSON.parse(text));
      return parsed.success ? parsed.output : undefined;
    } catch {
      return undefined;
    }
  }

  /** Undefined forgets it. */
  async keep(key: string, draft: D | undefined): Promise<void> {
    if (draft === undefined) await this.texts.remove(nameOf(key));
    else await this.texts.write(nameOf(key), JSON.stringify(draft));
  }

  /** Whether anything was begun that was not answered. */
  async hasAny(): Promise<boolean> {
    // Not what a killed window left half written, nor what an import put beside.
    return (await this.texts.names()).some((name) => /^[a-z0-9%-]+\.json$/.test(name));
  }
}

function nameOf(key: string): string {
  return `${fileName(key)}.json`;
}
