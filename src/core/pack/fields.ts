/** The fields that the files of a pack are made of, with messages for their author. YAML gives every value as a text. */
import * as v from 'valibot';
import { isId, longestId } from './idPattern.js';
import { pythonRangeFault } from './pythonRange.js';
import { about, meaning } from './schemaShape.js';

export const words = (what: string): v.GenericSchema<unknown, string> =>
  v.pipe(v.string(`${what} must be text.`), v.trim(), v.nonEmpty(`${what} must not be empty.`));

/** As `words`, of which links are followed. */
export const markdown = (what: string) => meaning(words(what), { markdown: true });

export const text = v.optional(v.string('This must be text.'), '');

/** As `text`, of which links are followed. */
export const markdownText = v.optional(
  meaning(v.string('This must be text.'), { markdown: true }),
  '',
);

export const id = v.pipe(
  v.string('An id must be text.'),
  v.check(
    isId,
    `An id is lower-case words joined by hyphens, such as “import-system”, of at most ${longestId} characters.`,
  ),
);

export const title = about('What people read.', words('The title'));

export const topic = about('A topic of pack.yaml.', meaning(id, { names: 'topic' }));

export const tags = v.optional(
  about(
    'Words by which it is found.',
    v.array(meaning(words('A tag'), { names: 'tag' }), 'Tags are a list: [a, b].'),
  ),
  [],
);

/** Ids of questions of the pack. */
export const questions = (description: string) =>
  v.optional(
    about(
      description,
      v.array(meaning(id, { names: 'question' }), 'This must be a list of ids: [a, b].'),
    ),
    [],
  );

export const number = (message: string): v.GenericSchema<unknown, number> =>
  v.pipe(v.string(message), v.regex(/^-?\d{1,9}(?:\.\d{1,9})?$/, message), v.transform(Number));

export const truth = (message: string): v.GenericSchema<unknown, boolean> =>
  v.pipe(
    v.picklist(['true', 'false'], message),
    v.transform((value) => value === 'true'),
  );

export const level = v.optional(
  about(
    'For whom it is: core, advanced (where nothing is said) or expert.',
    v.picklist(['core', 'advanced', 'expert'], 'The level must be core, advanced or expert.'),
  ),
  'advanced',
);

export const pythonRange = v.pipe(
  v.string('“python” must be a version range such as ">=3.11".'),
  v.check(
    (range) => pythonRangeFault(range) === undefined,
    ({ input }) => sentence(pythonRangeFault(input) ?? ''),
  ),
);

/** The Pythons on which what says nothing of them holds. */
export const anyPython = '>=3.10';

export const python = v.optional(
  about('The versions of Python on which its programs hold, such as ">=3.12".', pythonRange),
  anyPython,
);

export const linkOf = (what: string) =>
  v.pipe(
    v.string(`${what} must be a link.`),
    v.regex(
      /^https:\/\/[^\s/]\S*$/,
      `${what} must be a link that begins with https://, without blanks.`,
    ),
  );

export const link = linkOf('A source');

/** A clause as a sentence of its own. */
function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}${/[.?]$/.test(clause) ? '' : '.'}`;
}
