/** Markdown to HTML that is safe to show: no HTML of the author's passes, and links go to https or to questions. */
import MarkdownIt from 'markdown-it';
import { parseFenceInfo } from './pack/fenceInfo.js';
import type { FenceInfo } from './pack/fenceInfo.js';
import { idPattern } from './pack/idPattern.js';
import { isSafePath } from './pack/safePath.js';

export interface Heading {
  readonly id: string;
  readonly level: number;
  readonly text: string;
}

/** A piece of code that the page may colour later; its place in the HTML carries `data-block` with its index. */
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
  readonly headings: Heading[];
  readonly blocks: CodeBlock[];
  /** How many headings there are of each slug. */
  readonly slugs: Map<string, number>;
}

const markdown = createRenderer();

/** A whole answer: headings get ids, snippets and their outputs are marked for the page to furnish. */
export function renderDocument(text: string): Rendered {
  const state = newState();
  const html = markdown.render(text, { ...state });
  return { html, headings: state.headings, blocks: state.blocks };
}

/**
 * A block of Markdown on its own: a quiz prompt, an explanation.
 *
 * @param blocks takes its code; what it holds already keeps its places, so that several texts may share one page.
 */
export function renderMarkdown(text: string, blocks: CodeBlock[] = []): string {
  return markdown.render(text, { ...newState(blocks) });
}

/** Markdown within a line: an option, a title. */
export function renderInline(text: string): string {
  return markdown.renderInline(text, { ...newState() });
}

/** The question that a link's target names: `question:import-system` or `import-system.md`. */
export function linkedQuestion(target: string): string | undefined {
  const id = /^question:(.*)$/.exec(target)?.[1] ?? /^(?:\.\/)?([^/]*)\.md$/.exec(target)?.[1];
  return id !== undefined && idPattern.test(id) ? id : undefined;
}

/** Every question a text links to and every picture it shows, for the check of a pack. */
export function referencesOf(text: string): {
  readonly questions: readonly string[];
  readonly pictures: readonly string[];
} {
  const questions: string[] = [];
  const pictures: string[] = [];
  for (const token of markdown.parse(text, {})) {
    for (const child of token.children ?? []) {
      const linked =
        child.type === 'link_open' ? linkedQuestion(attribute(child, 'href')) : undefined;
      if (linked !== undefined) questions.push(linked);
      if (child.type === 'image') pictures.push(attribute(child, 'src'));
    }
  }
  return { questions, pictures };
}

function createRenderer(): InstanceType<typeof MarkdownIt> {
  const it = new MarkdownIt({ html: false, linkify: false, typographer: false });
  it.validateLink = (url) =>
    url.startsWith('https://') || linkedQuestion(url) !== undefined || isPicture(url);
  const escape = it.utils.escapeHtml;

  it.renderer.rules['fence'] = (tokens, index, _options, env) => {
    const { blocks } = stateOf(env);
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
    if (name !== undefined && info.language === 'python') {
      return `<figure class="snippet" data-snippet="${escape(name)}">${pre}</figure>\n`;
    }
    return `${pre}\n`;
  };

  it.renderer.rules['heading_open'] = (tokens, index, _options, env) => {
    const { headings, slugs } = stateOf(env);
    const level = Math.min(6, Number(tokens[index]?.tag.slice(1) ?? 2));
    const text = (tokens[index + 1]?.children ?? []).map((child) => child.content).join('');
    const id = uniqueSlug(text, slugs);
    headings.push({ id, level, text });
    return `<h${String(level)} id="${id}">`;
  };

  it.renderer.rules['link_open'] = (tokens, index) => {
    const href = attribute(tokens[index], 'href');
    const question = linkedQuestion(href);
    if (question !== undefined) return `<a href="#" data-question="${escape(question)}">`;
    return `<a href="${escape(href)}" title="${escape(href)}">`;
  };

  it.renderer.rules['image'] = (tokens, index) => {
    const token = tokens[index];
    const source = attribute(token, 'src');
    const alt = escape(token?.content ?? '');
    if (!isPicture(source)) return `<em>${alt}</em>`;
    return `<img class="picture" data-picture="${escape(source)}" alt="${alt}">`;
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

function newState(blocks: CodeBlock[] = []): RenderState {
  return { headings: [], blocks, slugs: new Map() };
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
    return { language: /^\w*/.exec(info)?.[0] ?? '', attributes: new Map() };
  }
}

function isPicture(url: string): boolean {
  return url.startsWith('files/') && isSafePath(url) && /\.(?:svg|png|jpe?g|gif|webp)$/i.test(url);
}

function uniqueSlug(text: string, taken: Map<string, number>): string {
  const slug =
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'section';
  const same = taken.get(slug) ?? 0;
  taken.set(slug, same + 1);
  return same === 0 ? slug : `${slug}--${String(same + 1)}`;
}
