/** The program's text, with the line that ran and the line that comes next. */
import * as l10n from '@vscode/l10n';
import type { Step } from '../../core/trace/step.js';
import type { Colors } from '../../protocol/question.js';
import type { TracedFile } from '../../protocol/trace.js';
import { element } from '../shared/dom.js';
import { leadByArrows } from './arrowKeys.js';

interface Mark {
  readonly file: string;
  readonly line: number;
}

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

export class CodePane {
  readonly element: HTMLElement;
  private readonly title = element('div', { class: 'file' });
  private readonly list = element('ol', {
    class: 'code',
    attributes: { 'aria-label': l10n.t('Code') },
  });
  private rows: readonly HTMLElement[] = [];
  private marked: readonly HTMLElement[] = [];
  private shown: TracedFile | undefined;
  private colors: Colors | undefined;

  /**
   * @param matters numbers of the lines of the first file that its author marked
   * @param onLine a line was chosen
   */
  constructor(
    private readonly files: readonly TracedFile[],
    private readonly matters: readonly number[],
    private readonly onLine: (file: string, line: number) => void,
  ) {
    leadByArrows(this.list, () => this.marked.at(-1) ?? this.rows[0]);
    this.element = element('section', { class: 'pane code-pane' }, [this.title, this.list]);
  }

  /** @param before the step before, whose line ran */
  show(step: Step, before: Step | undefined): void {
    const next = markOf(step);
    if (!next) return;
    const file = this.files.find(({ name }) => name === next.file);
    if (file && file !== this.shown) this.fill(file);
    const ran = before && markOf(before);
    for (const row of this.marked) {
      row.classList.remove('next', 'ran');
      row.removeAttribute('aria-current');
      row.querySelector('.mark')?.replaceChildren();
    }
    const nextRow = this.rows[next.line - 1];
    const ranRow = ran?.file === next.file ? this.rows[ran.line - 1] : undefined;
    this.marked = [ranRow, nextRow].filter((row) => row !== undefined);
    ranRow?.classList.add('ran');
    ranRow?.querySelector('.mark')?.replaceChildren('·');
    nextRow?.classList.add('next');
    nextRow?.querySelector('.mark')?.replaceChildren('➔');
    nextRow?.setAttribute('aria-current', 'step');
    nextRow?.scrollIntoView({ block: 'nearest' });
  }

  /** @param colors a block for each file */
  color(colors: Colors): void {
    this.colors = colors;
    sheet.replaceSync(colors.css);
    if (this.shown) this.paint(this.shown);
  }

  private fill(file: TracedFile): void {
    this.shown = file;
    this.title.textContent = file.name;
    this.marked = [];
    const isFirst = file === this.files[0];
    this.rows = file.text
      .replace(/\n$/, '')
      .split('\n')
      .map((text, index) =>
        element(
          'li',
          {
            class: isFirst && this.matters.includes(index + 1) ? 'matters' : '',
            onClick: () => {
              this.onLine(file.name, index + 1);
            },
          },
          [
            element('span', { class: 'mark', attributes: { 'aria-hidden': 'true' } }),
            element('span', { class: 'number', text: String(index + 1) }),
            element('code', { text: text === '' ? ' ' : text }),
          ],
        ),
      );
    this.list.replaceChildren(...this.rows);
    this.paint(file);
  }

  private paint(file: TracedFile): void {
    const lines = (this.colors?.blocks[this.files.indexOf(file)] ?? '').split('\n');
    for (const [index, row] of this.rows.entries()) {
      const code = row.querySelector('code');
      const html = lines[index] ?? '';
      if (code && html !== '') code.innerHTML = html;
    }
  }
}

function markOf(step: Step): Mark | undefined {
  const innermost = step.stack.at(-1);
  return innermost && { file: innermost.code.file, line: innermost.line };
}
