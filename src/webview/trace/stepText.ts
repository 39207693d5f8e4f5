/** What a step says, in words: all that the picture shows of it. */
import * as l10n from '@vscode/l10n';
import { counted } from '../../core/figures.js';
import type { Changes } from '../../core/trace/changes.js';
import type { HeapObject, StackFrame, Step, Value } from '../../core/trace/step.js';

/** A value as it is told of: a number or text as it is, an object by what it is and its number in the picture. */
export function valueText(value: Value, heap: ReadonlyMap<number, HeapObject>): string {
  if (typeof value === 'string') return value;
  const object = heap.get(value);
  return object ? `${objectName(object)} #${value}` : `#${value}`;
}

export function objectName({ kind, type, says }: HeapObject): string {
  if (kind === 'function') return l10n.t('function {0}', says ?? '').trim();
  if (kind === 'class') return l10n.t('class {0}', type);
  return type;
}

export function stepText(step: Step, changes: Changes): string {
  const innermost = step.stack.at(-1);
  const place = innermost ? placeText(innermost) : '';
  return [what(step, place), ...changedNames(step, changes), ...changedObjects(step, changes)].join(
    '; ',
  );
}

/** The function or the module, and the line. */
export function placeText({ code, line }: StackFrame): string {
  return code.name === '<module>'
    ? l10n.t('the module, line {0}', line)
    : l10n.t('{0}, line {1}', code.name, line);
}

function what(step: Step, place: string): string {
  const carried = step.carried === undefined ? '' : valueText(step.carried, step.heap);
  switch (step.kind) {
    case 'line':
      return l10n.t('Next: {0}', place);
    case 'call':
      return l10n.t('Called: {0}', place);
    case 'return':
      return l10n.t('Returns {0}: {1}', carried, place);
    case 'yield':
      return l10n.t('Hands out {0} and is suspended: {1}', carried, place);
    case 'resume':
      return l10n.t('Goes on: {0}', place);
    case 'throw':
      return l10n.t('{0} is thrown in: {1}', carried, place);
    case 'raise':
      return l10n.t('{0} is raised: {1}', carried, place);
    case 'handled':
      return carried === ''
        ? l10n.t('The exception is caught: {0}', place)
        : l10n.t('{0} is caught: {1}', carried, place);
    case 'unwind':
      return l10n.t('Left by the exception: {0}', place);
  }
}

function changedNames(step: Step, { names }: Changes): string[] {
  return framesOf(step).flatMap(({ id }) =>
    [...(step.names.get(id) ?? [])]
      .filter(([name]) => names.has(`${id}.${name}`))
      .map(([name, value]) => l10n.t('{0} becomes {1}', name, valueText(value, step.heap))),
  );
}

function changedObjects(step: Step, { objects }: Changes): string[] {
  const told: string[] = [];
  for (const id of objects) {
    const object = step.heap.get(id);
    if (!object || object.kind === 'leaf') continue;
    const names = namesOf(step, id);
    const thing = `${objectName(object)} #${id}`;
    told.push(
      sizeText(
        names.length > 1 ? l10n.t('{0}, which {1} share,', thing, joined(names)) : thing,
        object,
      ),
    );
  }
  return told;
}

/** @param thing what it is told of */
function sizeText(thing: string, { kind, size, says, line }: HeapObject): string {
  if (kind === 'generator' || kind === 'coroutine')
    return line === undefined
      ? l10n.t('{0} is {1}', thing, stateText(says))
      : l10n.t('{0} is {1} in line {2}', thing, stateText(says), line);
  return kind === 'object' || kind === 'class' || kind === 'exception'
    ? counted(
        size,
        l10n.t('{0} has {1} field', thing, size),
        l10n.t('{0} has {1} fields', thing, size),
      )
    : counted(
        size,
        l10n.t('{0} has {1} item', thing, size),
        l10n.t('{0} has {1} items', thing, size),
      );
}

const states: ReadonlyMap<string, string> = new Map([
  ['not begun', l10n.t('not begun')],
  ['running', l10n.t('running')],
  ['suspended', l10n.t('suspended')],
  ['finished', l10n.t('finished')],
  ['pending', l10n.t({ message: 'pending', comment: ['Of a task that is not done'] })],
  ['done', l10n.t({ message: 'done', comment: ['Of a task'] })],
  ['cancelled', l10n.t('cancelled')],
]);

/** @param says what a recording says of an object: its state in the reader's language, or a value as it is */
export function stateText(says = ''): string {
  return states.get(says) ?? says;
}

/** Those of all threads. */
function framesOf({ stack, others }: Step): readonly StackFrame[] {
  return [...stack, ...others.flatMap((other) => other.stack)];
}

/** The names by which the frames know an object. */
function namesOf(step: Step, object: number): string[] {
  return framesOf(step).flatMap(({ id }) =>
    [...(step.names.get(id) ?? [])].filter(([, value]) => value === object).map(([name]) => name),
  );
}

function joined(names: readonly string[]): string {
  return l10n.t('{0} and {1}', names.slice(0, -1).join(', '), names.at(-1) ?? '');
}
