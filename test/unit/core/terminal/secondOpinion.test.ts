/** What is shown is what xterm.js has on its screen, for streams that both can show: no line is longer than a screen's. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import type { IBufferCell, Terminal as XtermType } from '@xterm/headless';
import type { UnicodeGraphemesAddon as AddonType } from '@xterm/addon-unicode-graphemes';
import { Terminal } from '../../../../src/core/terminal/terminal.js';

const require = createRequire(import.meta.url);
const { Terminal: Xterm } = require('@xterm/headless') as { Terminal: typeof XtermType };
const { UnicodeGraphemesAddon } = require('@xterm/addon-unicode-graphemes') as {
  UnicodeGraphemesAddon: typeof AddonType;
};

const runs = process.env['FUZZ'] === 'full' ? 10_000 : 500;
/** Days since 1970: other streams from day to day, the same all day long. */
const seed = Math.floor(Date.now() / 86_400_000);

const csi = (final: string, ...most: readonly number[]): fc.Arbitrary<string> =>
  fc
    .tuple(...most.map((max) => fc.option(fc.nat(max), { nil: '' })))
    .map((parameters) => `\u001b[${parameters.join(';')}${final}`);
const characters = fc.constantFrom('🐍', '下', '载', 'é', 'e\u0301', '─', '👩‍💻', 'ｱ', '한', '🇩🇪');
const words = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[a-z ]{1,6}$/) },
  { weight: 1, arbitrary: characters },
);
const style = fc.constantFrom(
  ...['0', '1', '3', '4', '4:3', '4:0', '7', '9', '21', '22', '23', '24', '27', '29', ''],
  ...['31', '44', '95', '103', '39', '49', '38;5;196', '48:5;3', '38:2::255:0:9'],
  ...['48;2;1;20;255', '58;2;255;0;0', '58:5:3', '38;5;250', '1;31;42'],
);
const within = fc.oneof(
  { weight: 8, arbitrary: words },
  { weight: 2, arbitrary: fc.constantFrom('\r', '\b', '\t', '\r\n', '\n') },
  { weight: 2, arbitrary: style.map((parameters) => `\u001b[${parameters}m`) },
  fc.constantFrom(
    '\u0000',
    '\u0007',
    '\u001b(B',
    '\u001b[?25l',
    '\u001b[>4;2m',
    '\u001b[!p',
    '\u001b=',
  ),
  fc.constantFrom('\u001b]8;;\u0007', '\u001b]0;a\u0007', '\u001bPa\u001b\\'),
  csi('C', 5),
  csi('D', 5),
  csi('G', 20),
  csi('K', 2),
  csi('P', 4),
  csi('@', 4),
  csi('X', 4),
  csi('b', 3),
  csi('I', 1),
  csi('Z', 1),
);
const moving = fc.oneof(
  { weight: 12, arbitrary: within },
  csi('A', 5),
  csi('B', 5),
  csi('E', 3),
  csi('F', 3),
  csi('H', 23, 20),
  csi('f', 23, 20),
  csi('d', 23),
  csi('J', 3),
  csi('L', 3),
  csi('M', 3),
  csi('S', 3),
  csi('T', 3),
  csi('r', 12, 24),
  fc.constantFrom(
    '\u001b7',
    '\u001b8',
    '\u001b[s',
    '\u001b[u',
    '\u001bD',
    '\u001bM',
    '\u001bE',
    '\u000b',
  ),
  fc.constantFrom('\u001bc', '\u001b[?1049h', '\u001b[?1049l', '\u001b[2J\u001b[H'),
);

/** Text and styles of a line, as words to compare. */
type Row = readonly string[];

async function xtermRows(stream: string): Promise<readonly Row[]> {
  const terminal = new Xterm({
    cols: 80,
    rows: 24,
    convertEol: true,
    allowProposedApi: true,
    scrollback: 10_000,
  });
  terminal.loadAddon(new UnicodeGraphemesAddon());
  await new Promise<void>((resolve) => {
    terminal.write(stream, resolve);
  });
  const buffer = terminal.buffer.active;
  const rows: Row[] = [];
  for (let row = 0; row < buffer.length; row += 1) {
    const line = buffer.getLine(row);
    const cells: string[] = [];
    for (let column = 0; column < 80; column += 1) {
      const cell = line?.getCell(column);
      // The second half of a wide character; a blank when the first was taken away.
      const isHalf = cell?.getWidth() === 0 && line?.getCell(column - 1)?.getWidth() === 2;
      if (cell && !isHalf) cells.push(...describeXterm(cell));
    }
    rows.push(trimmed(cells));
  }
  terminal.dispose();
  return withoutBlankEnd(rows);
}

const paletteNames = ['Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White'];

function describeXterm(cell: IBufferCell): readonly string[] {
  const color = (isDefault: boolean, isPalette: boolean, value: number): string => {
    if (isDefault) return '';
    if (!isPalette) return `#${value.toString(16).padStart(6, '0')}`;
    if (value < 16) return `${value > 7 ? 'Bright' : ''}${paletteNames[value % 8] ?? ''}`;
    return `${value}`;
  };
  const marks = [
    cell.isBold() ? 'bold' : '',
    cell.isItalic() ? 'italic' : '',
    cell.isUnderline() ? 'underline' : '',
    cell.isInverse() ? 'inverse' : '',
    cell.isStrikethrough() ? 'strike' : '',
  ].filter((mark) => mark !== '');
  const character = cell.getChars() === '' ? ' ' : cell.getChars();
  const foreground = color(cell.isFgDefault(), cell.isFgPalette(), cell.getFgColor());
  const background = color(cell.isBgDefault(), cell.isBgPalette(), cell.getBgColor());
  if (character === ' ') return [' '];
  return [[character, foreground, background, ...marks].join('|')];
}

function ourRows(chunks: readonly string[]): readonly Row[] {
  const terminal = new Terminal();
  for (const chunk of chunks) terminal.write('stdout', chunk);
  const rows: Row[] = [];
  for (let row = 0; row < terminal.lineCount; row += 1) {
    const cells: string[] = [];
    let column = 0;
    for (const { text, style: pen } of terminal.lineAt(row).pieces(0)) {
      for (const { segment } of new Intl.Segmenter().segment(text)) {
        if (segment === '\t') {
          const blanks = 8 - (column % 8);
          cells.push(...Array<string>(blanks).fill(' '));
          column += blanks;
          continue;
        }
        const order = ['bold', 'italic', 'underline', 'inverse', 'strike'];
        const marks = order.filter((mark) => pen.marks.includes(mark));
        column += /[🐍下载한ｱ]|👩|🇩/u.test(segment) && segment !== 'ｱ' ? 2 : 1;
        if (segment === ' ') cells.push(' ');
        else cells.push([segment, indexed(pen.color), indexed(pen.background), ...marks].join('|'));
      }
    }
    rows.push(trimmed(cells));
  }
  return withoutBlankEnd(rows);
}

/** The three of xterm's 256 colors that are tried and are not of the palette, by their numbers. */
function indexed(color = ''): string {
  return { '#ff0000': '196', '#bcbcbc': '250' }[color] ?? color;
}

function trimmed(cells: readonly string[]): Row {
  const last = cells.findLastIndex((cell) => cell !== ' ');
  return cells.slice(0, last + 1);
}

function withoutBlankEnd(rows: readonly Row[]): readonly Row[] {
  return rows.slice(0, rows.findLastIndex((cells) => cells.length > 0) + 1);
}

describe(`What a terminal shows is what xterm.js shows (seed ${seed})`, function () {
  this.timeout(600_000);

  async function agree(stream: string, cuts: readonly number[]): Promise<void> {
    const places = [...cuts.map((cut) => cut % (stream.length + 1)), 0, stream.length];
    const sorted = places.sort((a, b) => a - b);
    const chunks = sorted.slice(1).map((end, at) => stream.slice(sorted[at], end));
    assert.deepEqual(ourRows(chunks), await xtermRows(stream));
  }

  const cuts = fc.array(fc.nat(200), { maxLength: 4 });

  it('within lines, however many there are', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(within, { maxLength: 5 }), { maxLength: 40 }),
        cuts,
        (lines, places) => agree(lines.map((parts) => parts.join('')).join('\n'), places),
      ),
      { seed, numRuns: runs },
    ));

  it('all over the screen', () =>
    fc.assert(
      fc.asyncProperty(fc.array(moving, { maxLength: 30 }), cuts, (parts, places) =>
        agree(parts.join(''), places),
      ),
      { seed, numRuns: runs },
    ));
});
