import type { Rendered } from '../../core/markdown.js';
import type { SnippetFile } from '../../core/pack/pack.js';
import type { QuestionColors } from '../../protocol/question.js';

interface Ran {
  readonly snippet: string;
  readonly files: readonly SnippetFile[];
}

/** Colors of the author's code and of the learner's that ran. */
export async function questionColors(
  { blocks }: Pick<Rendered, 'blocks'>,
  ran: readonly Ran[],
): Promise<QuestionColors> {
  const { colorCode } = await import('../../hosts/vscode/colors/codeColors.js');
  const texts = ran.flatMap(({ files }) => files.map(({ text }) => text));
  const own = texts.map((code) => ({ language: 'python', code }));
  const colors = await colorCode([...blocks, ...own]);
  const painted = colors.blocks.slice(blocks.length).values();
  return {
    css: colors.css,
    blocks: colors.blocks.slice(0, blocks.length),
    ran: ran.map(({ snippet, files }) => ({
      snippet,
      files: files.map(() => painted.next().value ?? ''),
    })),
  };
}
