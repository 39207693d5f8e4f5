/** Writes the aliases of pack.yaml, and leaves the rest of the file as its author wrote it. */
import { isMap, isScalar, LineCounter, stringify } from 'yaml';
import { aliasKinds } from '../../../core/pack/aliasKinds.js';
import type { Aliases } from '../../../core/pack/pack.js';
import { parseYaml } from '../../../core/pack/parseYaml.js';
import type { TextEdit } from './textEdit.js';

/** The edit of pack.yaml after which its aliases are these. */
export function aliasesEdit(text: string, aliases: Aliases): TextEdit {
  const counter = new LineCounter();
  const { contents } = parseYaml(text, counter);
  const filled = aliasKinds.filter((kind) => Object.keys(aliases[kind]).length > 0);
  const written = stringify({
    aliases: Object.fromEntries(filled.map((kind) => [kind, aliases[kind]])),
  });
  const place = (offset: number): TextEdit['from'] => {
    const { line, col } = counter.linePos(offset);
    return { line: line - 1, column: col - 1 };
  };
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === 'aliases')
    : undefined;
  const end = { line: text.split('\n').length - 1, column: (text.split('\n').at(-1) ?? '').length };
  if (!pair || !isScalar(pair.key)) {
    const isOpen = text !== '' && !text.endsWith('\n');
    return { file: 'pack.yaml', from: end, to: end, text: `${isOpen ? '\n' : ''}${written}` };
  }
  const [from] = pair.key.range;
  const value = pair.value as { readonly range?: readonly [number, number, number] } | null;
  const to = value?.range?.[1] ?? pair.key.range[2];
  const isWhole = text[to - 1] === '\n';
  return {
    file: 'pack.yaml',
    from: place(from),
    to: to >= text.length ? end : place(to),
    text: isWhole ? written : written.trimEnd(),
  };
}
