/** A line that the learner moves about. */
export interface Piece {
  readonly line: number;
  readonly text: string;
  indent: number;
  used: boolean;
}

/** As the learner left them: those placed in their order, then those left out. */
export function arranged(
  fresh: readonly Piece[],
  lines: readonly { line: number; indent: number }[],
): Piece[] {
  const placed = lines.flatMap(({ line, indent }) => {
    const piece = fresh[line];
    return piece ? [{ ...piece, indent }] : [];
  });
  const rest = fresh.filter(({ line }) => !placed.some((piece) => piece.line === line));
  return [...placed, ...rest.map((piece) => ({ ...piece, used: false }))];
}
