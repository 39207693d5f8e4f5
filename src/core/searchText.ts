/** Plain words of a Markdown text, without its code fences. */
export function searchText(markdown: string): string {
  return markdown
    .replace(/^ {0,3}(`{3,})[^]*?^ {0,3}\1[ \t]*$/gm, ' ')
    .replace(/[#*`[\]()|>]/g, ' ');
}
