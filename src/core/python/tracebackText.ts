/**
 * What a program prints to stderr, with the temporary folder that it ran in named as the learner's. Python writes a
 * frame of a traceback in several pieces; a line that may become one is held back until it is whole.
 */
const mayBecomeFrame = /^[\s|]*(?:F|Fi|Fil|File|File |File "[^\n]*)?$/;

/** Characters of a line that may become a frame; a longer one is looked at no more, however it goes on. */
const longestFrame = 5000;

export class TracebackText {
  private held = '';
  private inLine = false;

  /**
   * @param runFolder the folder that the program runs in.
   * @param shown the folder that is named instead.
   */
  constructor(
    private readonly runFolder: string,
    private readonly shown: string,
  ) {}

  /** Takes a piece; returns what can be shown now. */
  take(text: string): string {
    const all = this.held + text;
    const start = all.lastIndexOf('\n') + 1;
    const lastLine = all.slice(start);
    const isWholeLine = start > 0 || !this.inLine;
    const hold =
      isWholeLine &&
      lastLine !== '' &&
      lastLine.length <= longestFrame &&
      mayBecomeFrame.test(lastLine);
    this.held = hold ? lastLine : '';
    this.inLine = lastLine !== '' && !hold;
    return this.named(hold ? all.slice(0, start) : all);
  }

  /** What is held back, when no more came for a while: it may be a question that the program asks. */
  release(): string {
    const rest = this.held;
    this.held = '';
    this.inLine ||= rest !== '';
    return this.named(rest);
  }

  /** A whole text at once. */
  named(text: string): string {
    return text.replaceAll(this.runFolder, () => this.shown);
  }
}
