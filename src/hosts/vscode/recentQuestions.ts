import type { Memento } from 'vscode';
import * as v from 'valibot';
import { Stored } from './settings/stored.js';

const most = 20;

/** The questions that were in front, the last first. */
export class RecentQuestions {
  private readonly stored: Stored<readonly string[]>;

  constructor(globalState: Memento) {
    this.stored = new Stored(globalState, 'questions.recent', v.array(v.string()), []);
  }

  /** Ids, which may be of packs that are not loaded any more. */
  all(): readonly string[] {
    return this.stored.get();
  }

  async note(questionId: string): Promise<void> {
    const before = this.all();
    if (before[0] === questionId) return;
    const others = before.filter((id) => id !== questionId);
    await this.stored.set([questionId, ...others].slice(0, most));
  }
}
