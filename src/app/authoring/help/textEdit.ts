/** A change of a text of a pack. */
export interface TextEdit {
  /** Relative to the pack's folder, with forward slashes. */
  readonly file: string;
  readonly from: TextPlace;
  readonly to: TextPlace;
  readonly text: string;
}

/** Both 0-based, the column in UTF-16 units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** The text after changes of it that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const offset = ({ line, column }: TextPlace): number => (starts[line] ?? text.length) + column;
  return [...edits]
    .sort((a, b) => offset(b.from) - offset(a.from))
    .reduce(
      (done, edit) => done.slice(0, offset(edit.from)) + edit.text + done.slice(offset(edit.to)),
      text,
    );
}
