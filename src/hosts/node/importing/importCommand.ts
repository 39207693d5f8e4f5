/** `lab.mjs import`: makes a pack of quizzes, notebooks and texts of elsewhere. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { slugOf } from '../../../app/authoring/slug.js';
import { ImportError } from '../../../app/importing/bank.js';
import { readBanks } from '../../../app/importing/importFormats.js';
import { packOfBank } from '../../../app/importing/packOfBank.js';
import { NoRegularFile, openRegular } from '../files/regularFile.js';
import { codeOf } from '../packs/packText.js';
import { counted } from '../../../core/figures.js';
import { UsageError } from '../proving/checkOptions.js';

/** Bytes of one file. */
const longest = 32 << 20;

/** Writes the pack and tells what could not be carried over; resolves with the exit code. */
export async function importFiles(
  args: readonly string[],
  write: (text: string) => void,
): Promise<number> {
  const { files, to } = options(args);
  const title = basename(resolve(to));
  try {
    if ((await namesIn(to)).length > 0)
      throw new ImportError(
        `The folder ${to} is not empty: choose another, so that nothing is lost.`,
      );
    const texts = await Promise.all(files.map(readText));
    const bank = await readBanks(title, texts);
    const id = slugOf(title) || 'imported';
    const origin = texts
      .map(({ name }) => name)
      .slice(0, 3)
      .join(', ');
    const pack = packOfBank(id, bank, texts.length > 3 ? `${origin}, …` : origin);
    for (const [path, text] of pack.files) {
      await mkdir(dirname(join(to, path)), { recursive: true });
      await writeFile(join(to, path), text);
    }
    for (const { where, what } of pack.losses) write(`Not carried over: ${where}: ${what}\n`);
    const items = bank.quizzes.reduce((sum, quiz) => sum + quiz.items.length, 0);
    const pages = bank.questions.length + bank.quizzes.length;
    const lost = pack.losses.length;
    const told = [
      counted(pages, `${String(pages)} question`, `${String(pages)} questions`),
      counted(items, `${String(items)} quiz item`, `${String(items)} quiz items`),
      counted(
        lost,
        `${String(lost)} thing not carried over`,
        `${String(lost)} things not carried over`,
      ),
    ];
    write(`${to}: ${told.join(', ')}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    write(`${error.message}\n`);
    return 1;
  }
}

function options(args: readonly string[]): {
  readonly files: readonly string[];
  readonly to: string;
} {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { to: { type: 'string' } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { to } = parsed.values;
  if (to === undefined) throw new UsageError('Where to? Give a folder with --to.');
  if (parsed.positionals.length === 0) throw new UsageError('Which files? Give their paths.');
  return { files: parsed.positionals, to };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw new ImportError(`${folder} is no folder that can be written to.`);
  });
}

async function readText(file: string): Promise<{ readonly name: string; readonly text: string }> {
  let opened: FileHandle | undefined;
  try {
    opened = await openRegular(file);
    if (!opened) throw new ImportError(`There is no file ${file}.`);
    const { size } = await opened.stat();
    if (size > longest)
      throw new ImportError(`${file} has more than 32 MB, which is the most that is read.`);
    return { name: basename(file), text: await opened.readFile('utf8') };
  } catch (error) {
    if (error instanceof ImportError) throw error;
    if (error instanceof NoRegularFile) throw new ImportError(`${file} is no file to import.`);
    throw new ImportError(`${file} cannot be read (${codeOf(error)}).`);
  } finally {
    await opened?.close();
  }
}
