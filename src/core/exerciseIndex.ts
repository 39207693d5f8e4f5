/** The exercises of all packs of a catalog, in pack order: by topic, then as their authors ordered them. */
import type { LoadedPack } from './loadedPack.js';
import type { Exercise, ExerciseSummary } from './pack/exercise.js';
import type { Topic } from './pack/pack.js';
import { known } from './pack/packId.js';

interface Entry {
  readonly summary: ExerciseSummary;
  readonly pack: LoadedPack;
}

export class ExerciseIndex {
  private readonly byId = new Map<string, Entry>();
  private readonly byShortId = new Map<string, Entry>();
  readonly all: readonly ExerciseSummary[];

  /** @param packs as the catalog holds them */
  constructor(packs: readonly LoadedPack[]) {
    this.all = packs.flatMap((pack) => {
      const topics = pack.info.topics.map(({ id }) => id);
      const sorted = [...pack.exercises].sort(
        (a, b) =>
          topics.indexOf(a.topic) - topics.indexOf(b.topic) ||
          a.order - b.order ||
          a.id.localeCompare(b.id),
      );
      for (const summary of sorted) {
        const entry = { summary, pack };
        const short = summary.id.slice(summary.id.indexOf('/') + 1);
        this.byId.set(summary.id, entry);
        if (!this.byShortId.has(short)) this.byShortId.set(short, entry);
      }
      return sorted;
    });
  }

  inTopic(packId: string, topic: string): readonly ExerciseSummary[] {
    return this.all.filter((each) => each.packId === packId && each.topic === topic);
  }

  /** @param id with its pack, or short */
  find(id: string): ExerciseSummary | undefined {
    return this.entry(id)?.summary;
  }

  topicOf({ id, topic }: ExerciseSummary): Topic | undefined {
    return this.byId.get(id)?.pack.info.topics.find((each) => each.id === topic);
  }

  /** The whole exercise; rejects with a sentence for the user when there is none of that id. */
  async load(id: string): Promise<Exercise> {
    const entry = this.entry(id);
    if (!entry) throw new Error(`There is no exercise “${id}” in the loaded packs.`);
    return entry.pack.loadExercise(entry.summary.id);
  }

  private entry(id: string): Entry | undefined {
    const own = known(id);
    return this.byId.get(own) ?? this.byShortId.get(own);
  }
}
