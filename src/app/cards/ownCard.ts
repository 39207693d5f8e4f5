/** A card of the learner's own, as the files of a pack have it: a question, and for a program also an item to answer. */
import { trim } from '../../core/trim.js';
import { questionText } from '../authoring/packTexts.js';
import { fenced } from '../importing/fenced.js';

export type OwnCard =
  /** Both are Markdown. */
  | { readonly kind: 'asked'; readonly prompt: string; readonly answer: string }
  /** `hidden` are pieces of the text, each hidden wherever it stands. */
  | { readonly kind: 'cloze'; readonly text: string; readonly hidden: readonly string[] }
  | { readonly kind: 'prints'; readonly code: string; readonly printed: string };

/** The one topic of the pack. */
export const ownTopic = 'my-cards';
/** The name of the program in a card's question. */
export const ownSnippet = 'program';
const longestTitle = 300;
/** What can be hidden: code between backquotes, a number or a word. */
const piecePattern = /`[^`\n]+`|[\p{L}\p{N}_]+(?:[-'.’][\p{L}\p{N}_]+)*/gu;
/** What stands for each hidden piece. */
const gap = '[…]';

/** In one line, as a title is. */
export function titleOf(card: OwnCard, printsWords: string): string {
  switch (card.kind) {
    case 'asked':
      return oneLine(card.prompt);
    case 'cloze':
      return oneLine(replaced(card.text, card.hidden, () => gap)).replaceAll('`', '');
    case 'prints': {
      const first = card.code.split('\n').find((line) => /^\s*[^\s#]/.test(line)) ?? '';
      return `${printsWords} ${oneLine(first)}`;
    }
  }
}

/** The Markdown of its question. */
export function cardText(card: OwnCard, printsWords: string): string {
  const title = titleOf(card, printsWords);
  return questionText({ title, topic: ownTopic, order: 0, body: bodyOf(card) });
}

/** The pieces of a text that can be hidden: code between backquotes, numbers and words, each once and in order. */
export function pieces(text: string): readonly string[] {
  const found = text.match(piecePattern) ?? [];
  return [...new Set(found)];
}

function bodyOf(card: OwnCard): string {
  switch (card.kind) {
    case 'asked':
      return card.answer;
    case 'cloze':
      return replaced(card.text, card.hidden, (piece) => `**${piece}**`);
    case 'prints':
      return [
        fenced(`python {name=${ownSnippet}}`, card.code),
        fenced(`output {of=${ownSnippet}}`, card.printed),
      ].join('\n\n');
  }
}

/** Whole pieces only: `is` is not hidden in `list`. */
function replaced(text: string, hidden: readonly string[], by: (piece: string) => string): string {
  const wanted = new Set(hidden);
  return text.replace(piecePattern, (piece) => (wanted.has(piece) ? by(piece) : piece));
}

function oneLine(text: string): string {
  const line = trim(text.replace(/\s+/g, ' '), ' ');
  return line.length > longestTitle ? `${line.slice(0, longestTitle)}…` : line;
}
