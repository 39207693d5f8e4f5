/** Carries out on the screen what one stream commands. */
import type { OutputStream } from '../pack/pack.js';
import type { ControlHandler } from './controlParser.js';
import type { Pen } from './line.js';
import { rows } from './screen.js';
import type { Screen } from './screen.js';
import { plain, styled } from './textStyle.js';
import type { TextStyle } from './textStyle.js';

type Command = (screen: Screen, first: number, second: number, pen: Pen) => void;

/** By their final characters; a parameter that is not given is 0. */
const sequences: Readonly<Record<string, Command>> = {
  '@': (screen, count, _, pen) => {
    screen.insertCharacters(Math.max(1, count), pen);
  },
  A: (screen, count) => {
    screen.up(Math.max(1, count));
  },
  B: (screen, count) => {
    screen.down(Math.max(1, count));
  },
  C: (screen, count) => {
    screen.right(Math.max(1, count));
  },
  D: (screen, count) => {
    screen.left(Math.max(1, count));
  },
  E: (screen, count) => {
    screen.down(Math.max(1, count));
    screen.toColumn(0);
  },
  F: (screen, count) => {
    screen.up(Math.max(1, count));
    screen.toColumn(0);
  },
  G: (screen, column) => {
    screen.toColumn(column - 1);
  },
  H: (screen, row, column) => {
    screen.toRow(row - 1);
    screen.toColumn(column - 1);
  },
  I: (screen, count) => {
    screen.toTab(Math.max(1, count));
  },
  J: (screen, part, _, pen) => {
    if (part === 0) screen.eraseBelow(pen);
    else if (part === 1) screen.eraseAbove(pen);
    else if (part === 2) screen.eraseAll();
    else if (part === 3) screen.eraseScrolled();
  },
  K: (screen, part, _, pen) => {
    if (part === 0) screen.eraseToLineEnd(pen);
    else if (part === 1) screen.eraseToCursor(pen);
    else if (part === 2) screen.eraseInLine(0, Infinity, pen);
  },
  L: (screen, count) => {
    screen.insertRows(Math.max(1, count));
  },
  M: (screen, count) => {
    screen.deleteRows(Math.max(1, count));
  },
  P: (screen, count, _, pen) => {
    screen.deleteCharacters(Math.max(1, count), pen);
  },
  S: (screen, count) => {
    screen.scrollUp(Math.max(1, count));
  },
  T: (screen, count) => {
    screen.scrollDown(Math.max(1, count));
  },
  X: (screen, count, _, pen) => {
    screen.eraseCharacters(Math.max(1, count), pen);
  },
  Z: (screen, count) => {
    screen.toTabBefore(Math.max(1, count));
  },
  b: (screen, count, _, pen) => {
    screen.repeat(Math.max(1, count), pen);
  },
  d: (screen, row) => {
    screen.toRow(row - 1);
  },
  r: (screen, first, last) => {
    screen.setRegion(Math.max(1, first) - 1, (last === 0 || last > rows ? rows : last) - 1);
  },
};
/** Other names of the same. */
const sameAs: Readonly<Record<string, string>> = { '`': 'G', a: 'C', e: 'B', f: 'H' };

const escapes: Readonly<Record<string, (screen: Screen) => void>> = {
  D: (screen) => {
    screen.index();
  },
  E: (screen) => {
    screen.lineFeed();
  },
  M: (screen) => {
    screen.reverseIndex();
  },
};

const otherScreens = ['47', '1047', '1049'];

export class Commands implements ControlHandler {
  private pen: Pen;

  /** @param reset begins a new screen. */
  constructor(
    private readonly stream: OutputStream,
    private readonly screen: () => Screen,
    private readonly reset: () => void,
  ) {
    this.pen = { stream, style: plain };
  }

  print(text: string): void {
    this.screen().print(text, this.pen);
  }

  control(character: string): void {
    const screen = this.screen();
    screen.endCharacter();
    if ('\n\v\f'.includes(character)) screen.lineFeed();
    else if (character === '\r') screen.toColumn(0);
    else if (character === '\b') screen.left(1);
    else if (character === '\t') screen.tab(this.pen);
  }

  escape(final: string): void {
    this.screen().endCharacter();
    if (final === 'c') {
      this.use(plain);
      this.reset();
    } else if (final === '7') this.save();
    else if (final === '8') this.restore();
    else escapes[final]?.(this.screen());
  }

  sequence(parameters: string, final: string): void {
    if (final !== 'b') this.screen().endCharacter();
    if (parameters === '!' && final === 'p') {
      this.use(plain);
      this.screen().softReset();
    } else if (parameters.startsWith('?')) this.setMode(parameters.slice(1).split(';'), final);
    else if (/[^\d;:]/.test(parameters)) return;
    else if (final === 'm') this.use(styled(this.pen.style, parameters));
    else if (final === 's') this.save();
    else if (final === 'u') this.restore();
    else {
      const [first = 0, second = 0] = parameters
        .split(';')
        .map((one) => Number.parseInt(one, 10) || 0);
      sequences[sameAs[final] ?? final]?.(this.screen(), first, second, this.pen);
    }
  }

  private setMode(modes: readonly string[], final: string): void {
    const other = modes.find((mode) => otherScreens.includes(mode));
    if (other === undefined) return;
    if (final === 'h') {
      if (other === '1049') this.save();
      this.screen().showOther();
    } else if (final === 'l') {
      this.screen().showMain();
      if (other === '1049') this.restore();
    }
  }

  private use(style: TextStyle): void {
    this.pen = { stream: this.stream, style };
  }

  private save(): void {
    this.screen().save(this.pen.style);
  }

  private restore(): void {
    this.use(this.screen().restore());
  }
}
