/** How VS Code interprets what it is given, stated anew from what it does: a second opinion on what is harmless. */

export interface Link {
  readonly label: string;
  readonly href: string;
}

/** The links of a notification, a prompt or a progress message. */
export function linksIn(text: string): readonly Link[] {
  const found: Link[] = [];
  let rest = text.slice(0, 1000).replace(/\r\n|\n|\r/g, ' ');
  for (;;) {
    const match =
      /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (?:".+?"|'.+?'))?\)/i.exec(rest);
    if (!match) return found;
    found.push({ label: match[1] ?? '', href: match[2] ?? '' });
    rest = rest.slice(match.index + match[0].length);
  }
}

/** The links that a Markdown reader finds that is kinder than VS Code: any scheme, blanks, angle brackets. */
export function markdownLinksIn(text: string): readonly string[] {
  return [...text.matchAll(/\]\(\s*<?\s*([a-z][a-z\d+.-]*:[^\s)>]*)/gi)].map(
    ([, href = '']) => href,
  );
}

/** The names of the icons of a label. One that a backslash escapes is one too: a highlight may part them. */
export function iconsIn(text: string): readonly string[] {
  return [...text.matchAll(/\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g)].map(([, name = '']) => name);
}
