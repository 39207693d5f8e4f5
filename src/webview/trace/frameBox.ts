/** A frame with its names; what a step leaves as it is stays as it is drawn, with the focus that it may have. */
import * as l10n from '@vscode/l10n';
import type { StackFrame, Value } from '../../core/trace/step.js';
import { element } from '../shared/dom.js';
import { place } from './place.js';
import { valueText } from './stepText.js';
import { changeButtons, row, valueElement } from './values.js';
import type { Heap, ToChanges } from './values.js';

/** A name as it is drawn. */
interface Row {
  readonly says: string;
  readonly isNew: boolean;
  readonly element: HTMLElement;
}

export class FrameBox {
  readonly element: HTMLElement;
  private readonly line = element('span', { class: 'where' });
  private readonly body = element('tbody');
  private readonly table = element('table', {}, [this.body]);
  private rows: ReadonlyMap<string, Row> = new Map();

  /** @param watch the ways from each name to what changes it */
  constructor(
    private readonly frame: StackFrame,
    private readonly watch: (name: string) => ToChanges,
  ) {
    const { id, code } = frame;
    const title = code.name === '<module>' ? l10n.t('Module {0}', code.file) : code.name;
    this.element = element(
      'article',
      { class: 'box frame', attributes: { 'data-frame': String(id) } },
      [element('h2', {}, [title, this.line]), this.table],
    );
  }

  /** @param line the one that it is at */
  show(
    line: number,
    names: ReadonlyMap<string, Value>,
    heap: Heap,
    isNew: (name: string) => boolean,
  ): void {
    this.line.textContent = l10n.t('line {0}', line);
    this.rows = new Map(
      [...names].map(([name, value]) => [name, this.row(name, value, heap, isNew(name))]),
    );
    this.table.hidden = this.rows.size === 0;
    place(
      this.body,
      Array.from(this.rows.values(), (each) => each.element),
    );
  }

  private row(name: string, value: Value, heap: Heap, isNew: boolean): Row {
    const says = `${typeof value} ${valueText(value, heap)}`;
    const before = this.rows.get(name);
    if (before?.says === says && before.isNew === isNew) return before;
    const { cells, free } = this.frame.code;
    const shared = cells.includes(name) || free.includes(name);
    const note = shared ? l10n.t('Shared with inner functions.') : '';
    const label = element('span', {}, [...changeButtons(name, this.watch(name), note)]);
    return { says, isNew, element: row(label, valueElement(value, heap), isNew) };
  }
}
