/** The one parser of the packs' Markdown: what a page shows, a palette lists and a check tells comes of these tokens. */
import MarkdownIt from 'markdown-it';

export type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

/** HTML is text to it. Which links are followed is the renderer's to say: each comes as a token. */
export function createMarkdown(): InstanceType<typeof MarkdownIt> {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  markdown.validateLink = () => true;
  return markdown;
}

const parser = createMarkdown();

/** All tokens; those of kind `inline` have children. */
export function parseMarkdown(text: string): readonly Token[] {
  return parser.parse(text, {});
}

/** The blocks alone, in half the time: their `inline` tokens have a content and no children. `text` has no `\r`. */
export function parseBlocks(text: string): readonly Token[] {
  const tokens: Token[] = [];
  parser.block.parse(text, parser, {}, tokens);
  return tokens;
}
