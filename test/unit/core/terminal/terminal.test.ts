import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Terminal } from '../../../../src/core/terminal/terminal.js';
import type { StyledText } from '../../../../src/core/terminal/terminal.js';

/** What is shown in the end; each write is one chunk. */
function screen(...chunks: readonly string[]): { text: string; pieces: readonly StyledText[] } {
  const terminal = new Terminal();
  for (const chunk of chunks) terminal.write('stdout', chunk);
  return { text: terminal.text(), pieces: terminal.lineAt(0).pieces(0) };
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

  it('has colors and other styles', () => {
    const { pieces } = screen(
      '\u001b[1;31mred\u001b[22;104mblue\u001b[39m \u001b[38;5;196mcube\u001b[38;5;9;48;2;1;20;300mtrue\u001b[m \u001b[4;7mmarks\u001b[24m',
    );
    assert.deepEqual(
      pieces.map(({ text, style: { color, background, marks } }) => [
        ...[text, color, background, marks.join(' ')],
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
      pieces.map(({ text, style }) => [text, style.color]),
      [
        ['be', 'Green'],
        ['d and more', 'Red'],
      ],
    );
  });

  it('is one line of both streams', () => {
    const terminal = new Terminal();
    terminal.write('stdout', 'working');
    terminal.write('stderr', '\rfailed');
    assert.deepEqual(
      terminal
        .lineAt(0)
        .pieces(0)
        .map(({ text, stream }) => [text, stream]),
      [
        ['failed', 'stderr'],
        ['g', 'stdout'],
      ],
    );
  });

  it('is by cells: wide characters take two, accents none, a tab goes to the next eighth', () => {
    assert.equal(shown('🐍\rX'), 'X ');
    assert.equal(shown('下载中下载中\rdone'), 'done中下载中');
    assert.equal(shown('e\u0301\rx'), 'x');
    assert.equal(shown('👩‍💻🇩🇪\b\bX'), '👩‍💻X ');
    assert.equal(shown('ab\tc\rX'), 'Xb\tc');
    assert.equal(shown('ab\tc\r\tX'), 'ab\tX');
    assert.equal(shown('ab\tc\b\bX'), `ab     Xc`);
  });

  it('has the colors of either notation, and what is not shown leaves the others', () => {
    const styles = (text: string): unknown =>
      screen(text).pieces.map(({ style: { color, background, marks } }) => [
        color,
        background,
        ...marks,
      ]);
    assert.deepEqual(styles('\u001b[38:2::255:0:0mx'), [['#ff0000', undefined]]);
    assert.deepEqual(styles('\u001b[38:2:255:0:0mx'), [['#ff0000', undefined]]);
    assert.deepEqual(styles('\u001b[48:5:9;1mx'), [[undefined, 'BrightRed', 'bold']]);
    assert.deepEqual(styles('\u001b[4:3mx\u001b[4:0my'), [
      [undefined, undefined, 'underline'],
      [undefined, undefined],
    ]);
    assert.deepEqual(styles('\u001b[31;58;2;255;0;0mx'), [['Red', undefined]]);
    assert.deepEqual(styles('\u001b[31;58:2::255:0:0;3mx'), [['Red', undefined, 'italic']]);
    assert.deepEqual(styles('\u001b[31m\u001b[>4;2m\u001b[?4mx'), [['Red', undefined]]);
  });

  it('has the palette in each of its codes, and xterm’s 256 colors beyond it', () => {
    const of = (parameters: string): readonly (string | undefined)[] => {
      const { color, background } = screen(`\u001b[${parameters}mx`).pieces[0]?.style ?? {};
      return [color, background];
    };
    const names = ['Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White'];
    for (const [at, name] of names.entries()) {
      const bright = `Bright${name}`;
      assert.deepEqual(of(`${30 + at}`), [name, undefined]);
      assert.deepEqual(of(`${40 + at}`), [undefined, name]);
      assert.deepEqual(of(`${90 + at}`), [bright, undefined]);
      assert.deepEqual(of(`${100 + at}`), [undefined, bright]);
      assert.deepEqual(of(`38;5;${at}`), [name, undefined]);
      assert.deepEqual(of(`48;5;${8 + at}`), [undefined, bright]);
    }
    const levels = ['00', '5f', '87', 'af', 'd7', 'ff'];
    const cube = levels.flatMap((r) => levels.flatMap((g) => levels.map((b) => `#${r}${g}${b}`)));
    for (const [at, color] of cube.entries()) assert.equal(of(`38;5;${16 + at}`)[0], color);
    for (let shade = 0; shade < 24; shade += 1) {
      const level = (8 + 10 * shade).toString(16).padStart(2, '0');
      assert.deepEqual(of(`48;5;${232 + shade}`), [undefined, `#${level}${level}${level}`]);
    }
    for (const none of ['29', '48', '89', '98', '99', '108', '118', '38;5;256', '38;3;1', '38:9:1'])
      assert.deepEqual(of(none), [undefined, undefined], none);
    assert.deepEqual(of('31;38;5;256'), ['Red', undefined], 'a color that there is not');
    assert.deepEqual(of('38;2;0;256;7'), ['#00ff07', undefined]);
    assert.deepEqual(of('38;2;;;9'), ['#000009', undefined]);
    assert.deepEqual(of('38;5'), ['Black', undefined]);
    assert.deepEqual(of('31;42;39'), [undefined, 'Green']);
    assert.deepEqual(of('31;42;49'), ['Red', undefined]);
  });

  it('has each mark once, until it is ended', () => {
    const marks = (text: string): readonly string[] =>
      screen(`${text}x`).pieces[0]?.style.marks ?? [];
    const csi = '\u001b[';
    const on = { 1: 'bold', 2: 'dim', 3: 'italic', 4: 'underline', 7: 'inverse', 9: 'strike' };
    const off: Readonly<Record<string, string>> = {
      1: '22',
      2: '22',
      3: '23',
      4: '24',
      7: '27',
      9: '29',
    };
    for (const [code, mark] of Object.entries(on)) {
      assert.deepEqual(marks(`${csi}${code}m${csi}${code}m`), [mark]);
      assert.deepEqual(marks(`${csi}${code}m${csi}${off[code] ?? ''}m`), []);
      const other = code === '3' ? '4' : '3';
      assert.equal(marks(`${csi}${other};${code}m${csi}${off[code] ?? ''}m`).length, 1);
      assert.deepEqual(marks(`${csi}${code}m${csi}0m`), []);
    }
    assert.deepEqual(marks(`${csi}21m`), ['underline']);
    assert.deepEqual(marks(`${csi}1;2;4m${csi}22m`), ['underline']);
  });

  it('is two bars that change, not a line a step', () => {
    const step = (one: number, two: number): string =>
      `\u001b[2A\u001b[2Kfirst ${one} %\n\u001b[2Ksecond ${two} %\n`;
    assert.equal(
      shown(`\n\n${step(10, 5)}${step(50, 20)}${step(100, 100)}end`),
      'first 100 %\nsecond 100 %\nend',
    );
    const bars = Array.from({ length: 40 }, (_, n) => `bar ${n}\n`).join('');
    assert.equal(shown(`${bars}\u001b[40Adone`).split('\n')[0], 'done0');
  });

  it('obeys what erases, inserts, deletes and scrolls', () => {
    assert.equal(shown('one\ntwo\nthree\u001b[2;2H\u001b[J'), 'one\nt');
    assert.equal(shown('gone\nas well\u001bcnew'), 'new');
    assert.equal(shown('abcdef\r\u001b[2P'), 'cdef');
    assert.equal(shown('abcdef\u001b[3D\u001b[1K'), '    ef');
    assert.equal(shown('abc\u000bd'), 'abc\nd');
    assert.equal(shown('abc\r\u001b[2@'), '  abc');
    assert.equal(shown('abcdef\r\u001b[3X'), '   def');
    assert.equal(shown('-\u001b[4b'), '-----');
    assert.equal(shown('a\u001b7b\nc\u001b8X'), 'aX\nc');
    assert.equal(shown('a\nb\nc\u001b[2;1H\u001b[Lx'), 'a\nx\nb\nc');
    assert.equal(shown('a\nb\nc\u001b[1;1H\u001b[M'), 'b\nc');
    assert.equal(shown('a\nb\nc\nd\u001b[2;3r\u001b[3;1H\nx'), 'a\nc\nx\nd');
    assert.equal(shown('main\u001b[?1049h\u001b[Hother\u001b[?1049l!'), 'main!');
  });

  it('goes to the last cell of a line that is longer than the screen, and no further', () => {
    assert.equal(shown(`${'a'.repeat(2000)}\r\x1b[9999GX`), `${'a'.repeat(1999)}X`);
    assert.equal(shown('\x1b[9999GX'), `${' '.repeat(79)}X`);
  });

  it('leaves a sequence that is cancelled', () => {
    for (const cancel of ['\x18', '\x1a']) assert.equal(shown(`a\x1b[3${cancel}mb`), 'amb');
  });

  it('loses nothing to a title that does not end', () => {
    assert.equal(shown('a\u001b]0;title\nTraceback\n'), 'a\nTraceback\n');
  });

  it('tells which lines changed, and from where on', () => {
    const terminal = new Terminal();
    terminal.write('stdout', 'one\ntwo\nthree');
    terminal.takeChanged();
    terminal.write('stdout', '!');
    assert.deepEqual([...terminal.takeChanged().lines], [[2, 5]]);
    terminal.write('stdout', '\u001b[2A\rX');
    assert.deepEqual([...terminal.takeChanged().lines], [[0, 0]]);
    terminal.write('stderr', '\u001bc');
    assert.ok(terminal.takeChanged().all);
  });

  it('has a style for each of forty thousand characters', function () {
    this.timeout(30_000);
    const { pieces } = screen(
      Array.from({ length: 40_000 }, (_, n) => `\u001b[38;5;${16 + (n % 200)}mx`).join(''),
    );
    assert.equal(pieces.length, 40_000);
  });

  it('is bounded whatever counts a sequence names', () => {
    const finals = Array.from('@ABCDEFGHIJKLMPSTXZ`abdefrsu');
    for (const final of finals)
      assert.ok(shown(`a\nb\u001b[999999999;999999999${final}c`).length < 200, final);
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
