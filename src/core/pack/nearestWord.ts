/** Longer words, and more of them, are not compared: the work grows with the product. */
const longest = 40;
const most = 1000;

/** The word that was probably meant: the one fewest edits away, at most one in three letters; undefined when none is near. */
export function nearestWord(word: string, words: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined;
  const asked = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(asked.length / 3)) + 1;
  let compared = 0;
  for (const each of words) {
    if (++compared > most) break;
    if (Math.abs(each.length - asked.length) >= least || each.length > longest) continue;
    const distance = editDistance(asked, each.toLowerCase());
    if (distance < least) [best, least] = [each, distance];
  }
  return best;
}

/** Letters to insert, delete, replace, or exchange with their neighbor. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** The end of a sentence that says what is not there: `.`, or the word that was probably meant. */
export function didYouMean(word: string, words: Iterable<string>): string {
  const near = nearestWord(word, words);
  return near === undefined ? '.' : `; did you mean “${near}”?`;
}

/** The word that a sentence proposes which ends as `didYouMean` has it. */
export function proposedWord(message: string): string | undefined {
  return /did you mean “([^”]+)”\?$/.exec(message)?.[1];
}
