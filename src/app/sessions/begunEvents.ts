import type { NewEvent } from '../../core/progress/journal.js';
import type { SessionType } from './sessionType.js';

export interface Begun<S> {
  /** Unique for ever. */
  readonly id: string;
  /** What sessions of this kind are told apart by. */
  readonly name: string;
  readonly state: S;
}

/** What the journal is told of a session that is begun, and of what has happened in it already. */
export function begunEvents<S, C>(
  type: SessionType<S, C>,
  { id, name, state }: Begun<S>,
  changes: readonly C[] = [],
): readonly NewEvent[] {
  const { start, more } = type.parts(state);
  return [
    { id: `${id}/begun`, event: { kind: 'sessionBegun', session: id, of: type.kind, name, start } },
    ...[...more, ...changes].map((change, at): NewEvent => ({
      id: `${id}/begun-${String(at)}`,
      event: { kind: 'sessionChanged', session: id, change },
    })),
  ];
}
