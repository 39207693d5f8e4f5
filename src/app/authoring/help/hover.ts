/** What an author is shown of what stands at a place: what a link leads to, what a key is for. */
import { descriptionOf } from '../../../core/pack/schemaShape.js';
import { parseQuestion } from '../../../core/pack/parseQuestion.js';
import { shorten } from '../../../core/pack/faults.js';
import { splitFrontMatter } from '../../../core/pack/frontMatter.js';
import { parseMarkdown } from '../../../core/markdownParser.js';
import type { Named, Spot } from '../../../core/pack/spots/spot.js';
import type { AuthoredPack } from './authoredPack.js';
import { definitionOf, fileOf } from './definition.js';

/** All of it text of others: none of it is Markdown. */
export interface Shown {
  readonly title: string;
  readonly text?: string;
  readonly code?: string;
  /** The path of a picture within the pack. */
  readonly picture?: string;
}

/** Characters of a text that are shown. */
const longest = 600;

export async function shownAt(
  pack: AuthoredPack,
  spot: Spot,
  word: string,
): Promise<Shown | undefined> {
  if (spot.role === 'key') {
    const schema = Object.hasOwn(spot.entries, word) ? spot.entries[word] : undefined;
    const text = schema && descriptionOf(schema);
    return text === undefined ? undefined : { title: word, text };
  }
  return 'named' in spot ? shownOf(pack, spot.named) : undefined;
}

async function shownOf(pack: AuthoredPack, named: Named): Promise<Shown | undefined> {
  const { kind, id } = named;
  switch (kind) {
    case 'question': {
      const question = pack.questions.get(id);
      const text = await pack.text(`questions/${id}.md`);
      return (
        question && { title: question.title, text: opening(splitFrontMatter(text ?? '')?.body) }
      );
    }
    case 'topic':
    case 'path': {
      const all = kind === 'topic' ? pack.info.topics : pack.info.paths;
      const found = all.find((each) => each.id === id);
      return found && { title: found.title, text: found.description };
    }
    case 'tag': {
      const tagged = [...pack.questions.values()].filter(({ tags }) => tags.includes(id));
      return { title: id, text: tagged.map(({ title }) => title).join('\n') };
    }
    case 'section': {
      const place = await definitionOf(pack, named);
      const lines = (await pack.text(named.file))?.split('\n');
      const below = place && lines?.slice(place.line + 1).join('\n');
      return (
        place && {
          title: (lines?.[place.line] ?? '').replace(/^[\s>#]+/, ''),
          text: opening(below),
        }
      );
    }
    case 'snippet': {
      const text = (await pack.text(named.file)) ?? '';
      const { question } = parseQuestion(pack.info.id, named.file, text);
      const snippet = question?.code.find(({ name }) => name === id);
      return snippet && { title: id, code: snippet.code };
    }
    case 'picture':
      return pack.files.has(id) ? { title: id, picture: id } : undefined;
    case 'exercise': {
      const exercise = await pack.exercise(id);
      return exercise && { title: exercise.title, text: opening(exercise.body) };
    }
    case 'item':
      return undefined;
    case 'quiz':
      return fileOf(pack, named) === undefined ? undefined : { title: id };
  }
}

/** The first paragraph. */
function opening(body = ''): string {
  const text = parseMarkdown(body.slice(0, 10 * longest)).find(({ type }) => type === 'inline');
  return shorten((text?.content ?? '').replaceAll('\n', ' '), longest);
}
