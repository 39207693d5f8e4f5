/** The formats that can be imported; what reads one is loaded when a file of it comes. */
import { ImportError } from './bank.js';
import type { Bank, Loss } from './bank.js';

export interface ImportedFile {
  /** Its name without a folder. */
  readonly name: string;
  readonly text: string;
}

/** The endings of files that can be imported, without the dot. */
export const importedEndings = ['toml', 'gift', 'txt', 'xml', 'ipynb', 'md', 'markdown'] as const;

/** @throws ImportError with a sentence for the user */
export async function readBank({ name, text }: ImportedFile): Promise<Bank> {
  const title =
    name
      .replace(/\.[^.]*$/, '')
      .replaceAll(/[-_]+/g, ' ')
      .trim() || 'Imported';
  switch (/\.(\w+)$/.exec(name)?.[1]?.toLowerCase()) {
    case 'toml':
      return (await import('./mdbookQuiz.js')).readMdbookQuiz(title, text);
    case 'gift':
    case 'txt':
      return (await import('./gift.js')).readGift(title, text);
    case 'xml':
      return (await import('./moodleXml.js')).readMoodleXml(title, text);
    case 'ipynb':
      return (await import('./notebook.js')).readNotebook(title, text);
    case 'md':
    case 'markdown':
      return (await import('./plainMarkdown.js')).readPlainMarkdown(title, text);
    default:
      throw new ImportError(
        `“${name}” cannot be imported: its name should end with ${importedEndings.map((each) => `.${each}`).join(', ')}.`,
      );
  }
}

/** Several files as one bank; one that cannot be read is lost, unless it is the only one. */
export async function readBanks(title: string, files: readonly ImportedFile[]): Promise<Bank> {
  const banks: Bank[] = [];
  const losses: Loss[] = [];
  for (const file of files) {
    try {
      const bank = await readBank(file);
      banks.push(bank);
      const prefix = files.length === 1 ? '' : `${file.name}, `;
      losses.push(...bank.losses.map(({ where, what }) => ({ where: prefix + where, what })));
    } catch (error) {
      if (!(error instanceof ImportError) || files.length === 1) throw error;
      losses.push({ where: file.name, what: `The whole file: ${error.message}` });
    }
  }
  const quizzes = banks.flatMap((bank) => bank.quizzes);
  const questions = banks.flatMap((bank) => bank.questions);
  if (quizzes.length + questions.length === 0) {
    const [first] = losses;
    const why = first ? ` ${first.where}: ${first.what}` : '';
    throw new ImportError(`Nothing in it can be imported.${why}`);
  }
  return { title, quizzes, questions, losses };
}
