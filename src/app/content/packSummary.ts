/** What is in a pack, in lines for whoever is to trust it. */
import * as l10n from '@vscode/l10n';
import type { FolderPack } from './folderPack.js';

/** Packages that the programs of a pack want installed, each as its author asks for it, in order. */
export async function packagesOf(pack: FolderPack): Promise<readonly string[]> {
  const wanted = new Set<string>();
  for (const { code } of await pack.readableQuestions())
    for (const { requires } of code) for (const each of requires) wanted.add(each);
  for (const { exercise } of pack.usableExercises)
    for (const each of exercise.requires) wanted.add(each);
  return [...wanted].sort();
}

export async function summaryOf(pack: FolderPack): Promise<readonly string[]> {
  const { info, questions, quizzes, exercises } = pack;
  const packages = await packagesOf(pack);
  const problems = (await pack.check()).length;
  return [
    l10n.t('{0}, version {1} (id: {2})', info.title, info.version, info.id),
    ...(info.description === '' ? [] : [info.description]),
    l10n.t(
      'Questions: {0}, quizzes: {1}, exercises: {2}',
      questions.length,
      quizzes.length,
      exercises.length,
    ),
    packages.length === 0
      ? l10n.t('Its programs want no packages.')
      : l10n.t('Its programs want packages: {0}', packages.join(', ')),
    info.license === '' ? l10n.t('License: none is named') : l10n.t('License: {0}', info.license),
    ...(info.address === undefined ? [] : [l10n.t('It says that it is kept at {0}', info.address)]),
    ...(problems === 0 ? [] : [l10n.t('Problems found in it: {0}', problems)]),
  ];
}
