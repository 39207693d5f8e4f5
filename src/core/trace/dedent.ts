/** Lines without the blanks that all of them begin with, so that a part of a function runs on its own. */
export function dedent(text: string): string {
  const lines = text.split(/\r?\n/);
  const full = lines.filter((line) => line.trim() !== '');
  let shared = /^[ \t]*/.exec(full[0] ?? '')?.[0] ?? '';
  for (const line of full) while (!line.startsWith(shared)) shared = shared.slice(0, -1);
  return `${lines.map((line) => (line.trim() === '' ? '' : line.slice(shared.length))).join('\n')}\n`;
}
