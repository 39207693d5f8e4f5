/** Values, frames and objects as elements; what is new is marked by a sign as well as by its color. */
import type { HeapObject, StackFrame, Value } from '../../core/trace/recording.js';
import { element } from '../shared/dom.js';
import { objectName } from './stepText.js';

export type Heap = ReadonlyMap<number, HeapObject>;

/** @param object the number of the one that it leads to is in `data-to` */
export function valueElement(value: Value, heap: Heap): HTMLElement {
  if (typeof value === 'string') return element('span', { class: 'value', text: value });
  const object = heap.get(value);
  return element('span', {
    class: 'value reference',
    text: `${object ? objectName(object) : ''} #${value}`.trim(),
    attributes: { 'data-to': String(value) },
  });
}

function row(name: Node | string, value: HTMLElement, isNew: boolean): HTMLElement {
  return element('tr', { class: isNew ? 'new' : '' }, [
    element('th', { attributes: { scope: 'row' } }, [name]),
    element('td', {}, [value, isNew ? newMark() : undefined]),
  ]);
}

function newMark(): HTMLElement {
  return element('span', { class: 'new-mark' }, [
    element('span', { text: ' ●', attributes: { 'aria-hidden': 'true' } }),
    element('span', { class: 'visually-hidden', text: ' new' }),
  ]);
}

/** @param toChange leads to the next change of a name */
export function frameElement(
  frame: StackFrame,
  names: ReadonlyMap<string, Value>,
  heap: Heap,
  isNew: (name: string) => boolean,
  toChange: (name: string) => void,
): HTMLElement {
  const { code, line } = frame;
  const title = code.name === '<module>' ? `Module ${code.file}` : code.name;
  const rows = [...names].map(([name, value]) => {
    const shared = code.cells.includes(name) || code.free.includes(name);
    const button = element('button', {
      class: 'name',
      text: name,
      title: shared
        ? 'Shared with inner functions. Go to its next change'
        : 'Go to its next change',
      attributes: { type: 'button' },
      onClick: () => {
        toChange(name);
      },
    });
    return row(button, valueElement(value, heap), isNew(name));
  });
  return element(
    'article',
    { class: 'box frame', attributes: { 'data-frame': String(frame.id) } },
    [
      element('h2', {}, [title, element('span', { class: 'where', text: `line ${line}` })]),
      rows.length > 0 ? element('table', {}, [element('tbody', {}, rows)]) : undefined,
    ],
  );
}

export function objectElement(
  id: number,
  object: HeapObject,
  heap: Heap,
  isNew: boolean,
): HTMLElement {
  const { kind, items, fields, size, says, line, mro } = object;
  const isPaired = kind !== 'list' && kind !== 'tuple' && kind !== 'set';
  const facts = [
    says !== undefined && kind !== 'function' ? says : undefined,
    line !== undefined ? `line ${line}` : undefined,
    mro.length > 1 ? mro.join(' → ') : undefined,
  ].filter((fact) => fact !== undefined);
  const rows = [
    ...items.map((item, index) => {
      if (!Array.isArray(item))
        return row(kind === 'set' ? '' : String(index), valueElement(item as Value, heap), false);
      const [key, value] = item as readonly [Value, Value];
      const name = kind === 'dict' ? valueElement(key, heap) : String(key);
      return row(name, valueElement(value, heap), false);
    }),
    ...fields.map(([name, value]) => row(name, valueElement(value, heap), false)),
  ];
  const left = size - items.length;
  return element(
    'article',
    {
      class: `box object ${isPaired ? 'paired' : 'sequence'}${isNew ? ' new' : ''}`,
      id: `object-${id}`,
      attributes: { 'data-object': String(id) },
    },
    [
      element('h2', {}, [
        `${objectName(object)} `,
        element('span', { class: 'where', text: `#${id}` }),
        isNew ? newMark() : undefined,
      ]),
      facts.length > 0 ? element('p', { class: 'facts', text: facts.join(' · ') }) : undefined,
      rows.length > 0 ? element('table', {}, [element('tbody', {}, rows)]) : undefined,
      left > 0 ? element('p', { class: 'facts', text: `and ${left} more` }) : undefined,
    ],
  );
}
