import * as v from 'valibot';
import { longestName } from '../core/pack/idPattern.js';

/** What a page names: a question, a snippet, an item of a quiz, a session. */
export const name = v.pipe(v.string(), v.maxLength(longestName));
