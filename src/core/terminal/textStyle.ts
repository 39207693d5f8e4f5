/** Styles of text as terminals have them (SGR sequences: ECMA-48 8.3.117, with xterm's colors and underlines). */

export interface TextStyle {
  /** A name of the terminal's palette (`Red`, `BrightRed`) or `#rrggbb`; left out where it is as usual. */
  readonly color?: string;
  readonly background?: string;
  /** Of `bold`, `dim`, `italic`, `underline`, `inverse`, `strike`. */
  readonly marks: readonly string[];
}

export const plain: TextStyle = { marks: [] };

const names = ['Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White'];
const on: Readonly<Record<number, string>> = {
  1: 'bold',
  2: 'dim',
  3: 'italic',
  4: 'underline',
  7: 'inverse',
  9: 'strike',
  21: 'underline',
};
const off: Readonly<Record<number, readonly string[]>> = {
  22: ['bold', 'dim'],
  23: ['italic'],
  24: ['underline'],
  27: ['inverse'],
  29: ['strike'],
};
/** What takes a color: of the text, of its background, and of its underline, which is not shown. */
const extended: Readonly<Record<number, 'color' | 'background' | 'none'>> = {
  38: 'color',
  48: 'background',
  58: 'none',
};

/** The style after a sequence; `parameters` is what stands between `ESC [` and `m`. */
export function styled(before: TextStyle, parameters: string): TextStyle {
  let style = before;
  const all = parameters.split(';');
  for (let part = all.shift(); part !== undefined; part = all.shift()) {
    const [code = 0, ...own] = part.split(':').map(Number);
    const colored = extended[code];
    if (colored === undefined) style = simplyStyled(style, code, own);
    else {
      const color = own.length > 0 ? ownColor(own) : followingColor(all);
      if (color !== undefined && colored !== 'none') style = { ...style, [colored]: color };
    }
  }
  return style;
}

/** @param own what follows the code after colons: `4:0` takes the underline away, `4:3` waves it. */
function simplyStyled(style: TextStyle, code: number, own: readonly number[]): TextStyle {
  const { color, background, marks } = style;
  const mark = on[code];
  const ended = code === 4 && own[0] === 0 ? off[24] : off[code];
  if (code === 0) return plain;
  if (ended) return { ...style, marks: marks.filter((one) => !ended.includes(one)) };
  if (mark !== undefined) return { ...style, marks: [...new Set([...marks, mark])] };
  if (code === 39) return { marks, ...(background === undefined ? {} : { background }) };
  if (code === 49) return { marks, ...(color === undefined ? {} : { color }) };
  const bright = code >= 90 && code < 108;
  if (!bright && !(code >= 30 && code < 48)) return style;
  const index = code % 10;
  if (index > 7) return style;
  const name = paletteName(index + (bright ? 8 : 0));
  return Math.floor(code / 10) % 2 === 1
    ? { ...style, color: name }
    : { ...style, background: name };
}

/** What follows 38, 48 or 58 after colons: `5:n`, `2:r:g:b`, or `2:space:r:g:b`. */
function ownColor([kind, ...rest]: readonly number[]): string | undefined {
  if (kind === 2) return hex(rest.length > 3 ? rest.slice(1, 4) : rest);
  return kind === 5 ? indexedColor(rest[0] ?? 0) : undefined;
}

/** Takes what follows 38, 48 or 58 after semicolons: `5;n`, or `2;r;g;b`. */
function followingColor(all: string[]): string | undefined {
  const kind = Number(all.shift());
  if (kind === 2) return hex(all.splice(0, 3).map(Number));
  return kind === 5 ? indexedColor(Number(all.shift() ?? 0)) : undefined;
}

/** Of xterm's 256: the palette, a cube of six levels, and shades of gray. */
function indexedColor(index: number): string | undefined {
  if (!(index >= 0 && index < 256)) return undefined;
  if (index < 16) return paletteName(index);
  if (index >= 232) return hex([0, 0, 0].map(() => 8 + 10 * (index - 232)));
  const level = (digit: number): number => (digit === 0 ? 0 : 55 + 40 * digit);
  const cube = index - 16;
  return hex([Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level));
}

function paletteName(index: number): string {
  return `${index >= 8 ? 'Bright' : ''}${names[index % 8] ?? ''}`;
}

function hex(levels: readonly number[]): string {
  const two = (level = 0): string =>
    Math.max(0, Math.min(255, level || 0))
      .toString(16)
      .padStart(2, '0');
  return `#${[0, 1, 2].map((at) => two(levels[at])).join('')}`;
}
