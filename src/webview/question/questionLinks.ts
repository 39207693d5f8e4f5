/** Links to other questions, which carry their ids. */
import * as l10n from '@vscode/l10n';
import { listed } from '../../core/lists.js';
import { questionHref } from '../../core/questionHref.js';
import type { QuestionLink } from '../../protocol/question.js';
import { ofContent } from '../shared/content.js';
import { element, icon } from '../shared/dom.js';
import type { Child } from '../shared/dom.js';
import { withElements } from '../shared/sentence.js';

export function questionLink({ id, title }: QuestionLink): HTMLAnchorElement {
  return element('a', { attributes: { href: questionHref, 'data-question': id } }, [
    element('span', { text: title, attributes: ofContent }),
  ]);
}

/** @param words with the title for `{0}` */
export function neighborLink(
  { id, title }: QuestionLink,
  iconName: 'arrow-left' | 'arrow-right',
  words: string,
): HTMLAnchorElement {
  const label = withElements(words, [element('span', { text: title, attributes: ofContent })]);
  return element('a', { attributes: { href: questionHref, 'data-question': id } }, [
    iconName === 'arrow-left' ? icon(iconName) : undefined,
    element('span', {}, label),
    iconName === 'arrow-right' ? icon(iconName) : undefined,
  ]);
}

export function readFirst(links: readonly QuestionLink[]): Child[] {
  const places = listed(links.map((_, at) => `{${String(at)}}`));
  return withElements(
    l10n.t('Read first: {0}', places),
    links.map((link) => questionLink(link)),
  );
}
