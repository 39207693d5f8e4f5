/** A pack read from its folder: summaries at once, the rest when it is asked for. Needs Node, not VS Code. */
import { readFile as readFileWithCallback } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LoadedPack, QuizSummary } from '../../core/catalog.js';
import { referencesOf, renderDocument } from '../../core/markdown.js';
import type { Rendered } from '../../core/markdown.js';
import type {
  Fault,
  PackInfo,
  Question,
  QuestionSummary,
  Quiz,
  Snippet,
} from '../../core/pack/pack.js';
import { parsePackInfo } from '../../core/pack/parsePack.js';
import { parseQuestion, parseSummary } from '../../core/pack/parseQuestion.js';
import { parseQuiz } from '../../core/pack/parseQuiz.js';
import { QuestionSearch } from '../../core/search.js';
import { searchText } from '../../core/searchText.js';

/** Thousands of small files take a third of the time that a `FileHandle` for each takes. */
const readFile = promisify(readFileWithCallback);

export class FolderPack implements LoadedPack {
  private searching: Promise<QuestionSearch> | undefined;

  private constructor(
    readonly root: string,
    readonly info: PackInfo,
    readonly questions: readonly QuestionSummary[],
    private readonly loadedQuizzes: readonly Quiz[],
    /** What was found wrong while loading; `check` finds the rest. */
    readonly faults: readonly Fault[],
  ) {}

  /** Reads a pack; without a usable pack.yaml there is none, only faults. */
  static async read(
    root: string,
  ): Promise<{ readonly pack?: FolderPack; readonly faults: readonly Fault[] }> {
    const packText = await readFile(join(root, 'pack.yaml'), 'utf8').catch(() => undefined);
    if (packText === undefined) {
      return {
        faults: [
          {
            file: 'pack.yaml',
            line: 0,
            message: 'The folder holds no pack: it needs a file pack.yaml.',
          },
        ],
      };
    }
    const { info, faults: infoFaults } = parsePackInfo(packText);
    if (!info) return { faults: infoFaults };

    const faults: Fault[] = [];
    const questions: QuestionSummary[] = [];
    const topics = new Set(info.topics.map((topic) => topic.id));
    for (const [file, text] of await readAll(root, 'questions', /\.md$/)) {
      const parsed = parseSummary(info.id, file, text);
      faults.push(...parsed.faults);
      if (!parsed.summary) continue;
      if (!topics.has(parsed.summary.topic)) {
        const known = [...topics].join(', ');
        faults.push({
          file,
          line: 0,
          message: `The topic “${parsed.summary.topic}” is not in pack.yaml; there are ${known}.`,
        });
        continue;
      }
      questions.push(parsed.summary);
    }

    const quizzes: Quiz[] = [];
    const wanted = new Map<string, readonly Snippet[]>();
    for (const [file, text] of await readAll(root, 'quizzes', /\.ya?ml$/)) {
      for (const [, id = ''] of text.matchAll(/^\s*(?:- )?snippet: *["']?([\w-]+)\//gm)) {
        if (!wanted.has(id)) wanted.set(id, await readSnippets(root, info.id, id));
      }
      const parsed = parseQuiz(info.id, file, text, (id, name) =>
        wanted.get(id)?.find((snippet) => snippet.name === name),
      );
      faults.push(...parsed.faults);
      if (parsed.quiz) quizzes.push(parsed.quiz);
    }
    const pack = new FolderPack(root, info, questions, quizzes, faults);
    return { pack, faults };
  }

  get quizzes(): readonly QuizSummary[] {
    return this.loadedQuizzes.map(summarise);
  }

  async loadQuestion(id: string): Promise<Question> {
    const file = questionFile(id);
    const { question, faults } = parseQuestion(
      this.info.id,
      file,
      await readFile(join(this.root, file), 'utf8'),
    );
    if (!question)
      throw new Error(`“${file}” cannot be read: ${faults[0]?.message ?? 'it is damaged.'}`);
    return question;
  }

  async render(id: string): Promise<Rendered> {
    return renderDocument((await this.loadQuestion(id)).body);
  }

  loadQuiz(id: string): Promise<Quiz> {
    const quiz = this.loadedQuizzes.find((each) => each.id === id);
    return quiz
      ? Promise.resolve(quiz)
      : Promise.reject(new Error(`There is no quiz “${id}” in ${this.info.title}.`));
  }

  search(): Promise<QuestionSearch> {
    this.searching ??= this.buildSearch();
    return this.searching;
  }

  /** Everything that is wrong with the pack, found by reading all of it. Yields to the event loop as it goes. */
  async check(): Promise<readonly Fault[]> {
    const faults: Fault[] = [...this.faults];
    const ids = new Set(this.questions.map((question) => question.id));
    const pictures = new Set(await readdir(join(this.root, 'files')).catch(() => []));
    for (const { id } of this.questions) {
      const file = questionFile(id);
      const parsed = parseQuestion(
        this.info.id,
        file,
        await readFile(join(this.root, file), 'utf8'),
      );
      faults.push(...parsed.faults);
      if (!parsed.question) continue;
      const { related, prerequisites, body } = parsed.question;
      const references = referencesOf(body);
      for (const other of [...related, ...prerequisites, ...references.questions]) {
        if (!ids.has(other))
          faults.push({
            file,
            line: 0,
            message: `It points to a question “${other}”, which is not in the pack.`,
          });
      }
      for (const picture of references.pictures) {
        if (!pictures.has(picture.replace(/^files\//, ''))) {
          faults.push({
            file,
            line: 0,
            message: `It shows a picture “${picture}”, which is not in the pack.`,
          });
        }
      }
    }
    for (const path of this.info.paths) {
      for (const id of path.questions) {
        if (!ids.has(id))
          faults.push({
            file: 'pack.yaml',
            line: 0,
            message: `The path “${path.id}” leads to “${id}”, which is not in the pack.`,
          });
      }
    }
    for (const quiz of this.loadedQuizzes) {
      for (const item of quiz.items) {
        if (!ids.has(item.question)) {
          const message = `The item “${item.id}” names a question “${item.question}”, which is not in the pack.`;
          faults.push({ file: `quizzes/${quiz.id}.yaml`, line: 0, message });
        }
      }
    }
    return faults;
  }

  private async buildSearch(): Promise<QuestionSearch> {
    const documents = [];
    for (const { id, title, tags } of this.questions) {
      const text = await readFile(join(this.root, questionFile(id)), 'utf8').catch(() => '');
      documents.push({
        id,
        title,
        tags: tags.join(' '),
        text: searchText(text.replace(/^---.*?^---/ms, '')),
      });
    }
    return QuestionSearch.build(documents);
  }
}

export function summarise(quiz: Quiz): QuizSummary {
  return {
    id: quiz.id,
    title: quiz.title,
    description: quiz.description,
    size: quiz.items.length,
    questions: [...new Set(quiz.items.map((item) => item.question))],
  };
}

function questionFile(id: string): string {
  return `questions/${id}.md`;
}

async function readSnippets(root: string, packId: string, id: string): Promise<readonly Snippet[]> {
  const text = await readFile(join(root, questionFile(id)), 'utf8').catch(() => '');
  return parseQuestion(packId, questionFile(id), text).question?.code ?? [];
}

/** The files of a folder by their path within the pack, in the order of their names; none where there is no folder. */
async function readAll(
  root: string,
  folder: string,
  name: RegExp,
): Promise<readonly (readonly [string, string])[]> {
  const names = (await readdir(join(root, folder)).catch(() => []))
    .filter((each) => name.test(each))
    .sort();
  const files: (readonly [string, string])[] = [];
  const atOnce = 64;
  for (let start = 0; start < names.length; start += atOnce) {
    const batch = names.slice(start, start + atOnce);
    files.push(
      ...(await Promise.all(
        batch.map(
          async (each) =>
            [`${folder}/${each}`, await readFile(join(root, folder, each), 'utf8')] as const,
        ),
      )),
    );
  }
  return files.map(([file, text]) => [file, text.replaceAll('\r\n', '\n')] as const);
}
