/** The snippets of a pack's questions, for whoever points to them. */
import type { Snippet } from '../../core/pack/pack.js';
import { parseQuestion } from '../../core/pack/parseQuestion.js';
import type { PackFiles } from './packFiles.js';

/** Reads the snippets that items of quizzes point to, each question once. */
export class SnippetReader {
  private readonly read = new Map<string, readonly Snippet[]>();

  constructor(
    private readonly folder: Pick<PackFiles, 'read'>,
    private readonly packId: string,
  ) {}

  async forQuiz(text: string): Promise<(id: string, name: string) => Snippet | undefined> {
    for (const [, id = ''] of text.matchAll(/^[ \t]*(?:- )?snippet: *["']?([\w-]+)\//gm)) {
      if (!this.read.has(id)) this.read.set(id, await this.snippetsOf(questionFile(id)));
    }
    return (id, name) => this.read.get(id)?.find((snippet) => snippet.name === name);
  }

  private async snippetsOf(file: string): Promise<readonly Snippet[]> {
    const text = await this.folder.read(file).catch(() => undefined);
    return parseQuestion(this.packId, file, text ?? '').question?.code ?? [];
  }
}

/** The path of a question's file within the pack. */
export function questionFile(id: string): string {
  return `questions/${id}.md`;
}
