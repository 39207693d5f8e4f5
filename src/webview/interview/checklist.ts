import * as l10n from '@vscode/l10n';
import type { Mark } from '../../core/interview/sessionSchema.js';
import type { PointModel } from '../../protocol/interview.js';
import { ofContent } from '../shared/content.js';
import { element } from '../shared/dom.js';
import { figure } from '../shared/figures.js';
import { marks } from './messages.js';

interface Row {
  readonly element: HTMLElement;
  readonly inputs: readonly HTMLInputElement[];
}

/** The points of a model answer, each to be rated: a group of three choices, by mouse, by arrows or by a digit. */
export class Checklist {
  readonly element: HTMLElement;
  private readonly rows: readonly Row[];
  private readonly count = element('p', { class: 'hint' });

  constructor(
    points: readonly PointModel[],
    private readonly rate: (point: number, value: Mark) => void,
  ) {
    this.rows = points.map((point, at) => this.row(point, at));
    const children: HTMLElement[] = [];
    const isGrouped = new Set(points.map(({ group }) => group)).size > 1;
    this.rows.forEach((row, at) => {
      const group = points[at]?.group ?? '';
      if (isGrouped && group !== points[at - 1]?.group)
        children.push(element('h3', { text: group }));
      children.push(row.element);
    });
    this.element = element('div', { class: 'checklist' }, [...children, this.count]);
    this.tellCount();
  }

  get isComplete(): boolean {
    return this.firstOpen() < 0;
  }

  /** Puts the focus on the first point that is not rated; false when all are. */
  focusOpen(): boolean {
    const open = this.firstOpen();
    return open >= 0 && this.focus(open);
  }

  /** True when the key was for a point. */
  key(event: KeyboardEvent): boolean {
    const focused = this.rows.findIndex(({ element: row }) => row.contains(document.activeElement));
    const value = marks[Number(event.key) - 1]?.value;
    if (value !== undefined) {
      const at = focused >= 0 ? focused : this.firstOpen();
      const input = this.rows[at]?.inputs.at(value);
      input?.click();
      if (!this.focus(at + 1)) input?.focus();
      return at >= 0;
    }
    if (focused < 0) return false;
    if (event.key === 'ArrowDown') return this.focus(focused + 1) || true;
    if (event.key === 'ArrowUp') return this.focus(focused - 1) || true;
    return false;
  }

  private firstOpen(): number {
    return this.rows.findIndex(({ inputs }) => !inputs.some(({ checked }) => checked));
  }

  private focus(at: number): boolean {
    const inputs = this.rows[at]?.inputs ?? [];
    const target = inputs.find(({ checked }) => checked) ?? inputs[0];
    target?.focus();
    return target !== undefined;
  }

  private row({ html, mark }: PointModel, at: number): Row {
    const text = element('legend', { class: 'point-text', attributes: ofContent });
    text.innerHTML = html;
    const inputs = marks.map(({ value }) => {
      const input = element('input');
      input.type = 'radio';
      input.name = `point-${String(at)}`;
      input.checked = mark === value;
      input.addEventListener('change', () => {
        this.rate(at, value);
        this.tellCount();
      });
      return input;
    });
    const labels = marks.map(({ label, value }) =>
      element('label', { class: `mark mark-${String(value)}` }, [inputs[value], label]),
    );
    const row = element('fieldset', { class: 'point' }, [
      text,
      element('div', { class: 'marks' }, labels),
    ]);
    return { element: row, inputs };
  }

  private tellCount(): void {
    const rated = this.rows.filter(({ inputs }) => inputs.some(({ checked }) => checked)).length;
    this.count.textContent = l10n.t(
      '{0} of {1} rated. Keys: 1 missed, 2 in part, 3 had it.',
      figure(rated),
      figure(this.rows.length),
    );
  }
}
