/** Reads the exercises of a pack, each from the files of its folder. */
import { exercisePart } from '../../core/pack/exercisePlaces.js';
import type { Fault } from '../../core/pack/pack.js';
import { parseExercise } from '../../core/pack/parseExercise.js';
import type { ParsedExercise } from '../../core/pack/parseExercise.js';
import type { PackFiles } from './packFiles.js';

/**
 * @param files all paths of the pack
 * @param faults takes what cannot be read
 */
export async function* readExercises(
  folder: PackFiles,
  packId: string,
  files: readonly string[],
  faults: Fault[],
): AsyncGenerator<ParsedExercise> {
  // Paths come in order, so that those of one folder follow one another.
  let exercise: string | undefined;
  let parts = new Map<string, string>();
  const own = files.filter((file) => exercisePart(file) !== undefined);
  for await (const { file, text } of folder.texts(own, faults)) {
    const part = exercisePart(file);
    if (!part) continue;
    if (exercise !== undefined && part.exercise !== exercise) {
      yield parseExercise(packId, exercise, parts);
      parts = new Map();
    }
    exercise = part.exercise;
    parts.set(part.path, text);
  }
  if (exercise !== undefined) yield parseExercise(packId, exercise, parts);
}
