/** The shapes of pack.yaml and of a question's front matter, with messages for their author. */
import * as v from 'valibot';
import { aliasesSchema } from './aliases.js';
import {
  id,
  level,
  link,
  linkOf,
  number,
  python,
  questions,
  tags,
  text,
  title,
  topic,
} from './fields.js';
import { about, meaning } from './schemaShape.js';
import { words } from './fields.js';

const description = about('What it is about, in a sentence or two.', text);

export const packSchema = v.object({
  format: v.optional(
    about(
      'The version of the format of packs: 1.',
      v.pipe(
        number('The format is a number: 1.'),
        v.integer('The format is a number: 1.'),
        v.minValue(1, 'Formats are counted from 1.'),
      ),
    ),
    '1',
  ),
  id: about('The name of the pack, for ever: learners’ progress is kept under it.', id),
  title,
  description,
  version: v.optional(
    about('The version of the pack, such as 1.2.0.', v.string('The version must be text.')),
    '0.0.0',
  ),
  license: about('The license of its texts and programs, such as CC-BY-4.0.', text),
  address: v.optional(
    about(
      'Where the pack is kept and readers tell of problems: a link that begins with https://.',
      linkOf('The address'),
    ),
  ),
  topics: about(
    'The topics in their order; each question and exercise belongs to one.',
    v.pipe(
      v.array(
        v.object({ id: meaning(id, { defines: 'topic' }), title, description }),
        'A pack has a list of topics.',
      ),
      v.nonEmpty('A pack has at least one topic.'),
    ),
  ),
  paths: v.optional(
    about(
      'Orders through the questions, as alternatives to the topics.',
      v.array(
        v.object({
          id: meaning(id, { defines: 'path' }),
          title,
          description,
          questions: about(
            'The ids of its questions, in the order in which they are read.',
            v.array(meaning(id, { names: 'question' }), 'A path is a list of question ids.'),
          ),
        }),
      ),
    ),
    [],
  ),
  aliases: aliasesSchema,
});

export const frontMatterSchema = v.object({
  title,
  short: v.optional(
    about(
      'The title in a few words, for where there is little room.',
      v.pipe(
        words('The short title'),
        v.maxLength(24, 'The short title has at most 24 characters.'),
      ),
    ),
  ),
  topic,
  order: v.optional(
    about(
      'A number: the place among the others of its topic.',
      number('The order must be a number.'),
    ),
    '0',
  ),
  level,
  tags,
  python,
  related: questions('Questions that are read with it.'),
  prerequisites: questions('Questions that are read before it.'),
  sources: v.optional(
    about(
      'Where it is written: links that begin with https://.',
      v.array(link, 'Sources are a list of links.'),
    ),
    [],
  ),
});
