/** Values and objects as elements; what is new is marked by a sign as well as by its color. */
import * as l10n from '@vscode/l10n';
import type { HeapObject, Value } from '../../core/trace/step.js';
import { element } from '../shared/dom.js';
import { counted, figure } from '../../core/figures.js';
import { paragraph } from '../shared/sentence.js';
import { objectName, stateText } from './stepText.js';

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

/** @param name the heading of the row */
export function row(name: Node | string, value: HTMLElement, isNew: boolean): HTMLElement {
  return element('tr', { class: isNew ? 'new' : '' }, [
    element('th', { attributes: { scope: 'row' } }, [name]),
    element('td', {}, [value, isNew ? newMark() : undefined]),
  ]);
}

function newMark(): HTMLElement {
  return element('span', { class: 'new-mark' }, [
    element('span', { text: ' ●', attributes: { 'aria-hidden': 'true' } }),
    element('span', {
      class: 'visually-hidden',
      text: ` ${l10n.t({ message: 'new', comment: ['Of a value that the step changed'] })}`,
    }),
  ]);
}

/** Lead to what changed a name or an object before, and to what changes it next. */
export interface ToChanges {
  before(): void;
  after(): void;
}

/**
 * Who changed this?
 *
 * @param text the name, or the number of an object
 */
export function changeButtons(text: string, to: ToChanges, note = ''): readonly HTMLElement[] {
  return [
    element('button', {
      class: 'name',
      text: '‹',
      title: l10n.t('Go to what changed {0} before', text),
      attributes: { type: 'button', 'aria-label': l10n.t('What changed {0} before', text) },
      onClick: () => {
        to.before();
      },
    }),
    element('button', {
      class: 'name',
      text,
      title: paragraph([note, l10n.t('Go to what changes {0} next', text)]),
      attributes: { type: 'button' },
      onClick: () => {
        to.after();
      },
    }),
  ];
}

/** @param watch the ways to its other changes */
export function objectElement(
  id: number,
  object: HeapObject,
  heap: Heap,
  isNew: boolean,
  watch: ToChanges,
): HTMLElement {
  const { kind, items, fields, size, says, line } = object;
  const isPaired = kind !== 'list' && kind !== 'tuple' && kind !== 'set';
  const facts = [
    says !== undefined && kind !== 'function' ? stateText(says) : undefined,
    line !== undefined ? l10n.t('line {0}', line) : undefined,
    referencesText(object),
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
        ...changeButtons(`#${id}`, watch),
        isNew ? newMark() : undefined,
      ]),
      facts.length > 0 ? element('p', { class: 'facts', text: facts.join(' · ') }) : undefined,
      rows.length > 0 ? element('table', {}, [element('tbody', {}, rows)]) : undefined,
      left > 0 ? element('p', { class: 'facts', text: l10n.t('and {0} more', left) }) : undefined,
      kind === 'class' ? classElement(object) : undefined,
    ],
  );
}

/** How instances of a class are made, and where a name is looked for. */
function classElement({ mro, slots, dataDescriptors }: HeapObject): HTMLElement | undefined {
  const facts = [
    mro.length > 0 ? l10n.t('Looked up in: {0}', mro.join(' → ')) : undefined,
    slots.length > 0 ? l10n.t('Slots: {0}', slots.join(', ')) : undefined,
    dataDescriptors.length > 0
      ? l10n.t('Data descriptors, before the instance: {0}', dataDescriptors.join(', '))
      : undefined,
  ].filter((fact) => fact !== undefined);
  if (facts.length === 0) return undefined;
  return element('details', {}, [
    element('summary', { text: l10n.t('How it looks up names') }),
    ...facts.map((text) => element('p', { class: 'facts', text })),
  ]);
}

/** From 3.12 on what is never freed counts as referred to this often or more. */
const immortal = 2 ** 29;

function referencesText({ references, generation }: HeapObject): string | undefined {
  if (references === undefined) return undefined;
  const words =
    references >= immortal
      ? l10n.t({ message: 'immortal', comment: ['Of an object that is never freed'] })
      : counted(
          references,
          l10n.t('{0} reference', figure(references)),
          l10n.t('{0} references', figure(references)),
        );
  return generation === undefined ? words : l10n.t('{0}, generation {1}', words, generation);
}
