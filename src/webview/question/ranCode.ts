import * as l10n from '@vscode/l10n';
import { language } from '../../core/language.js';
import type { SnippetFile } from '../../core/pack/pack.js';
import { element } from '../shared/dom.js';

/** The learner's files that ran, in place of the author's code: what is above an output is what printed it. */
export class RanCode {
  readonly element = element('div', {
    class: 'ran',
    hidden: true,
    attributes: { lang: language() },
  });
  private codes: readonly HTMLElement[] = [];

  /** @param original the author's code, shown whenever the learner's is not */
  constructor(
    private readonly name: string,
    private readonly original: HTMLElement | null,
  ) {}

  get isShown(): boolean {
    return !this.element.hidden;
  }

  /** None: the author's files ran. */
  show(files: readonly SnippetFile[]): void {
    this.codes = files.map(({ text }) => element('code', { text }));
    this.element.replaceChildren(
      ...files.flatMap(({ path }, at) => {
        const pre = element(
          'pre',
          {
            class: 'code',
            attributes: {
              tabindex: '0',
              role: 'group',
              'aria-label': l10n.t('Your version of {0}', at === 0 ? this.name : path),
            },
          },
          [this.codes[at]],
        );
        return at === 0 ? [pre] : [element('p', { class: 'path', text: path }), pre];
      }),
    );
    this.element.hidden = files.length === 0;
    if (this.original) this.original.hidden = files.length > 0;
  }

  /** @param files HTML of each, from the host; empty where its language has no colors */
  color(files: readonly string[]): void {
    if (files.length !== this.codes.length) return;
    for (const [at, html] of files.entries()) {
      const code = this.codes[at];
      if (code && html !== '') code.innerHTML = html;
    }
  }
}
