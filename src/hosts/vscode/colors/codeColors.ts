/** Colors code as the editor does, with the theme that the window wears. Loaded on first use: Shiki is large. */
import { createHighlighterCore } from '@shikijs/core';
import type { HighlighterCore, ThemeRegistrationRaw } from '@shikijs/core';
import { createJavaScriptRegexEngine } from '@shikijs/engine-javascript';
import { serialQueue } from '../../../app/serialQueue.js';
import type { CodeBlock } from '../../../core/markdown.js';
import type { Colors } from '../../../protocol/question.js';
import { currentTheme } from './themeFile.js';

/** A map: authors may call a language `constructor`. */
const grammars: ReadonlyMap<string, () => Promise<{ default: unknown }>> = new Map(
  Object.entries({
    python: () => import('@shikijs/langs/python'),
    c: () => import('@shikijs/langs/c'),
    toml: () => import('@shikijs/langs/toml'),
    json: () => import('@shikijs/langs/json'),
    yaml: () => import('@shikijs/langs/yaml'),
    bash: () => import('@shikijs/langs/bash'),
    console: () => import('@shikijs/langs/bash'),
  }),
);

let highlighter: Promise<HighlighterCore> | undefined;
/** Names of the themes that were worn, by what they are. */
const names = new Map<string, string>();

/** While a theme changes, colors are asked for more than once: what was asked last is told last, and stays. */
const inTurn = serialQueue();

/** Rules and colored HTML for each block; a block whose language is unknown keeps its plain text. */
export function colorCode(blocks: readonly CodeBlock[]): Promise<Colors> {
  return inTurn(() => color(blocks));
}

async function color(blocks: readonly CodeBlock[]): Promise<Colors> {
  highlighter ??= createHighlighterCore({
    themes: [],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const [shiki, theme] = await Promise.all([highlighter, currentTheme()]);
  const foreground = theme.foreground ?? (theme.dark ? '#cccccc' : '#3b3b3b');
  const look = {
    type: theme.dark ? 'dark' : 'light',
    fg: foreground,
    bg: theme.dark ? '#000000' : '#ffffff',
    settings: [{ settings: { foreground } }, ...theme.rules],
  };
  const name = nameOf(look);
  await shiki.loadTheme({ name, ...look } as ThemeRegistrationRaw);

  const classes = new Map<string, string>();
  const classOf = (style: string): string => {
    const known = classes.get(style);
    if (known !== undefined) return known;
    const made = `k${String(classes.size)}`;
    classes.set(style, made);
    return made;
  };
  const colored: string[] = [];
  for (const { language, code } of blocks) {
    const grammar = grammars.get(language);
    if (!grammar) {
      colored.push('');
      continue;
    }
    await shiki.loadLanguage(
      (await grammar()).default as Parameters<HighlighterCore['loadLanguage']>[0],
    );
    const lines = shiki.codeToTokensBase(code.replace(/\n$/, ''), {
      lang: language === 'console' ? 'bash' : language,
      theme: name,
    });
    colored.push(
      lines
        .map((line) =>
          line
            .map(({ content, color, fontStyle }) => {
              const style = cssOf(color, fontStyle ?? 0, foreground);
              return style === ''
                ? escape(content)
                : `<span class="${classOf(style)}">${escape(content)}</span>`;
            })
            .join(''),
        )
        .join('\n'),
    );
  }
  const css = [...classes].map(([style, name]) => `.${name}{${style}}`).join('');
  return { css, blocks: colored };
}

/** Shiki keeps the first theme of a name for good: each look has a name of its own. */
function nameOf(look: object): string {
  const key = JSON.stringify(look);
  const name = names.get(key) ?? `look-${String(names.size)}`;
  names.set(key, name);
  return name;
}

/** TextMate's font style bits: 1 italic, 2 bold, 4 underline. */
function cssOf(color: string | undefined, fontStyle: number, foreground: string): string {
  const safe =
    color !== undefined &&
    /^#[0-9a-f]{3,8}$/i.test(color) &&
    color.toLowerCase() !== foreground.toLowerCase();
  return [
    safe ? `color:${color}` : '',
    fontStyle > 0 && (fontStyle & 1) !== 0 ? 'font-style:italic' : '',
    fontStyle > 0 && (fontStyle & 2) !== 0 ? 'font-weight:bold' : '',
    fontStyle > 0 && (fontStyle & 4) !== 0 ? 'text-decoration:underline' : '',
  ]
    .filter((part) => part !== '')
    .join(';');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
