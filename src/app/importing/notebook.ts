/** A Jupyter notebook: its cells as snippets, and what they printed as what is expected of them. */
import * as v from 'valibot';
import { ImportError, Losses } from './bank.js';
import type { Bank } from './bank.js';
import { fenced } from './fenced.js';
import { definedIn, usesAny } from './pythonNames.js';
import { tidyMarkdown } from './tidyMarkdown.js';

const lines = v.union([
  v.string(),
  v.pipe(
    v.array(v.string()),
    v.transform((parts) => parts.join('')),
  ),
]);
const output = v.looseObject({
  output_type: v.string(),
  name: v.optional(v.string(), 'stdout'),
  text: v.optional(lines, ''),
  data: v.optional(v.looseObject({ 'text/plain': v.optional(lines, '') })),
});
const cellSchema = v.looseObject({
  cell_type: v.string(),
  source: lines,
  outputs: v.optional(v.array(output), []),
});
const notebook = v.looseObject({
  cells: v.array(cellSchema),
  metadata: v.optional(
    v.looseObject({
      kernelspec: v.optional(
        v.looseObject({ language: v.optional(v.string()), name: v.optional(v.string()) }),
      ),
      language_info: v.optional(v.looseObject({ name: v.optional(v.string()) })),
    }),
  ),
});

type Cell = v.InferOutput<typeof cellSchema>;

/** What a cell that runs in its notebook alone begins with. */
const magic = /^\s*(?:[%!]|\w+\?$)/;

/** @throws ImportError when it is no notebook */
export function readNotebook(fallback: string, text: string): Bank {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ImportError('This is no notebook: it is not JSON.');
  }
  const read = v.safeParse(notebook, json);
  if (!read.success)
    throw new ImportError('This is no notebook of version 4: it needs a list “cells”.');
  const { cells, metadata } = read.output;
  const losses = new Losses();
  const language = metadata?.language_info?.name ?? metadata?.kernelspec?.language ?? 'python';
  const isPython = language.toLowerCase().startsWith('python');
  if (!isPython) losses.add(fallback, `Its cells are ${language}, which cannot run here.`);
  const parts: string[] = [];
  const before = new EarlierCells();
  for (const [at, each] of cells.entries()) {
    const where = `cell ${String(at + 1)}`;
    if (each.cell_type === 'markdown') parts.push(tidyMarkdown(each.source, where, losses));
    else if (each.cell_type !== 'code') parts.push(fenced('', each.source));
    else if (!isPython) parts.push(fenced(language.split(/\s/)[0] ?? '', each.source));
    else {
      const code = withoutMagic(each.source, where, losses);
      if (code.trim() === '') continue;
      parts.push(snippetOf(each, `cell-${String(at + 1)}`, code, before, where, losses));
      // What raises would end the programs after it.
      if (!failed(each)) before.add(code);
    }
  }
  const body = parts.join('\n\n');
  const title = /^#[ \t]+(\S.*)$/m.exec(body)?.[1]?.replaceAll(/[*_`]/g, '').trim() ?? fallback;
  return {
    title,
    quizzes: [],
    questions: [
      {
        title,
        body: body
          .replace(/^#[ \t]+\S.*$/m, '')
          .replace(/^#(?=\s)/gm, '##')
          .trim(),
      },
    ],
    losses: losses.all,
  };
}

/** UTF-16 code units that copies of earlier cells may take up on a page, which as a whole has a megabyte at most. */
const mostCopied = 500_000;

/** The code of the cells so far, which those that need it bring along. */
class EarlierCells {
  readonly defined = new Set<string>();
  private readonly codes: string[] = [];
  private length = 0;
  private copied = 0;

  add(code: string): void {
    for (const name of definedIn(code)) this.defined.add(name);
    this.codes.push(code);
    this.length += code.length + 2;
  }

  /** Whether there is room for one more copy. */
  lend(): boolean {
    if (this.copied + this.length > mostCopied) return false;
    this.copied += this.length;
    return true;
  }

  get text(): string {
    return this.codes.join('\n\n');
  }
}

/**
 * The cell as a program of its own: where it uses names of cells before it, these stand in a file that it imports, and
 * what they print is not heard.
 */
function snippetOf(
  cell: Cell,
  name: string,
  code: string,
  before: EarlierCells,
  where: string,
  losses: Losses,
): string {
  const { outputs } = cell;
  const needs = usesAny(code, before.defined);
  if (needs && !before.lend()) {
    losses.add(where, 'That it runs: the cells before it, which it needs, are too long together.');
    return fenced('python', code);
  }
  const result = outputs.find(({ output_type: kind }) => kind === 'execute_result');
  const shown = result === undefined ? code : withPrintedResult(code);
  if (shown === undefined) losses.add(where, 'The value of its last expression.');
  const program = shown ?? code;
  const earlier = [
    'import contextlib',
    'import io',
    '',
    'with contextlib.redirect_stdout(io.StringIO()):',
    '    from earlier_cells import *',
    '',
    '',
  ].join('\n');
  if (outputs.some(({ output_type: kind }) => kind === 'display_data'))
    losses.add(where, 'What it displays: pictures, or HTML.');
  const printed = outputs
    .filter((each) => each.output_type === 'stream' && each.name === 'stdout')
    .map(({ text }) => text)
    .join('');
  const value = shown === undefined ? '' : (result?.data?.['text/plain'] ?? '');
  const expected = [printed.replace(/\n$/, ''), value].filter((part) => part !== '').join('\n');
  return [
    fenced(
      `python {name=${name}${failed(cell) ? ' exit=1' : ''}}`,
      needs ? earlier + program : program,
    ),
    ...(needs ? [fenced(`python {file=earlier_cells.py of=${name}}`, before.text)] : []),
    ...(expected === '' ? [] : [fenced(`output {of=${name}}`, expected)]),
  ].join('\n\n');
}

function failed({ outputs }: Cell): boolean {
  return outputs.some(({ output_type: kind }) => kind === 'error');
}

function withoutMagic(source: string, where: string, losses: Losses): string {
  const kept = source.split('\n').filter((line) => {
    if (!magic.test(line)) return true;
    losses.add(where, `The command “${line.trim().slice(0, 60)}”, which is the notebook’s own.`);
    return false;
  });
  return kept.join('\n');
}

/** Prints the value that the notebook shows of the last line; undefined where it is no expression on one line. */
function withPrintedResult(code: string): string | undefined {
  const all = code.trimEnd().split('\n');
  const last = all.at(-1) ?? '';
  const isExpression =
    !/^\s|^[)\]}#@]/.test(last) &&
    !/^(?:import|from|def|class|if|for|while|with|return|raise|assert|del|pass|try|else|async|global)\b/.test(
      last,
    ) &&
    !/[;]/.test(last) &&
    !/^[\w.[\], ]+(?:[-+*/%&|^@]|\/\/|\*\*|<<|>>|:[^=]*)?=(?!=)/.test(last);
  if (!isExpression) return undefined;
  const [value = last] = last.split('  # ');
  return [...all.slice(0, -1), `print(repr(${value}))`].join('\n');
}
