/** What is wrong with one file of a pack as it is typed: what a check of the whole pack would tell of it once it is saved. */
import {
  checkExercise,
  checkInfo,
  checkQuestion,
  checkQuiz,
} from '../../../core/pack/checkPack.js';
import { exercisePart } from '../../../core/pack/exercisePlaces.js';
import { boundFaults } from '../../../core/pack/faults.js';
import { isQuestionFile, isQuizFile } from '../../../core/pack/filePlaces.js';
import { splitFrontMatter } from '../../../core/pack/frontMatter.js';
import type { Fault } from '../../../core/pack/pack.js';
import { parseExercise } from '../../../core/pack/parseExercise.js';
import { parsePackInfo } from '../../../core/pack/parsePack.js';
import { parseQuestion } from '../../../core/pack/parseQuestion.js';
import { parseQuiz } from '../../../core/pack/parseQuiz.js';
import { settleSections } from '../../../core/pack/sectionLinks.js';
import type { PossibleFault } from '../../../core/pack/sectionLinks.js';
import { topicFault } from '../../content/loadPack.js';
import { questionFile, SnippetReader } from '../../content/snippetReader.js';
import type { AuthoredPack } from './authoredPack.js';

/** Circles of prerequisites, which show only in the whole, come with the check of the whole. */
export async function faultsIn(pack: AuthoredPack, file: string): Promise<readonly Fault[]> {
  const text = (await pack.text(file)) ?? '';
  const faults = await possibleFaults(pack, file, text);
  const settled = await settleSections(faults, async (id) => {
    const other = await pack.text(questionFile(id));
    return other === undefined ? undefined : splitFrontMatter(other)?.body;
  });
  return boundFaults(settled);
}

async function possibleFaults(
  pack: AuthoredPack,
  file: string,
  text: string,
): Promise<readonly PossibleFault[]> {
  const { info, contents } = pack;
  const topics = new Set(info.topics.map(({ id }) => id));
  if (file === 'pack.yaml') {
    const parsed = parsePackInfo(text);
    if (parsed.newer) return [parsed.newer];
    const used = [...pack.questions.values(), ...pack.exercises].map(({ topic }) => topic);
    return [...parsed.faults, ...checkInfo(parsed, contents, new Set(used))];
  }
  if (isQuestionFile(file)) {
    const parsed = parseQuestion(info.id, file, text);
    const astray = parsed.question && topicFault(parsed.question.topic, topics);
    const topic =
      astray === undefined ? [] : [{ file, ...parsed.placeOf(['topic']), message: astray }];
    return [...parsed.faults, ...topic, ...checkQuestion(file, parsed, contents)];
  }
  if (isQuizFile(file)) {
    const snippets = new SnippetReader({ read: (each) => pack.text(each) }, info.id);
    const parsed = parseQuiz(info.id, file, text, await snippets.forQuiz(text));
    return [...parsed.faults, ...checkQuiz(file, parsed, contents)];
  }
  const exercise = exercisePart(file)?.exercise;
  if (exercise === undefined) return [];
  const own = [...pack.files].filter((each) => exercisePart(each)?.exercise === exercise);
  const parts = new Map<string, string>();
  for await (const each of pack.texts(own)) {
    const part = exercisePart(each.file);
    if (part) parts.set(part.path, each.text);
  }
  const parsed = parseExercise(info.id, exercise, parts);
  const astray = parsed.exercise && topicFault(parsed.exercise.topic, topics);
  const head = `exercises/${exercise}/exercise.md`;
  const topic =
    astray === undefined ? [] : [{ file: head, ...parsed.placeOf(['topic']), message: astray }];
  const all = [...parsed.faults, ...topic, ...checkExercise(parsed, contents)];
  return all.filter((fault) => fault.file === file);
}
