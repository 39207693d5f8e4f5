import * as l10n from '@vscode/l10n';
import { levelWords } from '../../core/levelWords.js';
import { language } from '../../core/language.js';
import type { ReadingState } from '../../core/progress/progress.js';
import type { ReadingSoFar } from '../../core/reading.js';
import type { QuestionHost, QuestionModel, SnippetModel } from '../../protocol/question.js';
import type { Connection } from '../../protocol/rpc.js';
import { sourceTitle } from '../../core/sourceTitle.js';
import { element, icon, tool } from '../shared/dom.js';
import { ContentsView } from './contentsView.js';
import { MarksView } from './marksView.js';
import { ReadingWatch } from './readingWatch.js';
import { SnippetView } from './snippetView.js';
import { ofContent } from '../shared/content.js';
import { figure } from '../shared/figures.js';
import { neighborLink, questionLink, readFirst } from './questionLinks.js';

/** One question on the page: its head, contents, answer with its snippets, and what leads on from it. */
export class QuestionView {
  readonly element: HTMLElement;
  readonly marks: MarksView;
  private readonly snippets = new Map<string, SnippetView>();
  private readonly title: HTMLHeadingElement;
  private readonly readButton: HTMLButtonElement;
  private readonly reading: ReadingWatch;
  private readonly contents: ContentsView;
  private state: ReadingState;

  constructor(
    private readonly model: QuestionModel,
    private readonly host: Connection<QuestionHost>,
    before: ReadingSoFar,
  ) {
    this.state = model.state;
    this.marks = new MarksView(model.marks, host);
    this.title = element('h1', {
      text: model.title,
      attributes: { tabindex: '-1', ...ofContent },
    });
    this.readButton = tool('circle-large-outline', l10n.t('Mark as Read'), () => {
      void host.call('setRead', { read: this.state === 'unread' });
    });
    const article = element('article', { class: 'answer', attributes: ofContent });
    article.innerHTML = model.html; // Rendered by the host with HTML turned off; the policy forbids scripts besides.
    this.furnish(article);
    this.contents = new ContentsView(model.headings, article);
    this.element = element('div', { class: 'question' }, [
      this.head(),
      element('div', { class: 'columns' }, [this.contents.element, article]),
      this.marks.note,
      this.foot(),
    ]);
    this.updateState(model.state);
    this.reading = new ReadingWatch(article, model.minutes, before, () => {
      if (this.state === 'unread') void host.call('setRead', { read: true });
    });
  }

  get id(): string {
    return this.model.id;
  }

  /** How far the answer was read, to be kept across reloads. */
  get readSoFar(): ReadingSoFar {
    return this.reading.soFar;
  }

  /** The page turns to something else. */
  dispose(): void {
    this.reading.dispose();
    this.contents.dispose();
  }

  snippet(name: string): SnippetView | undefined {
    return this.snippets.get(name);
  }

  /** Runs the snippet of which most is in the window, or the next one below. */
  runInView(): void {
    const shown = [...this.snippets.values()].map((snippet) => ({ snippet, seen: snippet.seen }));
    const most = Math.max(0, ...shown.map(({ seen }) => seen));
    const chosen = shown.find(({ seen }) => most > 0 && seen === most);
    (chosen?.snippet ?? shown.find(({ snippet }) => snippet.isBelow)?.snippet)?.run(false);
  }

  updateSnippets(models: readonly SnippetModel[]): void {
    for (const model of models) this.snippets.get(model.name)?.update(model);
  }

  updateState(state: ReadingState): void {
    this.state = state;
    const done = state !== 'unread';
    this.readButton.replaceChildren(
      icon(
        state === 'mastered' ? 'verified-filled' : done ? 'pass-filled' : 'circle-large-outline',
      ),
      readingWords(state),
    );
    this.readButton.setAttribute('aria-pressed', String(done));
    this.readButton.title = done ? l10n.t('Mark as Unread') : l10n.t('Mark as Read');
  }

  focusTitle(): void {
    this.title.focus({ preventScroll: true });
  }

  private head(): HTMLElement {
    const { topic, level, minutes, tags, prerequisites, hasQuiz } = this.model;
    const facts = [topic, levelWords(level), l10n.t('{0} min read', figure(minutes))];
    return element('header', {}, [
      element('p', { class: 'facts', text: facts.join(' · ') }),
      this.title,
      element(
        'div',
        { class: 'toolbar', attributes: { role: 'toolbar', 'aria-label': l10n.t('Question') } },
        [
          this.readButton,
          hasQuiz
            ? tool(
                'checklist',
                l10n.t('Quiz This Question'),
                () => void this.host.call('startQuiz', {}),
              )
            : undefined,
          ...this.marks.buttons,
        ],
      ),
      tags.length > 0
        ? element(
            'ul',
            { class: 'tags', attributes: { 'aria-label': l10n.t('Tags') } },
            tags.map((tag) =>
              element('li', {}, [
                element('button', {
                  text: `#${tag}`,
                  title: l10n.t('Find all questions tagged {0}', tag),
                  attributes: { type: 'button' },
                  onClick: () => void this.host.call('findTag', { tag }),
                }),
              ]),
            ),
          )
        : undefined,
      prerequisites.length > 0
        ? element('p', { class: 'facts' }, readFirst(prerequisites))
        : undefined,
    ]);
  }

  private furnish(article: HTMLElement): void {
    for (const figure of article.querySelectorAll<HTMLElement>('figure.snippet')) {
      const model = this.model.snippets.find((each) => each.name === figure.dataset['snippet']);
      if (!model) continue;
      this.snippets.set(model.name, new SnippetView(figure, model, this.host, this.id));
    }
    for (const pre of article.querySelectorAll<HTMLElement>('pre.code')) {
      const name = pre.closest<HTMLElement>('figure.snippet')?.dataset['snippet'];
      pre.lang = language();
      pre.setAttribute('role', 'group');
      pre.setAttribute(
        'aria-label',
        name === undefined ? l10n.t('Code') : l10n.t('Code of {0}', name),
      );
    }
    for (const table of article.querySelectorAll<HTMLElement>('.table')) {
      table.setAttribute('role', 'group');
      table.setAttribute('aria-label', l10n.t('Table'));
    }
    for (const picture of article.querySelectorAll<HTMLImageElement>('img[data-picture]')) {
      picture.src = `${this.model.pictureBase}/${picture.dataset['picture'] ?? ''}`;
    }
  }

  private foot(): HTMLElement {
    const { previous, next, related, sources, hasQuiz } = this.model;
    return element('footer', {}, [
      element('div', { class: 'onward' }, [
        hasQuiz
          ? element('button', {
              class: 'button',
              text: l10n.t('Quiz This Question'),
              attributes: { type: 'button' },
              onClick: () => void this.host.call('startQuiz', {}),
            })
          : undefined,
        next
          ? element('button', {
              class: hasQuiz ? 'button secondary' : 'button',
              text: l10n.t('Next Question'),
              title: next.title,
              attributes: { type: 'button' },
              onClick: () => void this.host.call('open', { question: next.id, toSide: false }),
            })
          : undefined,
      ]),
      related.length > 0
        ? section(
            l10n.t('Related questions'),
            related.map((link) => questionLink(link)),
          )
        : undefined,
      sources.length > 0
        ? section(
            l10n.t('Sources'),
            sources.map((source) =>
              element('a', {
                text: sourceTitle(source),
                title: source,
                attributes: { href: source },
              }),
            ),
          )
        : undefined,
      element(
        'nav',
        { class: 'neighbors', attributes: { 'aria-label': l10n.t('Previous and next question') } },
        [
          previous
            ? neighborLink(previous, 'arrow-left', l10n.t('Previous: {0}'))
            : element('span'),
          next ? neighborLink(next, 'arrow-right', l10n.t('Next: {0}')) : element('span'),
        ],
      ),
    ]);
  }
}

function readingWords(state: ReadingState): string {
  if (state === 'unread') return l10n.t('Mark as Read');
  return state === 'mastered'
    ? l10n.t('Mastered')
    : l10n.t({ message: 'Read', comment: ['The question was read'] });
}

function section(title: string, items: readonly HTMLElement[]): HTMLElement {
  return element('section', {}, [
    element('h2', { text: title }),
    element(
      'ul',
      {},
      items.map((item) => element('li', {}, [item])),
    ),
  ]);
}
