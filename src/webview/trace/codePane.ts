/** The program's text, with the line that ran and the line that comes next. */
import type { Step } from '../../core/trace/recording.js';
import type { TracedFile } from '../../protocol/trace.js';
import { element } from '../shared/dom.js';

interface Mark {
  readonly file: string;
  readonly line: number;
}

export class CodePane {
  readonly element: HTMLElement;
  private readonly title = element('div', { class: 'file' });
  private readonly list = element('ol', { class: 'code', attributes: { 'aria-label': 'Code' } });
  private shown: TracedFile | undefined;

  /** @param toLine leads to the next step in a line */
  constructor(
    private readonly files: readonly TracedFile[],
    private readonly toLine: (file: string, line: number) => void,
  ) {
    this.element = element('section', { class: 'pane code-pane' }, [this.title, this.list]);
  }

  /** @param before the step before, whose line ran */
  show(step: Step, before: Step | undefined): void {
    const next = markOf(step);
    if (!next) return;
    const file = this.files.find(({ name }) => name === next.file);
    if (file && file !== this.shown) this.fill(file);
    const ran = before && markOf(before);
    for (const [index, row] of [...this.list.children].entries()) {
      const isNext = index + 1 === next.line;
      const hasRun = ran?.file === next.file && index + 1 === ran.line;
      row.classList.toggle('next', isNext);
      row.classList.toggle('ran', hasRun);
      row.querySelector('.mark')?.replaceChildren(isNext ? '➔' : hasRun ? '·' : '');
      if (isNext) {
        row.setAttribute('aria-current', 'step');
        row.scrollIntoView({ block: 'nearest' });
      } else row.removeAttribute('aria-current');
    }
  }

  private fill(file: TracedFile): void {
    this.shown = file;
    this.title.textContent = file.name;
    this.list.replaceChildren(
      ...file.text
        .replace(/\n$/, '')
        .split('\n')
        .map((text, index) =>
          element(
            'li',
            {
              onClick: () => {
                this.toLine(file.name, index + 1);
              },
            },
            [
              element('span', { class: 'mark', attributes: { 'aria-hidden': 'true' } }),
              element('span', { class: 'number', text: String(index + 1) }),
              element('code', { text: text === '' ? ' ' : text }),
            ],
          ),
        ),
    );
  }
}

function markOf(step: Step): Mark | undefined {
  const innermost = step.stack.at(-1);
  return innermost && { file: innermost.code.file, line: innermost.line };
}
