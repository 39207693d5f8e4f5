/** Puts fences together: each snippet with its files and the outputs that its author expects. */
import { isSignal } from '../python/signals.js';
import { attributeFaults, fenceKind, isSnippetName } from './fenceAttributes.js';
import type { Fence } from './fences.js';
import { didYouMean } from './nearestWord.js';
import type { ExpectedOutput, Snippet, SnippetFile } from './pack.js';
import { pythonRangeFault } from './pythonRange.js';
import { splitRequirements } from './requirements.js';
import { isDeviceName, isSafePath } from './safePath.js';
import { traceOf } from './traceAdvice.js';
import type { LocatedFault } from './yamlText.js';

const defaultTimeout = 10;

/** The fences that are snippets: the first of each name, whose name can be used. */
export function snippetFences(fences: readonly Fence[]): ReadonlyMap<string, Fence> {
  const found = new Map<string, Fence>();
  for (const fence of fences) {
    const name = fence.attributes.get('name') ?? '';
    if (fenceKind(fence) === 'snippet' && isSnippetName(name) && !found.has(name))
      found.set(name, fence);
  }
  return found;
}

/** @param python the range on which the question's snippets hold unless they say otherwise */
export function readSnippets(
  fences: readonly Fence[],
  python: string,
): { readonly snippets: readonly Snippet[]; readonly faults: readonly LocatedFault[] } {
  const faults: LocatedFault[] = [];
  const tell: Tell = (fence, attribute, message) => {
    faults.push({ ...fence.placeOf(attribute), message });
  };
  const wrong = new Map<Fence, ReadonlySet<string | undefined>>();
  for (const fence of fences) {
    const found = attributeFaults(fence);
    for (const { attribute, message } of found) tell(fence, attribute, message);
    wrong.set(fence, new Set(found.map(({ attribute }) => attribute)));
  }
  const right = (fence: Fence, attribute: string): string | undefined =>
    wrong.get(fence)?.has(attribute) ? undefined : fence.attributes.get(attribute);

  const named = snippetFences(fences);
  tellNames(fences, named, tell);
  const parts = partsOf(fences, named, tell);
  tellOutputs(parts, tell);
  const rangeOf = (fence: Fence): string => right(fence, 'python') ?? python;
  for (const [name, fence] of named) {
    if (fence.text.trim() === '') tell(fence, undefined, `The snippet “${name}” holds no code.`);
    for (const output of parts.get(name) ?? []) {
      const own = right(output, 'python');
      if (own !== undefined && pythonRangeFault(`${rangeOf(fence)},${own}`) !== undefined)
        tell(output, 'python', `“${name}” runs on no such Python: it needs ${rangeOf(fence)}.`);
    }
  }
  const snippets = [...named].map(([name, fence]): Snippet => {
    const own = parts.get(name) ?? [];
    return {
      name,
      code: fence.text,
      line: fence.line + 1,
      python: rangeOf(fence),
      requires: splitRequirements(right(fence, 'requires') ?? ''),
      files: filesOf(own, tell),
      expected: own
        .filter((each) => fenceKind(each) === 'output')
        .map((each) => toExpected(each, right)),
      timeout: Number(right(fence, 'timeout') ?? defaultTimeout),
      stdin: fence.attributes.get('stdin') ?? '',
      exit: exitOf(right(fence, 'exit') ?? '0'),
      ...traceOf(fence, right, tell),
    };
  });
  return { snippets, faults };
}

function exitOf(text: string): Snippet['exit'] {
  return isSignal(text) ? text : Number(text);
}

type Tell = (fence: Fence, attribute: string | undefined, message: string) => void;

/** A snippet's name is that of a folder, which some systems keep without the case of its letters. */
function tellNames(fences: readonly Fence[], named: ReadonlyMap<string, Fence>, tell: Tell): void {
  const seen = new Map<string, string>();
  for (const fence of fences) {
    const name = fence.attributes.get('name') ?? '';
    if (fenceKind(fence) !== 'snippet' || !isSnippetName(name)) continue;
    const other = seen.get(name.toLowerCase());
    if (named.get(name) !== fence)
      tell(fence, 'name', `The snippet name “${name}” stands twice in this question.`);
    else if (other !== undefined)
      tell(fence, 'name', `The snippet names “${other}” and “${name}” differ by case only.`);
    else seen.set(name.toLowerCase(), name);
    if (isDeviceName(name))
      tell(fence, 'name', `“${name}” names a device on Windows: choose another name.`);
  }
}

/** Of two expectations for the same only the first would be compared. */
function tellOutputs(parts: ReadonlyMap<string, readonly Fence[]>, tell: Tell): void {
  for (const [name, own] of parts) {
    const seen = new Set<string>();
    for (const fence of own.filter((each) => fenceKind(each) === 'output')) {
      const stream = fence.attributes.get('stream') ?? 'stdout';
      const python = fence.attributes.get('python');
      const key = JSON.stringify([stream, python]);
      const on = python === undefined ? '' : ` on Python ${python}`;
      if (seen.has(key)) tell(fence, 'of', `What “${name}” prints to ${stream}${on} stands twice.`);
      seen.add(key);
    }
  }
}

/** The outputs and files of each snippet. */
function partsOf(
  fences: readonly Fence[],
  named: ReadonlyMap<string, Fence>,
  tell: Tell,
): ReadonlyMap<string, readonly Fence[]> {
  const parts = new Map<string, Fence[]>();
  for (const fence of fences) {
    const of = fenceKind(fence) === 'snippet' ? undefined : fence.attributes.get('of');
    if (of === undefined) continue;
    if (!named.has(of)) {
      const end = didYouMean(of, named.keys());
      tell(fence, 'of', `There is no snippet “${of}” in this question${end}`);
      continue;
    }
    const list = parts.get(of);
    if (list) list.push(fence);
    else parts.set(of, [fence]);
  }
  return parts;
}

/** The files beside a snippet; two that would be one file, or a file and its folder, are told. */
function filesOf(own: readonly Fence[], tell: Tell): readonly SnippetFile[] {
  const files = new Map<string, SnippetFile>();
  const folders = new Set<string>();
  for (const fence of own) {
    const path = fence.attributes.get('file');
    if (path === undefined || !isSafePath(path)) continue;
    const key = path.toLowerCase();
    const parents = key.split('/').map((_, index, steps) => steps.slice(0, index).join('/'));
    if (files.has(key)) tell(fence, 'file', `The file “${path}” stands twice.`);
    else if (folders.has(key) || parents.some((parent) => files.has(parent)))
      tell(fence, 'file', `“${path}” cannot be a file and a folder.`);
    else {
      files.set(key, { path, text: fence.text });
      for (const parent of parents) folders.add(parent);
    }
  }
  return [...files.values()];
}

function toExpected(
  fence: Fence,
  right: (fence: Fence, attribute: string) => string | undefined,
): ExpectedOutput {
  const python = right(fence, 'python');
  return {
    stream: fence.attributes.get('stream') === 'stderr' ? 'stderr' : 'stdout',
    text: fence.text,
    unordered: fence.attributes.has('unordered'),
    ...(python === undefined ? {} : { python }),
  };
}
