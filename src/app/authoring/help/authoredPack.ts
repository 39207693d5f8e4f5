/** A pack as its author sees it: as it was read from its folder, and what is typed but not saved yet on top. */
import type { PackContents } from '../../../core/pack/checkText.js';
import type { Exercise, ExerciseSummary } from '../../../core/pack/exercise.js';
import { idOfFile, isQuestionFile, isQuizFile } from '../../../core/pack/filePlaces.js';
import type { PackInfo, QuestionSummary } from '../../../core/pack/pack.js';
import { parsePackInfo } from '../../../core/pack/parsePack.js';
import { parseSummary } from '../../../core/pack/parseQuestion.js';
import { fileSpots, shapeOfFile } from '../../../core/pack/spots/fileSpots.js';
import { isSame } from '../../../core/pack/spots/spot.js';
import type { Named, Spot } from '../../../core/pack/spots/spot.js';
import type { FolderPack } from '../../content/folderPack.js';
import type { PackText } from '../../content/packFiles.js';

/** A place of a pack at which something is named. */
export interface Mention {
  readonly file: string;
  readonly spot: Spot & { readonly named: Named };
}

export class AuthoredPack {
  readonly info: PackInfo;
  readonly files: ReadonlySet<string>;
  private summaries: ReadonlyMap<string, QuestionSummary> | undefined;

  /** @param unsaved texts by their paths within the pack; their lines end with `\n` */
  constructor(
    private readonly pack: FolderPack,
    private readonly unsaved: ReadonlyMap<string, string>,
  ) {
    this.files = new Set([...pack.files, ...unsaved.keys()]);
    this.info = parsePackInfo(unsaved.get('pack.yaml') ?? '').info ?? pack.info;
  }

  /** By their ids, in the order of the pack. */
  get questions(): ReadonlyMap<string, QuestionSummary> {
    if (this.summaries) return this.summaries;
    const summaries = new Map(this.pack.questions.map((question) => [question.id, question]));
    for (const [file, text] of this.unsaved) {
      if (!isQuestionFile(file)) continue;
      const { summary } = parseSummary(this.info.id, file, text);
      if (summary) summaries.set(summary.id, summary);
    }
    return (this.summaries = summaries);
  }

  /** What a check of one file needs to know of the others. */
  get contents(): PackContents {
    return { questions: new Set(this.questions.keys()), files: this.files };
  }

  get exercises(): readonly ExerciseSummary[] {
    return this.pack.exercises;
  }

  get quizzes(): readonly string[] {
    return [...this.files].filter(isQuizFile).map(idOfFile);
  }

  /** Each once, in alphabetical order. */
  get tags(): readonly string[] {
    const all = [...this.questions.values(), ...this.exercises].flatMap(({ tags }) => tags);
    return [...new Set(all)].sort();
  }

  /** Undefined when there is no such exercise. */
  exercise(id: string): Promise<Exercise | undefined> {
    return this.pack.loadExercise(id).catch(() => undefined);
  }

  /** A text as it now is; undefined when it is not there or cannot be read. */
  text(file: string): Promise<string | undefined> {
    const unsaved = this.unsaved.get(file);
    return unsaved === undefined
      ? this.pack.texts.read(file).catch(() => undefined)
      : Promise.resolve(unsaved);
  }

  /** The texts that these files now have. */
  async *texts(files: Iterable<string>): AsyncGenerator<PackText> {
    const saved: string[] = [];
    for (const file of files) {
      const text = this.unsaved.get(file);
      if (text === undefined) saved.push(file);
      else yield { file, text };
    }
    yield* this.pack.texts.texts(saved, []);
  }

  /** Every place at which something is named, its definition among them, in the order of the files. */
  async mentions(named: Named): Promise<readonly Mention[]> {
    const found: Mention[] = [];
    const files = [...this.files].filter((file) => shapeOfFile(file) !== undefined);
    for await (const { file, text } of this.texts(files)) {
      // A heading is linked to by what is made of its words.
      if (!text.includes(named.id) && file !== named.file) continue;
      for (const spot of fileSpots(file, text))
        if ('named' in spot && isSame(spot.named, named)) found.push({ file, spot });
    }
    return found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  }
}
