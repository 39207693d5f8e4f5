import * as l10n from '@vscode/l10n';
import type { QuestionHost, QuestionMarks } from '../../protocol/question.js';
import type { Connection } from '../../protocol/rpc.js';
import { element, tool } from '../shared/dom.js';

/** The learner's own marks on a question: the bookmark, and the note as it was last saved. */
export class MarksView {
  /** For the toolbar. */
  readonly buttons: readonly HTMLElement[];
  /** The note's text, for below the answer; hidden while there is none. */
  readonly note: HTMLElement;
  private readonly bookmark: HTMLButtonElement;
  private readonly noteButton: HTMLButtonElement;
  private readonly text = element('div', { class: 'note-text' });

  constructor(marks: QuestionMarks, host: Connection<QuestionHost>) {
    const openNote = (): void => void host.call('openNote', {});
    this.bookmark = tool(
      'bookmark',
      l10n.t('Bookmark'),
      () => void host.call('toggleBookmark', {}),
    );
    this.noteButton = tool('note', l10n.t('Note'), openNote);
    this.buttons = [this.bookmark, this.noteButton];
    const heading = 'note-heading';
    this.note = element('section', { class: 'note', attributes: { 'aria-labelledby': heading } }, [
      element('div', { class: 'note-head' }, [
        element('h2', { id: heading, text: l10n.t('Your Note') }),
        tool('edit', l10n.t('Edit'), openNote),
      ]),
      this.text,
    ]);
    this.update(marks);
  }

  update({ bookmarked, note }: QuestionMarks): void {
    this.bookmark.setAttribute('aria-pressed', String(bookmarked));
    this.bookmark.title = bookmarked ? l10n.t('Remove Bookmark') : l10n.t('Add Bookmark');
    this.bookmark.classList.toggle('on', bookmarked);
    this.noteButton.title = note === '' ? l10n.t('Write a Note') : l10n.t('Edit Your Note');
    this.note.hidden = note === '';
    this.text.innerHTML = note; // Rendered by the host with HTML turned off; the policy forbids scripts besides.
    // Anchors and colors belong to the answer: a note must not catch what is meant for it.
    for (const each of this.text.querySelectorAll('[id]')) each.removeAttribute('id');
    for (const each of this.text.querySelectorAll('[data-block]'))
      each.removeAttribute('data-block');
    for (const picture of this.text.querySelectorAll('img')) picture.replaceWith(picture.alt);
  }
}
