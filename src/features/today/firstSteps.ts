/** Ticks the walkthrough's steps when they were done; that something was only opened does not count. */
import type { LearningEvent } from '../../core/progress/event.js';
import type { Fold, Journal, JournalEntry } from '../../core/progress/journal.js';
import type { Disposable } from '../../app/disposable.js';
import { ContextKey } from '../../hosts/vscode/settings/settings.js';

/** Which kinds of events the learner has met. */
class DoneFold implements Fold {
  readonly kinds = new Set<LearningEvent['kind']>();

  apply({ event }: JournalEntry): void {
    this.kinds.add(event.kind);
  }
}

export function followFirstSteps(journal: Journal): Disposable {
  const done = journal.follow(() => new DoneFold());
  const keys = [
    ['read', new ContextKey('interviewLab.did.read')],
    ['answered', new ContextKey('interviewLab.did.answer')],
    ['rated', new ContextKey('interviewLab.did.review')],
    ['interviewed', new ContextKey('interviewLab.did.interview')],
  ] as const;
  const tell = (): void => {
    for (const [kind, key] of keys) key.set(done.value.kinds.has(kind));
  };
  tell();
  return journal.onDidChange(tell);
}
