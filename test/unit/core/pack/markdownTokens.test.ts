/** The parser of questions against Markdown's own: random documents, every fence of markdown-it's with its text and line. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { parseQuestion } from '../../../../src/core/pack/parseQuestion.js';

/** FUZZ=full reads ten thousand documents. */
const runs = process.env['FUZZ'] === 'full' ? 10_000 : 1000;

const head = '---\ntitle: A title\ntopic: internals\n---\n';
const headLines = 4;

const line = fc
  .tuple(
    fc.array(fc.constantFrom('> ', '- ', '1. ', ' ', '  ', '    ', '\t'), { maxLength: 3 }),
    fc.oneof(
      fc.constantFrom('```', '````', '~~~', '~~~~~', '``', '`', '---', '===', '# Title', '<b>', ''),
      fc.constantFrom('```python {name=a}', '~~~python {name=b}', '````python {name=c}'),
      fc.constantFrom('```python {name="d"}', '```  python  {name=e}', '```pycon {name=f}'),
      fc.constantFrom('print(1)', '[x]: /y', '| a |', '\\```', '&nbsp;', '🐍'),
    ),
  )
  .map(([before, text]) => before.join('') + text);

/** The named fences as markdown-it itself sees them, the first of each name. */
function expected(body: string): readonly [string, string, number][] {
  const found = new Map<string, [string, string, number]>();
  for (const token of new MarkdownIt({ html: false }).parse(body, {})) {
    const name = /^\s*python\s+\{name="?([a-e])"?\}\s*$/.exec(token.info)?.[1];
    if (token.type !== 'fence' || name === undefined || found.has(name)) continue;
    found.set(name, [name, token.content, headLines + (token.map?.[0] ?? 0) + 1]);
  }
  return [...found.values()];
}

describe('the parser of questions', () => {
  it('finds the snippets that Markdown shows, each with its text and its line', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const body = lines.join('\n');
        const { question } = parseQuestion('pack', 'questions/a.md', head + body);
        const snippets = question?.code.map(({ name, code, line: at }) => [name, code, at]);
        assert.deepEqual(snippets ?? [], expected(body), JSON.stringify(body));
      }),
      { numRuns: runs },
    );
  }).timeout(300_000);
});
