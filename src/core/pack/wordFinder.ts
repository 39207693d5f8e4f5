/** Finds words of a text one after the other, each behind the one before. */
export class WordFinder {
  private line: number;
  private column = 0;

  constructor(
    private readonly lines: readonly string[],
    from = 0,
  ) {
    this.line = from;
  }

  /**
   * The next place of a word, not before a line; undefined when there is none, and the next is sought from where this was.
   *
   * @param before what must stand before it, where there is such a place at all
   */
  next(
    word: string,
    notBefore = 0,
    before?: RegExp,
  ): { readonly line: number; readonly columns: readonly [number, number] } | undefined {
    if (notBefore > this.line) [this.line, this.column] = [notBefore, 0];
    for (let line = this.line; line < this.lines.length; line++) {
      const text = this.lines[line] ?? '';
      let from = text.indexOf(word, line === this.line ? this.column : 0);
      while (before && from >= 0 && !before.test(text.slice(Math.max(0, from - 1), from)))
        from = text.indexOf(word, from + 1);
      if (from < 0) continue;
      [this.line, this.column] = [line, from + word.length];
      return { line, columns: [from, from + word.length] };
    }
    return before ? this.next(word, notBefore) : undefined;
  }
}
