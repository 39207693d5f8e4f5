import { applyChange, changesBetween } from '../../../src/core/quiz/sessionChange.js';
import type { QuizSession } from '../../../src/core/quiz/session.js';
import type { KeptSession } from '../../../src/features/quiz/sessionFile.js';
import type { Draft } from '../../../src/protocol/quiz.js';

/** A session that is kept nowhere; `onWrite` hears of each state that would be. */
export function keptInMemory(
  start: QuizSession,
  onWrite: (session: QuizSession) => void,
): KeptSession {
  let session = start;
  const drafts = new Map<string, Draft>();
  return {
    get session() {
      return session;
    },
    refresh: () => Promise.resolve(session),
    write: (next) => {
      const changes = changesBetween(session, next);
      const refused = changes.filter((change) => {
        const before = session;
        session = applyChange(before, change);
        return session === before;
      });
      if (changes.length > 0) onWrite(session);
      return Promise.resolve(refused);
    },
    draft: (key) => Promise.resolve(drafts.get(key)),
    keepDraft: (key, draft) => {
      if (draft) drafts.set(key, draft);
      else drafts.delete(key);
      return Promise.resolve();
    },
  };
}
