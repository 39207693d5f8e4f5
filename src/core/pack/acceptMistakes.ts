/** What an author writes as an accepted answer that nobody's answer can be. */
import { patternOf } from '../quiz/acceptedForm.js';
import { formKey, patternFaults } from '../quiz/acceptedText.js';
import { longestText } from '../quiz/answer.js';
import type { ItemMistake } from './itemMistake.js';
import type { TextItem } from './pack.js';
import { repeated } from './repeated.js';

/** Signs that mean something in a regular expression. */
const special = /[\\^$.*+?()[\]{}|]/;

export function acceptMistakes(item: TextItem): readonly ItemMistake[] {
  const again = new Set(repeated(item.accept.map((form) => formKey(item, form))));
  const forms = item.accept.flatMap((form, at): ItemMistake[] => {
    const message = again.has(at) ? 'This answer is accepted already.' : formMistake(item, form);
    return message === undefined ? [] : [{ path: ['accept', at], message }];
  });
  const patterns = patternFaults(item).map(({ index, message }) => ({
    path: ['accept', index],
    message,
  }));
  const forgiven = repeated(item.forgive).map((at) => ({
    path: ['forgive', at],
    message: `“${item.forgive[at] ?? ''}” stands twice.`,
  }));
  return [...forms, ...patterns, ...forgiven];
}

function formMistake(item: TextItem, form: string): string | undefined {
  if (formKey(item, form) === '') return 'Nobody can type this: it shows nothing.';
  if (form.length > longestText)
    return `Nobody can type this: answers have at most ${String(longestText)} characters.`;
  const [, body = '', flags = ''] = /^\/(.+)\/([dgimsuvy]{1,3})$/.exec(form) ?? [];
  if (flags !== '' && new Set(flags).size === flags.length) {
    const mend = flags.includes('i') ? `“/${body}/” with “forgive: [case]”` : `“/${body}/”`;
    return `A pattern takes no flags, so that this is taken for a text: write ${mend}.`;
  }
  const pattern = patternOf(form);
  if (pattern !== undefined && !special.test(pattern))
    return `As a pattern this accepts “${pattern}” alone: write it without its slashes; where they belong to it, “/\\/${pattern}\\//”.`;
  if (pattern === undefined && /^\/[^/]/.test(form) && special.test(form))
    return 'A pattern stands between two slashes; this is taken for a text, as it lacks the second.';
  return undefined;
}
