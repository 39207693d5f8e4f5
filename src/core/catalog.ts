import type { LearningPath, Question, QuestionSummary, Quiz, Topic } from './pack/pack.js';
import type { LoadedPack, QuizSummary } from './loadedPack.js';
import { packInCatalog } from './catalogPack.js';
import { ExerciseIndex } from './exerciseIndex.js';
import type { Rendered } from './markdown.js';
import { known, topicKey } from './pack/packId.js';

export type { LoadedPack, QuizSummary } from './loadedPack.js';

/**
 * All packs as one; immutable, and in pack order throughout. Two packs may hold the same short ids: see `packId.ts`. Of
 * two packs of one id the first is here.
 */
export class Catalog {
  private readonly byId = new Map<string, { summary: QuestionSummary; pack: LoadedPack }>();
  private readonly quizOwners = new Map<string, LoadedPack>();
  private readonly byTopic = new Map<string, QuestionSummary[]>();
  /** By the short id alone, the first of that: what others hold, such as a command's argument, may name no pack. */
  private readonly byShortId = new Map<string, string>();
  private readonly quizzesByShortId = new Map<string, string>();
  readonly packs: readonly LoadedPack[];
  readonly questions: readonly QuestionSummary[];
  readonly quizzes: readonly QuizSummary[];
  readonly exercises: ExerciseIndex;

  constructor(packs: readonly LoadedPack[]) {
    const byPack = new Map<string, LoadedPack>();
    for (const pack of packs)
      if (!byPack.has(pack.info.id)) byPack.set(pack.info.id, packInCatalog(pack));
    this.packs = [...byPack.values()];
    const questions: QuestionSummary[] = [];
    const quizzes: QuizSummary[] = [];
    for (const pack of this.packs) {
      const topicOrder = new Map(pack.info.topics.map((topic, index) => [topic.id, index]));
      const place = (q: QuestionSummary): number => topicOrder.get(q.topic) ?? topicOrder.size;
      const sorted = [...pack.questions].sort(
        (a, b) => place(a) - place(b) || a.order - b.order || a.id.localeCompare(b.id),
      );
      for (const summary of sorted) {
        if (this.byId.has(summary.id)) continue;
        this.byId.set(summary.id, { summary, pack });
        addShort(this.byShortId, summary.id);
        questions.push(summary);
        const key = topicKey(pack.info.id, summary.topic);
        const list = this.byTopic.get(key);
        if (list) list.push(summary);
        else this.byTopic.set(key, [summary]);
      }
      for (const quiz of pack.quizzes) {
        if (this.quizOwners.has(quiz.id)) continue;
        this.quizOwners.set(quiz.id, pack);
        addShort(this.quizzesByShortId, quiz.id);
        quizzes.push(quiz);
      }
    }
    this.questions = questions;
    this.quizzes = quizzes;
    this.exercises = new ExerciseIndex(this.packs);
  }

  /** @param id with its pack, or short */
  question(id: string): QuestionSummary | undefined {
    return this.entry(id)?.summary;
  }

  /** The id of a quiz as the catalog has it, given with its pack or short; undefined when there is none. */
  quizId(id: string): string | undefined {
    const own = known(id);
    return this.quizOwners.has(own) ? own : this.quizzesByShortId.get(own);
  }

  topics(pack: LoadedPack): readonly Topic[] {
    return pack.info.topics;
  }

  paths(): readonly LearningPath[] {
    return this.packs.flatMap((pack) => pack.info.paths);
  }

  inTopic(packId: string, topicId: string): readonly QuestionSummary[] {
    return this.byTopic.get(topicKey(packId, topicId)) ?? [];
  }

  topicOf(question: QuestionSummary): Topic | undefined {
    return this.byId
      .get(question.id)
      ?.pack.info.topics.find((topic) => topic.id === question.topic);
  }

  packOf(questionId: string): LoadedPack | undefined {
    return this.entry(questionId)?.pack;
  }

  /** The whole question; rejects with a sentence for the user when there is none of that id. */
  async load(id: string): Promise<Question> {
    const { summary, pack } = this.entryOrTell(id);
    return pack.loadQuestion(summary.id);
  }

  /** The question's answer as HTML; rejects as `load` does. */
  async render(id: string): Promise<Rendered> {
    const { summary, pack } = this.entryOrTell(id);
    return pack.render(summary.id);
  }

  /** Ids of the questions that match, best first within each pack. */
  async search(query: string): Promise<readonly string[]> {
    const found = await Promise.all(
      this.packs.map(async (pack) => (await pack.search()).find(query)),
    );
    return [...new Set(found.flat())].filter((id) => this.byId.has(id));
  }

  /** The whole quiz; rejects with a sentence for the user when there is none of that id. */
  async loadQuiz(id: string): Promise<Quiz> {
    const own = this.quizId(id);
    const pack = own === undefined ? undefined : this.quizOwners.get(own);
    if (own === undefined || !pack)
      throw new Error(`There is no quiz “${id}” in the loaded packs.`);
    return pack.loadQuiz(own);
  }

  private entry(
    id: string,
  ): { readonly summary: QuestionSummary; readonly pack: LoadedPack } | undefined {
    const own = known(id);
    return this.byId.get(own) ?? this.byId.get(this.byShortId.get(own) ?? '');
  }

  private entryOrTell(id: string): {
    readonly summary: QuestionSummary;
    readonly pack: LoadedPack;
  } {
    const entry = this.entry(id);
    if (!entry) throw new Error(`There is no question “${id}” in the loaded packs.`);
    return entry;
  }

  /** The questions before and after one in an order of ids (the pack's own unless another is given). */
  neighbors(
    id: string,
    order: readonly string[] = this.questions.map((q) => q.id),
  ): { previous?: string; next?: string } {
    const at = order.indexOf(id);
    if (at < 0) return {};
    const previous = order[at - 1];
    const next = order[at + 1];
    return {
      ...(previous === undefined ? {} : { previous }),
      ...(next === undefined ? {} : { next }),
    };
  }
}

/** The first of a short id has it. */
function addShort(ids: Map<string, string>, id: string): void {
  const short = id.slice(id.indexOf('/') + 1);
  if (!ids.has(short)) ids.set(short, id);
}
