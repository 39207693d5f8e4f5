/** An answer that is not given yet: the page's own state has the newest, the host the one that outlives the page. */
import * as v from 'valibot';
import { draftSchema } from '../../protocol/quiz.js';
import type { Draft, ItemModel } from '../../protocol/quiz.js';

const stateSchema = v.object({
  draft: v.object({ key: v.string(), attempt: v.string(), draft: draftSchema }),
});

/** Milliseconds without a change after which the host is told. */
const pause = 200;

/** A draft and what it is of. */
export interface PlacedDraft {
  readonly key: string;
  readonly attempt: string;
  readonly draft: Draft;
}

/** The item with what the learner had put in before, when that was for this item and this taking of the quiz. */
export function withDraft(model: ItemModel, state: unknown): ItemModel {
  const draft = ownDraft(model, state) ?? model.draft;
  if (!draft || model.verdict) return model;
  const { answer, confidence } = draft;
  return { ...model, draft, given: answer, ...(confidence ? { confidence } : {}) };
}

/** Tells the host at pauses what is being answered, and before anything else is asked of it. */
export class DraftSender {
  private last = '';
  private waiting: PlacedDraft | undefined;
  private timer: number | undefined;

  constructor(private readonly send: (draft: PlacedDraft) => void) {}

  note(draft: PlacedDraft | undefined): void {
    const text = JSON.stringify(draft);
    if (!draft || text === this.last) return;
    this.last = text;
    this.waiting = draft;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.flush();
    }, pause);
  }

  flush(): void {
    const draft = this.waiting;
    this.forget();
    if (draft) this.send(draft);
  }

  /** It is being answered. */
  forget(): void {
    window.clearTimeout(this.timer);
    this.waiting = undefined;
  }

  /** What an item that is shown holds already is nothing new. */
  shown(draft: PlacedDraft | undefined): void {
    this.forget();
    this.last = draft ? JSON.stringify(draft) : '';
  }
}

function ownDraft({ key, attempt }: ItemModel, state: unknown): Draft | undefined {
  const parsed = v.safeParse(stateSchema, state);
  if (!parsed.success) return undefined;
  const own = parsed.output.draft;
  return own.key === key && own.attempt === attempt ? own.draft : undefined;
}
