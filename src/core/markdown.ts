/** Markdown to HTML that is safe to show: no HTML of the author's passes, and links go to https or to questions. */
import { createMarkdown } from './markdownParser.js';
import type { Token } from './markdownParser.js';
import { sectionFinder, headingsOf } from './headings.js';
import type { Heading } from './headings.js';
import { linkTarget, picturePath } from './linkTarget.js';
import { parseFenceInfo } from './pack/fenceInfo.js';
import type { FenceInfo } from './pack/fenceInfo.js';
import { isSnippetName } from './pack/fenceAttributes.js';
import { questionHref } from './questionHref.js';

/** A piece of code that the page may color later; its place in the HTML carries `data-block` with its index. */
export interface CodeBlock {
  readonly language: string;
  readonly code: string;
}

export interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly blocks: readonly CodeBlock[];
}

interface RenderState {
  readonly blocks: CodeBlock[];
  readonly section: (fragment: string) => Heading | undefined;
  /** Ids for the headings still to come. */
  readonly ids: Iterator<Heading, undefined>;
  /** Names of the snippets so far: the first of a name is the one that runs. */
  readonly snippets: Set<string>;
  /** Of the links that are open, whether they are followed. */
  readonly links: boolean[];
}

const markdown = createRenderer();

/** A whole answer: headings get ids, snippets and their outputs are marked for the page to furnish. */
export function renderDocument(text: string): Rendered {
  const blocks: CodeBlock[] = [];
  const tokens = markdown.parse(text, {});
  const headings = headingsOf(tokens);
  return { html: render(tokens, headings, blocks), headings, blocks };
}

/**
 * A block of Markdown on its own: a quiz prompt, an explanation.
 *
 * @param blocks takes its code; what it holds already keeps its places, so that several texts may share one page.
 */
export function renderMarkdown(text: string, blocks: CodeBlock[] = []): string {
  const tokens = markdown.parse(text, {});
  return render(tokens, headingsOf(tokens), blocks);
}

/** Markdown within a line: an option, a title. */
export function renderInline(text: string): string {
  return render(markdown.parseInline(text, {}), [], []);
}

function render(tokens: Token[], headings: readonly Heading[], blocks: CodeBlock[]): string {
  const state: RenderState = {
    blocks,
    section: sectionFinder(headings),
    ids: headings.values(),
    snippets: new Set(),
    links: [],
  };
  return markdown.renderer.render(tokens, markdown.options, { ...state });
}

function createRenderer(): ReturnType<typeof createMarkdown> {
  const it = createMarkdown();
  const escape = it.utils.escapeHtml;

  it.renderer.rules['fence'] = (tokens, index, _options, env) => {
    const { blocks, snippets } = stateOf(env);
    const token = tokens[index];
    const info = fenceInfo(token?.info ?? '');
    const code = token?.content ?? '';
    const of = info.attributes.get('of');
    const file = info.attributes.get('file');
    const name = info.attributes.get('name');
    if (info.language === 'output' && of !== undefined) {
      const python = info.attributes.get('python');
      const stream = info.attributes.get('stream') === 'stderr' ? ' on stderr' : '';
      const label = `Expected output${stream}${python === undefined ? '' : ` on Python ${python}`}`;
      return `<details class="expected" data-of="${escape(of)}"><summary>${escape(label)}</summary><pre tabindex="0">${escape(code)}</pre></details>\n`;
    }
    const block = blocks.push({ language: info.language, code }) - 1;
    const pre = `<pre class="code" data-block="${String(block)}" tabindex="0"><code>${escape(code)}</code></pre>`;
    if (file !== undefined)
      return `<figure class="file"><figcaption>${escape(file)}</figcaption>${pre}</figure>\n`;
    if (
      info.language === 'python' &&
      name !== undefined &&
      isSnippetName(name) &&
      !snippets.has(name)
    ) {
      snippets.add(name);
      return `<figure class="snippet" data-snippet="${escape(name)}">${pre}</figure>\n`;
    }
    return `${pre}\n`;
  };

  it.renderer.rules['heading_open'] = (tokens, index, _options, env) => {
    const { value: heading } = stateOf(env).ids.next();
    return `<${tokens[index]?.tag ?? 'h2'} id="${escape(heading?.id ?? '')}">`;
  };

  it.renderer.rules['link_open'] = (tokens, index, _options, env) => {
    const { links, section } = stateOf(env);
    const opened = openLink(attribute(tokens[index], 'href'), section);
    links.push(opened !== undefined);
    return opened ?? '';
  };
  it.renderer.rules['link_close'] = (_tokens, _index, _options, env) =>
    stateOf(env).links.pop() === true ? '</a>' : '';

  function openLink(href: string, section: RenderState['section']): string | undefined {
    const target = linkTarget(href);
    if (target.kind === 'web') return `<a href="${escape(href)}" title="${escape(href)}">`;
    if (target.kind === 'question')
      return `<a href="${questionHref}" data-question="${escape(target.id)}">`;
    const heading = target.kind === 'section' ? section(target.section) : undefined;
    return heading && `<a href="#${escape(heading.id)}">`;
  }

  it.renderer.rules['image'] = (tokens, index) => {
    const token = tokens[index];
    const path = picturePath(attribute(token, 'src'));
    const alt = escape(token?.content ?? '');
    if (path === undefined) return `<em>${alt}</em>`;
    return `<img class="picture" data-picture="${escape(path)}" alt="${alt}">`;
  };

  // markdown-it aligns cells by a style attribute, which the page's policy blocks.
  for (const cell of ['th_open', 'td_open']) {
    it.renderer.rules[cell] = (tokens, index) => {
      const token = tokens[index];
      const align = /text-align:(\w+)/.exec(attribute(token, 'style'))?.[1];
      return `<${token?.tag ?? 'td'}${align === undefined ? '' : ` class="align-${align}"`}>`;
    };
  }
  it.renderer.rules['table_open'] = () => '<div class="table" tabindex="0"><table>\n';
  it.renderer.rules['table_close'] = () => '</table></div>\n';
  return it;
}

interface WithAttributes {
  attrGet(name: string): string | number | null;
}

function attribute(token: WithAttributes | undefined, name: string): string {
  return String(token?.attrGet(name) ?? '');
}

/** Every render call of this module passes a RenderState as markdown-it's environment. */
function stateOf(environment: unknown): RenderState {
  return environment as RenderState;
}

function fenceInfo(info: string): FenceInfo {
  try {
    return parseFenceInfo(info);
  } catch {
    // The pack's check reports it; the reader still gets the code.
    return { language: /^\w*/.exec(info)?.[0] ?? '', attributes: new Map(), places: new Map() };
  }
}
