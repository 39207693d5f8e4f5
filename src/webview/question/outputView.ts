import * as l10n from '@vscode/l10n';
import { language } from '../../core/language.js';
import type { OutputStream } from '../../core/pack/pack.js';
import type { OutputTail, RunReport } from '../../protocol/question.js';
import { element, icon } from '../shared/dom.js';
import { InputField } from './inputField.js';
import { frameOf, OutputText } from './outputText.js';
import { counted, figure } from '../shared/figures.js';
import { statusOf } from './runStatus.js';

interface OutputActions {
  input(text: string): void;
  endInput(): void;
  keepInput(text: string): void;
  openSaved(): void;
  openFrame(frame: { readonly file: string; readonly line: number }): void;
  /** What the paths of the learner's files begin with. */
  readonly folder: () => string;
}

/** What a run prints, as it comes, with a line below that says how it ended. */
export class OutputView {
  readonly element: HTMLElement;
  private readonly text: HTMLPreElement;
  private readonly status = element('div', { class: 'status', attributes: { role: 'status' } });
  private readonly diff = element('div', { class: 'diff', hidden: true });
  private readonly input: InputField;
  private readonly printed: OutputText;
  /** What comes last where not all is shown. */
  private readonly tail: OutputText;
  private pending: { stream: OutputStream; text: string }[] = [];
  private frame = 0;
  private isRefusal = false;
  /** The reader waits for it. */
  private isFollowed = false;

  constructor(
    name: string,
    private readonly actions: OutputActions,
  ) {
    this.text = element('pre', {
      class: 'output',
      attributes: { tabindex: '0', role: 'region', 'aria-label': l10n.t('Output of {0}', name) },
      onClick: (event) => {
        const link =
          event.target instanceof Element ? event.target.closest<HTMLElement>('a.frame') : null;
        if (!link) return;
        event.preventDefault();
        actions.openFrame(frameOf(link));
      },
    });
    const [beginning, end] = [element('span', {}), element('span', {})];
    this.text.append(beginning, end);
    this.printed = new OutputText(beginning, actions.folder);
    this.tail = new OutputText(end, actions.folder);
    this.input = new InputField(name, {
      send: (lines) => {
        actions.input(lines);
      },
      end: () => {
        actions.endInput();
      },
      keep: (text) => {
        actions.keepInput(text);
      },
    });
    this.element = element(
      'div',
      { class: 'result', hidden: true, attributes: { lang: language() } },
      [this.text, this.input.element, this.status, this.diff],
    );
  }

  begin(): void {
    this.element.hidden = false;
    this.pending = [];
    this.printed.clear();
    this.tail.clear();
    this.text.hidden = true;
    this.diff.hidden = true;
    this.input.isShown = false;
    this.status.className = 'status';
    this.status.replaceChildren(icon('loading'), element('span', { text: l10n.t('Running…') }));
  }

  /** Brings it into view now, and once more when it is whole; not when a page comes back with it. */
  reveal(): void {
    this.isFollowed = true;
    this.element.scrollIntoView({ block: 'nearest' });
  }

  /** Hides why nothing was run. */
  withdraw(): void {
    if (this.isRefusal) this.element.hidden = true;
  }

  /**
   * Offers a field for what the program asks.
   *
   * @param typed what was typed into it before the page was hidden.
   */
  takeInput(typed: string): void {
    this.input.isShown = true;
    if (typed !== '') this.input.write(typed);
  }

  append(stream: OutputStream, text: string): void {
    this.pending.push({ stream, text });
    if (this.frame !== 0) return;
    // The first piece at once, what follows it once a frame.
    this.paint();
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  /** Takes the place of the tail before. */
  showTail({ leftOut, chunks }: OutputTail): void {
    this.paint();
    this.text.hidden = false;
    this.followEnd(() => {
      this.tail.clear();
      if (leftOut > 0) this.tail.write('stdout', `\n${leftOutWords(leftOut)}\n`);
      for (const { stream, text } of chunks) this.tail.write(stream, text);
      this.tail.paint();
    });
  }

  finish(report: RunReport): void {
    this.paint();
    this.isRefusal = report.ended === 'failedToStart';
    this.input.isShown = false;
    this.input.write('');
    const words = statusOf(report);
    this.status.className = `status ${words.tone}`;
    this.status.replaceChildren(icon(words.icon), element('span', { text: words.text }));
    if (report.saved) {
      this.status.append(
        element('button', {
          class: 'tool',
          text: l10n.t('Open All Output'),
          attributes: { type: 'button' },
          onClick: () => {
            this.actions.openSaved();
          },
        }),
      );
    }
    this.showDiff(report);
    if (this.isFollowed) this.element.scrollIntoView({ block: 'nearest' });
    this.isFollowed = false;
  }

  private paint(): void {
    if (this.pending.length === 0) return;
    this.text.hidden = false;
    this.followEnd(() => {
      for (const { stream, text } of this.pending) this.printed.write(stream, text);
      this.printed.paint();
    });
    this.pending = [];
  }

  /** What is scrolled to its end stays there when more is written. */
  private followEnd(write: () => void): void {
    const atEnd = this.text.scrollTop + this.text.clientHeight >= this.text.scrollHeight - 4;
    write();
    if (atEnd) this.text.scrollTop = this.text.scrollHeight;
  }

  private showDiff({ asExpected, diff }: RunReport): void {
    this.diff.hidden = asExpected !== false || diff.length === 0;
    if (this.diff.hidden) return;
    const marks = { same: ' ', missing: '−', extra: '+' } as const;
    const words = {
      same: '',
      missing: `${l10n.t('expected:')} `,
      extra: `${l10n.t('printed:')} `,
    } as const;
    this.diff.replaceChildren(
      element('p', {
        text: l10n.t('Compared with what the author expects (− expected, + printed):'),
      }),
      element(
        'pre',
        {
          attributes: {
            tabindex: '0',
            role: 'region',
            'aria-label': l10n.t('Comparison with the expected output'),
          },
        },
        diff.map(({ kind, text }) =>
          element('span', { class: `line ${kind}` }, [
            element('span', { class: 'visually-hidden', text: words[kind] }),
            element('span', { text: `${marks[kind]} `, attributes: { 'aria-hidden': 'true' } }),
            `${text}\n`,
          ]),
        ),
      ),
    );
  }
}

function leftOutWords(bytes: number): string {
  return counted(
    bytes,
    l10n.t('… {0} byte left out …', figure(bytes)),
    l10n.t('… {0} bytes left out …', figure(bytes)),
  );
}
