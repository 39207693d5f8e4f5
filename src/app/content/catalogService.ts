import type { Event } from '../event.js';
import type { Catalog } from '../../core/catalog.js';

/** The catalog in use, loaded once and again when packs change. */
export interface CatalogService {
  /** Resolves with what could be loaded; faults of packs are reported elsewhere and never reject this. */
  get(): Promise<Catalog>;
  readonly onDidChange: Event<void>;
  reload(): Promise<void>;
}
