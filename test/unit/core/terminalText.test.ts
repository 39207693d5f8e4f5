import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TerminalText } from '../../../src/core/terminalText.js';
import type { StyledText } from '../../../src/core/terminalText.js';

/** A screen that does as it is told; each write is one chunk. */
function screen(...chunks: readonly string[]): { text: string; pieces: readonly StyledText[] } {
  const terminal = new TerminalText();
  let pieces: StyledText[] = [];
  for (const chunk of chunks) {
    for (const change of terminal.write('stdout', chunk)) {
      if (change.kind === 'clear') pieces = [];
      else if (change.kind === 'append') pieces.push(change.piece);
      else {
        let open = true;
        const kept: StyledText[] = [];
        for (const piece of pieces.reverse()) {
          const end = piece.text.lastIndexOf('\n') + 1;
          if (!open || end > 0)
            kept.push(open ? { ...piece, text: piece.text.slice(0, end) } : piece);
          if (end > 0) open = false;
        }
        pieces = [...kept.reverse(), ...change.pieces];
      }
    }
  }
  return { text: pieces.map(({ text }) => text).join(''), pieces };
}

/** What is shown of a text, however it is cut. */
const shown = (text: string): string => screen(text).text;

describe('What a terminal shows', () => {
  it('is what was printed, line by line', () => {
    assert.equal(shown('a\tb\nc\r\nd\n\ne'), 'a\tb\nc\nd\n\ne');
  });

  it('is the last state of a progress bar', () => {
    assert.equal(shown('\r  0 %\r 50 %\r100 %\ndone\n'), '100 %\ndone\n');
    assert.equal(shown('one\r\u001b[Ktwo\n'), 'two\n');
    assert.equal(shown('a long line\r\u001b[2Kshort\n'), 'short\n');
    assert.equal(shown('a long line\rshort\n'), 'shortg line\n');
    assert.equal(shown('abc\u001b[2D\u001b[Kx'), 'ax');
    assert.equal(shown('ab\u001b[5Gx'), 'ab  x');
  });

  it('is without what was taken back', () => {
    assert.equal(shown('ok\b\bgo\n'), 'go\n');
    assert.equal(shown('|\b/\b-\b\\\b|'), '|');
    assert.equal(shown('\b\ba'), 'a');
  });

  it('is nothing of before when the screen is cleared', () => {
    assert.equal(shown('before\nmore\u001b[2J\u001b[Hafter'), 'after');
  });

  it('has no control characters, and the text of links alone', () => {
    assert.equal(shown('a\u0007b\u0000c\u001b[?25ld\u001b(Be\u001b7\u001b8'), 'abcde');
    assert.equal(
      shown('\u001b]8;;https://python.org\u001b\\link\u001b]8;;\u001b\\ \u001b]0;title\u0007end'),
      'link end',
    );
  });

  it('has colours and other styles', () => {
    const { pieces } = screen(
      '\u001b[1;31mred\u001b[22;104mblue\u001b[39m \u001b[38;5;196mcube\u001b[38;5;9;48;2;1;20;300mtrue\u001b[m \u001b[4;7mmarks\u001b[24m',
    );
    assert.deepEqual(
      pieces.map(({ text, style: { colour, background, marks } }) => [
        ...[text, colour, background, marks.join(' ')],
      ]),
      [
        ['red', 'Red', undefined, 'bold'],
        ['blue', 'Red', 'BrightBlue', ''],
        [' ', undefined, 'BrightBlue', ''],
        ['cube', '#ff0000', 'BrightBlue', ''],
        ['true', 'BrightRed', '#0114ff', ''],
        [' ', undefined, undefined, ''],
        ['marks', undefined, undefined, 'underline inverse'],
      ],
    );
  });

  it('keeps the styles of what is not written over', () => {
    const { pieces } = screen('\u001b[31mred', ' and more\u001b[0m\r\u001b[32mbe');
    assert.deepEqual(
      pieces.map(({ text, style }) => [text, style.colour]),
      [
        ['be', 'Green'],
        ['d and more', 'Red'],
      ],
    );
  });

  it('is one line of both streams', () => {
    const terminal = new TerminalText();
    terminal.write('stdout', 'working');
    const [change] = terminal.write('stderr', '\rfailed');
    assert.deepEqual(
      change?.kind === 'line' && change.pieces.map(({ text, stream }) => [text, stream]),
      [
        ['failed', 'stderr'],
        ['g', 'stdout'],
      ],
    );
  });

  it('does not depend on where the output is cut', () => {
    const parts = ['a', 'long text', '\n', '\r', '\b', '\t', '\u001b[K', '\u001b[2K', '\u001b[31m'];
    const more = [
      '\u001b[3D',
      '\u001b[2C',
      '\u001b[2J',
      '\u001b]8;;x\u0007',
      '\u001b[?25l',
      '\u0000',
    ];
    const output = fc.array(fc.constantFrom(...parts, ...more)).map((all) => all.join(''));
    fc.assert(
      fc.property(output, fc.array(fc.nat(200)), (text, cuts) => {
        const places = [
          ...cuts.filter((at) => at < text.length).sort((a, b) => a - b),
          text.length,
        ];
        const chunks = places.map((end, index) =>
          text.slice(index === 0 ? 0 : places[index - 1], end),
        );
        assert.equal(screen(...chunks).text, shown(text));
      }),
    );
  });
});
