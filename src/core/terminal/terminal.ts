/**
 * What a terminal would show of a program's output: carriage returns, backspaces and sequences write over what is
 * there, as progress bars do, and colors become styles. Two streams share the screen, each with a style of its own.
 */
import type { OutputStream } from '../pack/pack.js';
import { Commands } from './commands.js';
import { ControlParser } from './controlParser.js';
import type { Line } from './line.js';
import { Screen } from './screen.js';

export type { StyledText } from './line.js';

export class Terminal {
  private screen = new Screen();
  private isReset = false;
  private readonly writers: Readonly<Record<OutputStream, ControlParser>>;

  constructor() {
    const screen = (): Screen => this.screen;
    const reset = (): void => {
      this.screen = new Screen();
      this.isReset = true;
    };
    this.writers = {
      stdout: new ControlParser(new Commands('stdout', screen, reset)),
      stderr: new ControlParser(new Commands('stderr', screen, reset)),
    };
  }

  get lineCount(): number {
    return this.screen.lineCount;
  }

  lineAt(row: number): Pick<Line, 'pieces' | 'runStart'> {
    return this.screen.lineAt(row);
  }

  /** Takes a piece of output, cut anywhere. */
  write(stream: OutputStream, text: string): void {
    this.writers[stream].write(text);
  }

  /** The lines that changed since this was asked last, each with the first cell that did. */
  takeChanged(): { readonly lines: ReadonlyMap<number, number>; readonly all: boolean } {
    const all = this.isReset;
    this.isReset = false;
    return { lines: this.screen.takeChanged(), all };
  }

  text(): string {
    const lines: string[] = [];
    for (let row = 0; row < this.screen.lineCount; row += 1)
      lines.push(this.screen.lineAt(row).text());
    return lines.join('\n');
  }
}

/** The text that a terminal would show in the end of what was written to it. */
export function shownText(output: string): string {
  if (!/[^\P{Cc}\n\t]/u.test(output)) return output;
  const terminal = new Terminal();
  terminal.write('stdout', output);
  return terminal.text();
}
