import * as l10n from '@vscode/l10n';
import type { Answer } from '../../core/quiz/answer.js';
import type { Asked } from '../../protocol/quiz.js';
import { arranged } from './pieces.js';
import type { Piece } from './pieces.js';
import { element, tool } from '../shared/dom.js';
import { markBlock } from './codeBlock.js';
import { lineText } from './lineText.js';
import { paragraph } from '../shared/sentence.js';

type AskedOrder = Extract<Asked, { kind: 'order' }>;

const deepest = 8;

/** Lines to arrange by keys, buttons or dragging; those that belong nowhere are left out. */
export class OrderInput {
  readonly element: HTMLElement;
  private readonly list = element('ol', {
    class: 'lines',
    attributes: { 'aria-label': l10n.t('Lines to arrange'), 'aria-describedby': 'prompt' },
  });
  private readonly said = element('p', {
    class: 'visually-hidden',
    attributes: { role: 'status' },
  });
  /** Made once, so that a line that is moved keeps its colors. */
  private readonly texts: readonly HTMLElement[];
  private pieces: Piece[];
  private dragged: Piece | undefined;
  private focused = 0;

  constructor(
    private readonly asked: AskedOrder,
    given: Answer | undefined,
    private readonly told: boolean,
  ) {
    const fresh = asked.lines.map((text, line): Piece => ({ line, text, indent: 0, used: true }));
    this.texts = asked.lines.map((text, line) => lineText(text, asked.linesHtml?.[line]));
    this.pieces = given?.kind === 'lines' ? arranged(fresh, given.lines) : fresh;
    const hint = paragraph([
      l10n.t('Alt+Up and Alt+Down move a line.'),
      asked.indented ? l10n.t('Alt+Left and Alt+Right indent it.') : '',
      asked.leaveOut ? l10n.t('Some lines belong nowhere: Delete leaves a line out.') : '',
    ]);
    // The verdict says the answer: once is enough.
    const isSaid = told && given?.kind === 'lines';
    this.element = element('div', { class: 'answer', hidden: isSaid }, [
      element('p', { class: 'hint', text: hint, hidden: told }),
      this.list,
      this.said,
    ]);
    this.list.addEventListener('keydown', (event) => {
      this.typed(event);
    });
    this.draw();
  }

  value(): Answer | undefined {
    const lines = this.pieces
      .filter(({ used }) => used)
      .map(({ line, indent }) => ({ line, indent }));
    return { kind: 'lines', lines };
  }

  focus(): void {
    this.list.querySelectorAll<HTMLElement>('.line')[this.focused]?.focus();
  }

  private draw(): void {
    this.list.replaceChildren(...this.pieces.map((piece, index) => this.row(piece, index)));
  }

  private row(piece: Piece, index: number): HTMLElement {
    const text = element('span', { class: 'text' }, [this.texts[piece.line]]);
    if (this.asked.block !== undefined) markBlock(text, this.asked.block + piece.line);
    text.style.marginInlineStart = `${piece.indent * 4}ch`;
    const row = element(
      'li',
      {
        class: piece.used ? 'line' : 'line unused',
        attributes: {
          tabindex: index === this.focused ? '0' : '-1',
          'aria-label': this.spoken(piece, index + 1),
        },
      },
      [text],
    );
    row.addEventListener('focus', () => {
      this.focusRow(index);
    });
    if (this.told) return row;
    const act = (change: () => void) => () => {
      this.focused = this.pieces.indexOf(piece);
      change();
    };
    const buttons = [
      tool(
        'arrow-up',
        l10n.t('Move Up'),
        act(() => {
          this.move(-1);
        }),
        false,
      ),
      tool(
        'arrow-down',
        l10n.t('Move Down'),
        act(() => {
          this.move(1);
        }),
        false,
      ),
      ...(this.asked.indented
        ? [
            tool(
              'chevron-left',
              l10n.t('Indent Less'),
              act(() => {
                this.indent(-1);
              }),
              false,
            ),
            tool(
              'chevron-right',
              l10n.t('Indent More'),
              act(() => {
                this.indent(1);
              }),
              false,
            ),
          ]
        : []),
      ...(this.asked.leaveOut
        ? [
            tool(
              piece.used ? 'close' : 'add',
              piece.used ? l10n.t('Leave Out') : l10n.t('Take In'),
              act(() => {
                this.toggle();
              }),
              false,
            ),
          ]
        : []),
    ];
    for (const button of buttons) button.tabIndex = -1;
    row.append(
      element('span', { class: 'left-out', text: l10n.t('Left out'), hidden: piece.used }),
      element('span', { class: 'line-tools' }, buttons),
    );
    this.makeDraggable(row, piece);
    return row;
  }

  private spoken({ text, indent, used }: Piece, place: number): string {
    if (!used) return l10n.t('{0}, left out', text);
    return this.asked.indented
      ? l10n.t('{0}, line {1}, indentation {2}', text, place, indent)
      : l10n.t('{0}, line {1}', text, place);
  }

  private makeDraggable(row: HTMLElement, piece: Piece): void {
    row.draggable = true;
    row.addEventListener('dragstart', (event) => {
      this.dragged = piece;
      event.dataTransfer?.setData('text/plain', piece.text);
      row.classList.add('dragged');
    });
    row.addEventListener('dragend', () => {
      row.classList.remove('dragged');
    });
    row.addEventListener('dragover', (event) => {
      if (this.dragged) event.preventDefault();
    });
    row.addEventListener('drop', (event) => {
      event.preventDefault();
      const moved = this.dragged;
      this.dragged = undefined;
      if (!moved || moved === piece) return;
      const to = this.pieces.indexOf(piece);
      this.focused = this.pieces.indexOf(moved);
      this.move(to - this.focused);
    });
  }

  private typed(event: KeyboardEvent): void {
    const change = this.changeFor(event);
    if (!change) return;
    event.preventDefault();
    event.stopPropagation();
    change();
  }

  private changeFor(event: KeyboardEvent): (() => void) | undefined {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step !== undefined && !event.altKey)
      return () => {
        this.focusStep(step);
      };
    if (this.told) return undefined;
    if (step !== undefined)
      return () => {
        this.move(step);
      };
    const level = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (level !== undefined && event.altKey && this.asked.indented)
      return () => {
        this.indent(level);
      };
    return event.key === 'Delete' && this.asked.leaveOut
      ? () => {
          this.toggle();
        }
      : undefined;
  }

  private focusRow(index: number): void {
    this.focused = index;
    this.list.querySelectorAll<HTMLElement>('.line').forEach((row, at) => {
      row.tabIndex = at === index ? 0 : -1;
    });
  }

  private focusStep(step: number): void {
    this.focused = Math.min(this.pieces.length - 1, Math.max(0, this.focused + step));
    this.focus();
  }

  private move(step: number): void {
    const to = Math.min(this.pieces.length - 1, Math.max(0, this.focused + step));
    const [piece] = this.pieces.splice(this.focused, 1);
    if (piece) this.pieces.splice(to, 0, piece);
    this.focused = to;
    this.redraw(l10n.t('Line {0} of {1}', to + 1, this.pieces.length));
  }

  private indent(step: number): void {
    const piece = this.pieces[this.focused];
    if (!piece) return;
    piece.indent = Math.min(deepest, Math.max(0, piece.indent + step));
    this.redraw(l10n.t('Indentation {0}', piece.indent));
  }

  private toggle(): void {
    const piece = this.pieces[this.focused];
    if (!piece) return;
    piece.used = !piece.used;
    this.redraw(piece.used ? l10n.t('Taken in') : l10n.t('Left out'));
  }

  private redraw(said: string): void {
    this.draw();
    this.focus();
    this.said.textContent = said;
  }
}
