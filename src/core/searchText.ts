/** Plain words of a Markdown text, without its code fences. */
export function searchText(markdown: string): string {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const marks = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined) {
      fence = marks;
      lines.push(fence === undefined ? line : ' ');
    } else if (marks?.startsWith(fence) === true && line.trim() === marks) fence = undefined;
  }
  return lines.join('\n').replace(/[#*`[\]()|>]/g, ' ');
}
