/** Imports a text as a user would, and reads the pack that comes of it. */
import { FolderPack } from '../../../../src/app/content/folderPack.js';
import type { Loss } from '../../../../src/app/importing/bank.js';
import { readBanks } from '../../../../src/app/importing/importFormats.js';
import { packOfBank } from '../../../../src/app/importing/packOfBank.js';
import type { Fault, Question, QuizItem } from '../../../../src/core/pack/pack.js';
import { openPackFolder } from '../../../../src/hosts/node/packs/packFolder.js';
import { writePack } from '../../hosts/node/packs/writtenPack.js';

export interface Imported {
  readonly faults: readonly Fault[];
  readonly losses: readonly Loss[];
  readonly items: readonly QuizItem[];
  readonly questions: readonly Question[];
}

export async function imported(name: string, text: string): Promise<Imported> {
  const bank = await readBanks('Bank', [{ name, text }]);
  const { files, losses } = packOfBank('bank', bank, name);
  const written = await writePack(Object.fromEntries(files));
  try {
    const { pack, faults } = await FolderPack.read(written.root, openPackFolder);
    if (!pack) return { faults, losses, items: [], questions: [] };
    const quizzes = await Promise.all(pack.quizzes.map(({ id }) => pack.loadQuiz(id)));
    return {
      faults: await pack.check(),
      losses,
      items: quizzes.flatMap(({ items }) => items),
      questions: await pack.readableQuestions(),
    };
  } finally {
    await written.dispose();
  }
}

/** What of an item tells whether it came over: its kind, and what is right. */
export function rightOf(item: QuizItem): readonly string[] {
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return [item.kind, ...item.options.filter(({ correct }) => correct).map(({ text }) => text)];
    case 'text':
      return [item.kind, ...item.accept];
    case 'code':
      return [item.kind, item.solution];
    default:
      return [item.kind];
  }
}
