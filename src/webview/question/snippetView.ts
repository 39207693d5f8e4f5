import * as l10n from '@vscode/l10n';
import { language } from '../../core/language.js';
import type { OutputStream, SnippetFile } from '../../core/pack/pack.js';
import type {
  Offer,
  OutputTail,
  QuestionHost,
  RunReport,
  RunState,
  SnippetModel,
} from '../../protocol/question.js';
import type { Connection } from '../../protocol/rpc.js';
import { element, icon, tool } from '../shared/dom.js';
import { draftsOf, keepDraft } from './inputDrafts.js';
import { OutputView } from './outputView.js';
import { RanCode } from './ranCode.js';

/** One snippet: its buttons, what its interpreter lacks, and its output underneath. */
export class SnippetView {
  private readonly runButton: HTMLButtonElement;
  private readonly originalButton: HTMLButtonElement;
  private readonly stopButton: HTMLButtonElement;
  private readonly needs = element('div', {
    class: 'needs',
    hidden: true,
    attributes: { lang: language() },
  });
  private readonly changed = element('span', {
    class: 'changed',
    text: l10n.t('Your version'),
    hidden: true,
  });
  private readonly runsWith = element('span', { class: 'changed', hidden: true });
  private shownNeeds = '';
  /** Whether what is shown was printed by the author's version, on request. */
  private original = false;
  private readonly output: OutputView;
  private readonly ran: RanCode;

  constructor(
    private readonly figure: HTMLElement,
    private model: SnippetModel,
    private readonly host: Connection<QuestionHost>,
    private readonly question: string,
  ) {
    const { name } = model;
    const block = Number(figure.querySelector<HTMLElement>('[data-block]')?.dataset['block'] ?? 0);
    this.runButton = tool('play', l10n.t('Run'), () => {
      this.run(false);
    });
    this.runButton.classList.add('primary');
    this.originalButton = tool('history', l10n.t('Run Original'), () => {
      this.run(true);
    });
    this.stopButton = tool(
      'debug-stop',
      l10n.t('Stop'),
      () => void host.call('stop', { snippet: name }),
    );
    this.stopButton.hidden = true;
    const stepThrough = (): void => void host.call('stepThrough', { snippet: name });
    const bar = element('figcaption', { attributes: { lang: language() } }, [
      element('span', { class: 'name', text: name }),
      this.changed,
      this.runsWith,
      element(
        'span',
        {
          class: 'actions',
          attributes: { role: 'toolbar', 'aria-label': l10n.t('Snippet {0}', name) },
        },
        [
          this.runButton,
          this.originalButton,
          this.stopButton,
          model.trace === false
            ? undefined
            : tool('debug-step-into', l10n.t('Step Through'), stepThrough),
          tool(
            'compare-changes',
            l10n.t('Compare Interpreters'),
            () => void host.call('compare', { snippet: name }),
            false,
          ),
          tool(
            'go-to-file',
            l10n.t('Open in Editor'),
            () => void host.call('openSnippet', { snippet: name }),
          ),
          this.copyButton(block),
        ],
      ),
    ]);
    const code = figure.querySelector<HTMLElement>('pre.code');
    this.ran = new RanCode(name, code);
    figure.prepend(bar);
    if (code) code.after(this.ran.element);
    if (model.trace && model.trace.watch !== '')
      this.ran.element.after(
        element('button', {
          class: 'step-watch',
          text: l10n.t('Step through this: watch {0}', model.trace.watch),
          attributes: { type: 'button', lang: language() },
          onClick: stepThrough,
        }),
      );
    this.output = new OutputView(name, {
      input: (text) => void host.call('input', { snippet: name, text }),
      endInput: () => void host.call('endInput', { snippet: name }),
      keepInput: (text) => {
        keepDraft(question, name, text);
      },
      openSaved: () => void host.call('openSaved', { snippet: name }),
      openFrame: (frame) =>
        void host.call('openFrame', { snippet: name, original: this.original, ...frame }),
      folder: () => this.model.folder,
    });
    figure.append(this.needs, this.output.element);
    this.update(model);
  }

  update(model: SnippetModel): void {
    this.model = model;
    this.changed.hidden = !model.changed;
    this.originalButton.hidden = !model.changed;
    this.runsWith.textContent = model.runsWith;
    this.runsWith.hidden = model.runsWith === '';
    this.showNeeds();
  }

  /** Shows a run that began before this page did. */
  restore({ original, ran, readsInput, output, tail, report }: RunState): void {
    const typed = draftsOf(this.question).get(this.model.name);
    this.begin(original);
    this.showRan(ran);
    if (readsInput) this.takeInput(typed);
    for (const { stream, text } of output) this.output.append(stream, text);
    if (tail) this.output.showTail(tail);
    if (report) this.finish(report);
  }

  /** Shows the learner's files that run; the author's code when those are none. */
  showRan(files: readonly SnippetFile[]): void {
    this.ran.show(files);
  }

  colorRan(files: readonly string[]): void {
    this.ran.color(files);
  }

  /** Offers a field for what the program asks. */
  takeInput(typed = ''): void {
    this.output.takeInput(typed);
  }

  append(stream: OutputStream, text: string): void {
    this.output.append(stream, text);
  }

  /** What was printed last, where not all of it is shown. */
  showTail(tail: OutputTail): void {
    this.output.showTail(tail);
  }

  finish(report: RunReport): void {
    const focused = document.activeElement === this.stopButton;
    this.runButton.hidden = false;
    this.originalButton.hidden = !this.model.changed;
    this.stopButton.hidden = true;
    if (focused) this.runButton.focus();
    this.output.finish(report);
  }

  private begin(original: boolean): void {
    this.original = original;
    this.runButton.hidden = true;
    this.originalButton.hidden = true;
    this.stopButton.hidden = false;
    this.output.begin();
  }

  private showNeeds(): void {
    const { name, unmet, canRun, mend, offers } = this.model;
    const shown = JSON.stringify([unmet, canRun, mend, offers]);
    // What is there already stays, with the focus that may be in it.
    if (shown === this.shownNeeds) return;
    this.shownNeeds = shown;
    this.needs.hidden = unmet.length === 0;
    // The same is not said twice.
    if (!this.needs.hidden) this.output.withdraw();
    const button = (label: string, onClick: () => void): HTMLButtonElement =>
      element('button', { class: 'tool', text: label, attributes: { type: 'button' }, onClick });
    this.needs.replaceChildren(
      icon('warning'),
      element('span', { text: [...unmet, mend].join(' ') }),
      element(
        'span',
        {
          class: 'offers',
          attributes: { role: 'group', 'aria-label': l10n.t('To run {0}', name) },
        },
        [
          ...offers.map((offer) => button(offer.label, () => void this.accept(offer))),
          button(l10n.t('Select Interpreter'), () => void this.host.call('selectInterpreter', {})),
          canRun
            ? button(l10n.t('Run Anyway'), () => {
                this.run(false, true);
              })
            : undefined,
        ],
      ),
    );
  }

  private async accept(offer: Offer): Promise<void> {
    const buttons = [...this.needs.querySelectorAll('button')];
    for (const each of buttons) each.disabled = true;
    try {
      const { name } = this.model;
      // What it lacked is met now, though the page was not told yet.
      const isMet = await this.host.call('accept', { snippet: name, offer: offer.kind });
      if (isMet) this.start(false, false);
    } catch (error) {
      this.output.begin();
      this.fail(error);
    } finally {
      for (const each of buttons) each.disabled = false;
    }
  }

  /** Height of it that is in the window. */
  get seen(): number {
    const { top, bottom } = this.figure.getBoundingClientRect();
    return Math.max(0, Math.min(bottom, window.innerHeight) - Math.max(top, 0));
  }

  get isBelow(): boolean {
    return this.figure.getBoundingClientRect().top >= window.innerHeight;
  }

  run(original: boolean, anyway = false): void {
    if (!this.needs.hidden && !anyway) {
      // What it lacks stands there already: on to what can be done about it.
      this.needs.querySelector('button')?.focus();
      return;
    }
    this.start(original, anyway);
  }

  private start(original: boolean, anyway: boolean): void {
    this.begin(original);
    this.stopButton.focus({ preventScroll: true });
    this.output.reveal();
    const { name } = this.model;
    this.host.call('run', { snippet: name, original, anyway }).catch((error: unknown) => {
      this.fail(error);
    });
  }

  private fail(error: unknown): void {
    this.finish({
      snippet: this.model.name,
      ended: 'failedToStart',
      code: null,
      duration: 0,
      python: '',
      diff: [],
      note: error instanceof Error ? error.message : String(error),
      saved: false,
    });
  }

  private copyButton(block: number): HTMLButtonElement {
    const button = tool('copy', l10n.t('Copy'), () => {
      const { name } = this.model;
      const copied = this.ran.isShown
        ? this.host.call('copyRan', { snippet: name })
        : this.host.call('copy', { block });
      void copied.then(() => {
        button.replaceChildren(icon('check'), l10n.t('Copied'));
        button.addEventListener('blur', reset, { once: true });
        button.addEventListener('pointerleave', reset, { once: true });
      });
    });
    const reset = (): void => {
      button.replaceChildren(icon('copy'), l10n.t('Copy'));
    };
    return button;
  }
}
