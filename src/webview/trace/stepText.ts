/** What a step says, in words: all that the picture shows of it. */
import type { Changes } from '../../core/trace/changes.js';
import type { HeapObject, StackFrame, Step, Value } from '../../core/trace/step.js';

/** A value as it is told of: a number or text as it is, an object by what it is and its number in the picture. */
export function valueText(value: Value, heap: ReadonlyMap<number, HeapObject>): string {
  if (typeof value === 'string') return value;
  const object = heap.get(value);
  return object ? `${objectName(object)} #${value}` : `#${value}`;
}

export function objectName({ kind, type, says }: HeapObject): string {
  if (kind === 'function') return `function ${says ?? ''}`.trim();
  if (kind === 'class') return `class ${type}`;
  return type;
}

export function stepText(step: Step, changes: Changes): string {
  const innermost = step.stack.at(-1);
  const place = innermost ? `${placeName(innermost.code.name)}, line ${innermost.line}` : '';
  return [what(step, place), ...changedNames(step, changes), ...changedObjects(step, changes)].join(
    '; ',
  );
}

function placeName(name: string): string {
  return name === '<module>' ? 'the module' : name;
}

function what(step: Step, place: string): string {
  const carried = step.carried === undefined ? '' : valueText(step.carried, step.heap);
  switch (step.kind) {
    case 'line':
      return `Next: ${place}`;
    case 'call':
      return `Called: ${place}`;
    case 'return':
      return `Returns ${carried}: ${place}`;
    case 'yield':
      return `Hands out ${carried} and is suspended: ${place}`;
    case 'resume':
      return `Goes on: ${place}`;
    case 'throw':
      return `${carried} is thrown in: ${place}`;
    case 'raise':
      return `${carried} is raised: ${place}`;
    case 'handled':
      return `${carried === '' ? 'The exception' : carried} is caught: ${place}`;
    case 'unwind':
      return `Left by the exception: ${place}`;
  }
}

function changedNames(step: Step, { names }: Changes): string[] {
  return framesOf(step).flatMap(({ id }) =>
    [...(step.names.get(id) ?? [])]
      .filter(([name]) => names.has(`${id}.${name}`))
      .map(([name, value]) => `${name} becomes ${valueText(value, step.heap)}`),
  );
}

function changedObjects(step: Step, { objects }: Changes): string[] {
  const told: string[] = [];
  for (const id of objects) {
    const object = step.heap.get(id);
    if (!object || object.kind === 'leaf') continue;
    const names = namesOf(step, id);
    const shared = names.length > 1 ? `, which ${joined(names)} share,` : '';
    told.push(`${objectName(object)} #${id}${shared} ${sizeText(object)}`);
  }
  return told;
}

function sizeText({ kind, size, says, line }: HeapObject): string {
  if (kind === 'generator' || kind === 'coroutine')
    return line === undefined ? `is ${says ?? ''}` : `is ${says ?? ''} in line ${line}`;
  const thing = kind === 'object' || kind === 'class' || kind === 'exception' ? 'field' : 'item';
  return `has ${size} ${size === 1 ? thing : `${thing}s`}`;
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
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
