import * as l10n from '@vscode/l10n';
import type { QuestionModel } from '../../protocol/question.js';
import { element } from '../shared/dom.js';
import { ofContent } from '../shared/content.js';

/** As in the style sheet: from here on there is room beside the text. */
const wide = window.matchMedia('(min-width: 860px)');
/** CSS pixels from the top: a heading above this line has its section in view. */
const line = 100;

/** The headings as links, folded where they would push the text down, with the section in view marked. */
export class ContentsView {
  readonly element: HTMLElement;
  private readonly links: readonly HTMLAnchorElement[];
  private readonly details: HTMLDetailsElement;
  private frame = 0;

  /** @param article holds the headings */
  constructor(
    headings: QuestionModel['headings'],
    private readonly article: HTMLElement,
  ) {
    const shown = headings.filter(({ level }) => level <= 3);
    this.links = shown.map(({ id, text }) =>
      element('a', { text, attributes: { href: `#${id}`, ...ofContent } }),
    );
    this.details = element('details', {}, [
      element('summary', { text: l10n.t('Contents') }),
      element(
        'ul',
        {},
        shown.map(({ level }, at) =>
          element('li', { class: `level-${String(level)}` }, [this.links[at]]),
        ),
      ),
    ]);
    this.element = element(
      'nav',
      {
        class: 'contents',
        attributes: { 'aria-label': l10n.t('Contents') },
        hidden: shown.length < 2,
      },
      [this.details],
    );
    this.fold();
    wide.addEventListener('change', this.fold);
    window.addEventListener('scroll', this.look, { passive: true });
    // Another width moves the headings, though nobody scrolls.
    window.addEventListener('resize', this.look, { passive: true });
  }

  dispose(): void {
    wide.removeEventListener('change', this.fold);
    window.removeEventListener('scroll', this.look);
    window.removeEventListener('resize', this.look);
  }

  private readonly fold = (): void => {
    this.details.open = wide.matches;
  };

  private readonly look = (): void => {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      this.mark();
    });
  };

  private mark(): void {
    const headings = this.links.map(({ hash }) =>
      this.article.querySelector(`#${CSS.escape(decodeURIComponent(hash.slice(1)))}`),
    );
    const current = headings.findLastIndex(
      (heading) => heading !== null && heading.getBoundingClientRect().top <= line,
    );
    for (const [at, link] of this.links.entries())
      if (at === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
  }
}
