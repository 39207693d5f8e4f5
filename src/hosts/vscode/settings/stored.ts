import type { Memento } from 'vscode';
import * as v from 'valibot';

/** One remembered value: decoded when read, so that damaged data falls back instead of throwing. */
export class Stored<T> {
  constructor(
    private readonly memento: Memento,
    private readonly key: string,
    private readonly schema: v.GenericSchema<unknown, T>,
    private readonly fallback: T,
  ) {}

  get(): T {
    const raw = this.memento.get<unknown>(this.key);
    if (raw === undefined) return this.fallback;
    const parsed = v.safeParse(this.schema, raw);
    return parsed.success ? parsed.output : this.fallback;
  }

  /** Resolves when the value is stored. */
  async set(value: T): Promise<void> {
    await this.memento.update(this.key, value);
  }
}
