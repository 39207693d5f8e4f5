/**
 * Takes a stream of text apart into what is to be shown and what commands the terminal (ECMA-48 and what xterm adds).
 * Pieces may be cut anywhere; the work is one look at each character.
 */

export interface ControlHandler {
  print(text: string): void;
  /** A single control character: `\r`, `\n`, `\b`, `\t` and the like. */
  control(character: string): void;
  /** `ESC` and a character, also one that only begins what is left out. */
  escape(final: string): void;
  /**
   * `ESC [`, parameters and a final character.
   *
   * @param parameters as written, with what marks a private one: `?25`, `38:2::255:0:0`.
   */
  sequence(parameters: string, final: string): void;
}

type State = 'text' | 'escape' | 'ignoredEscape' | 'sequence' | 'string' | 'stringEscape';

/** Beyond this many characters a sequence is none of those that are known. */
const longestParameters = 200;
const escape = '\u001b';
const controls = /\p{Cc}/gu;
/** The eight-bit forms of `ESC` and a letter. */
const eightBit: Readonly<Record<string, string>> = {
  '\u0084': 'D',
  '\u0085': 'E',
  '\u008d': 'M',
  '\u0090': 'P',
  '\u0098': 'X',
  '\u009b': '[',
  '\u009d': ']',
  '\u009e': '^',
  '\u009f': '_',
};

export class ControlParser {
  private state: State = 'text';
  private parameters = '';
  /** The first half of a character that a piece ended within. */
  private half = '';

  constructor(private readonly handler: ControlHandler) {}

  write(piece: string): void {
    let text = this.half + piece;
    const last = text.charCodeAt(text.length - 1);
    this.half = last >= 0xd800 && last < 0xdc00 ? text.slice(-1) : '';
    if (this.half !== '') text = text.slice(0, -1);
    for (let at = 0; at < text.length;) {
      if (this.state === 'text') at = this.print(text, at);
      if (at < text.length) this.take(text.charAt(at));
      at += 1;
    }
  }

  /** Shows what precedes the next control character, and returns its place. */
  private print(text: string, from: number): number {
    controls.lastIndex = from;
    const end = controls.exec(text)?.index ?? text.length;
    if (end > from) this.handler.print(text.slice(from, end));
    return end;
  }

  private take(character: string): void {
    if (character === escape) {
      this.state = this.state === 'string' ? 'stringEscape' : 'escape';
    } else if (this.state === 'string' || this.state === 'stringEscape') this.inString(character);
    else if (character === '\u0018' || character === '\u001a') this.state = 'text';
    else if (character < ' ') this.handler.control(character);
    else if (character >= '\u0080' && character <= '\u009f') {
      this.state = 'text';
      const letter = eightBit[character];
      if (letter !== undefined) this.begin(letter);
    } else if (character === '\u007f') return;
    else if (this.state === 'escape') this.begin(character);
    else if (this.state === 'ignoredEscape') {
      if (character >= '0') this.state = 'text';
    } else this.inSequence(character);
  }

  /** A title, the target of a link and the like; a line that ends ends it, lest the rest of the output is lost in it. */
  private inString(character: string): void {
    const isEscaped = this.state === 'stringEscape';
    this.state = 'string';
    if ('\u0007\u0018\u001a\u009c\n'.includes(character)) {
      this.state = 'text';
      if (character === '\n') this.handler.control(character);
    } else if (isEscaped) {
      this.state = 'text';
      if (character !== '\\') this.begin(character);
    }
  }

  private begin(letter: string): void {
    this.state = 'text';
    if (letter === '[') {
      this.state = 'sequence';
      this.parameters = '';
      return;
    }
    if (']PX^_'.includes(letter)) this.state = 'string';
    else if (letter < '0') this.state = 'ignoredEscape';
    this.handler.escape(letter);
  }

  private inSequence(character: string): void {
    if (character >= '@') {
      this.state = 'text';
      if (this.parameters.length < longestParameters)
        this.handler.sequence(this.parameters, character);
    } else if (this.parameters.length < longestParameters) this.parameters += character;
  }
}
