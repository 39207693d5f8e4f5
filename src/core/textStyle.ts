/** Styles of text as terminals have them (SGR sequences: ECMA-48 8.3.117, with xterm's colours). */

export interface TextStyle {
  /** A name of the terminal's palette (`Red`, `BrightRed`) or `#rrggbb`; left out where it is as usual. */
  readonly colour?: string;
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
};
const off: Readonly<Record<number, readonly string[]>> = {
  22: ['bold', 'dim'],
  23: ['italic'],
  24: ['underline'],
  27: ['inverse'],
  29: ['strike'],
};

/** The style after a sequence; `parameters` is what stands between `ESC [` and `m`. */
export function styled(before: TextStyle, parameters: string): TextStyle {
  let style = before;
  const codes = parameters.split(/[;:]/).map(Number);
  for (let code = codes.shift(); code !== undefined; code = codes.shift()) {
    const mark = on[code];
    const ended = off[code];
    if (code === 0) style = plain;
    else if (mark !== undefined) style = { ...style, marks: [...new Set([...style.marks, mark])] };
    else if (ended) style = { ...style, marks: style.marks.filter((one) => !ended.includes(one)) };
    else if (code === 38 || code === 48) {
      const colour = extendedColour(codes);
      if (colour !== undefined)
        style = { ...style, [code === 38 ? 'colour' : 'background']: colour };
    } else if (code === 39 || code === 49) {
      const { colour, background, marks } = style;
      if (code === 39) style = { marks, ...(background === undefined ? {} : { background }) };
      else style = { marks, ...(colour === undefined ? {} : { colour }) };
    } else if ((code >= 30 && code < 38) || (code >= 90 && code < 98))
      style = { ...style, colour: paletteName((code % 10) + (code >= 90 ? 8 : 0)) };
    else if ((code >= 40 && code < 48) || (code >= 100 && code < 108))
      style = { ...style, background: paletteName((code % 10) + (code >= 100 ? 8 : 0)) };
  }
  return style;
}

/** Takes what belongs to 38 or 48: `5;n` of 256 colours, or `2;r;g;b`. */
function extendedColour(codes: number[]): string | undefined {
  const kind = codes.shift();
  if (kind === 2) return hex(codes.splice(0, 3));
  if (kind !== 5) return undefined;
  const [index = 0] = codes.splice(0, 1);
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
  const two = (level: number): string =>
    Math.max(0, Math.min(255, level || 0))
      .toString(16)
      .padStart(2, '0');
  return `#${levels.map(two).join('')}`;
}
