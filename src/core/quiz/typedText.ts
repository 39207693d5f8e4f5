/** Text as it is typed: keyboards, phones and word processors put other characters for those that code is made of. */

const single = /[\u2018-\u201b\u2032\u2035\u00b4\u02b9\u02bb\u02bc\u2039\u203a\u275b\u275c]/g;
const double = /[\u201c-\u201f\u2033\u2036\u00ab\u00bb\u301d-\u301f\u275d\u275e]/g;
const dash = /[\u2010-\u2015\u2212\ufe58\ufe63]/g;
/** What a phone makes of two hyphens. */
const longDash = /[\u2013\u2014]/g;
const fullWidth = /[\uff01-\uff5e]/g;
const unseen = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Accents in one form, every blank a space, and nothing that is not seen. */
export function withPlainBlanks(text: string): string {
  return text
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/[\p{Zs}\t]/gu, ' ');
}

/** Accents in one form, every blank a space, nothing that is not seen, and no backticks around it all. */
export function withoutLayout(text: string): string {
  const line = withPlainBlanks(text).trim();
  const ticks = /^`+/.exec(line)?.[0].length ?? 0;
  const isWrapped = ticks > 0 && line.length > 2 * ticks && line.endsWith('`'.repeat(ticks));
  return isWrapped ? line.slice(ticks, -ticks).trim() : line;
}

/** With the quotes, dashes and other signs of ASCII; letters, digits and operators stay what they are. */
export function withPlainSigns(text: string, dashes = '-'): string {
  return text
    .replace(longDash, () => dashes)
    .replace(dash, '-')
    .replace(single, "'")
    .replace(double, '"')
    .replaceAll('…', '...')
    .replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Whether a typed text is the one that is wanted, however its quotes, dashes, blanks and accents were typed. */
export function isTypedAs(wanted: string, given: string): boolean {
  const right = withoutLayout(wanted);
  const typed = withoutLayout(given);
  if (right === typed) return true;
  // Of a sign alone that ASCII does not have, the sign is the point.
  if (right !== withPlainSigns(right) && !/[\p{L}\p{N}]/u.test(right)) return false;
  const plain = withPlainSigns(right);
  return plain === withPlainSigns(typed) || plain === withPlainSigns(typed, '--');
}
