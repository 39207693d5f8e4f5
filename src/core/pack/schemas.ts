/** The shapes of pack.yaml and of a question's front matter, with messages for their author. */
import * as v from 'valibot';
import { id, ids, level, link, number, python, text, words } from './fields.js';

export const packSchema = v.object({
  format: v.optional(
    v.pipe(
      number('The format is a number: 1.'),
      v.integer('The format is a number: 1.'),
      v.minValue(1, 'Formats are counted from 1.'),
    ),
    '1',
  ),
  id,
  title: words('The title'),
  description: text,
  version: v.optional(v.string('The version must be text.'), '0.0.0'),
  license: text,
  topics: v.pipe(
    v.array(
      v.object({ id, title: words('The title'), description: text }),
      'A pack has a list of topics.',
    ),
    v.nonEmpty('A pack has at least one topic.'),
  ),
  paths: v.optional(
    v.array(
      v.object({
        id,
        title: words('The title'),
        description: text,
        questions: v.array(id, 'A path is a list of question ids.'),
      }),
    ),
    [],
  ),
});

export const frontMatterSchema = v.object({
  title: words('The title'),
  short: v.optional(
    v.pipe(words('The short title'), v.maxLength(24, 'The short title has at most 24 characters.')),
  ),
  topic: id,
  order: v.optional(number('The order must be a number.'), '0'),
  level,
  tags: v.optional(v.array(words('A tag'), 'Tags are a list: [a, b].'), []),
  python,
  related: ids,
  prerequisites: ids,
  sources: v.optional(v.array(link, 'Sources are a list of links.'), []),
});
