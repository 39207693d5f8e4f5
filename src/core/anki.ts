/**
 * Questions and quiz items as notes for Anki, in its text format:
 * https://docs.ankiweb.net/importing/text-files.html
 */
import { renderInline, renderMarkdown } from './markdown.js';
import type { Question, Quiz, QuizItem } from './pack/pack.js';
import { linesOf } from './pack/defect.js';
import { shownText } from './quiz/acceptedForm.js';
import { permutation } from './quiz/shuffle.js';

export interface AnkiNote {
  /** A note that is imported again is updated, not doubled. */
  readonly guid: string;
  /** HTML. */
  readonly front: string;
  /** HTML. */
  readonly back: string;
  /** Without blanks. */
  readonly tags: readonly string[];
}

const headers = [
  '#separator:tab',
  '#html:true',
  '#notetype:Basic',
  '#deck:Python Interview Lab',
  '#guid column:1',
  '#tags column:4',
];

/** The file that Anki imports. */
export function ankiFile(notes: readonly AnkiNote[]): string {
  const rows = notes.map(({ guid, front, back, tags }) =>
    [guid, front, back, tags.join(' ')].map(field).join('\t'),
  );
  return [...headers, ...rows].map((line) => `${line}\n`).join('');
}

/** The title in front, what a strong candidate says first on the back. */
export function questionNote(question: Question): AnkiNote {
  const html = cardHtml(question.body);
  // Code is escaped: a heading's tag is a heading.
  const opening = html.split(/<h[1-6][ >]/)[0] ?? '';
  return {
    guid: `python-interview-lab/question/${question.id}`,
    front: `<b>${escaped(question.title)}</b>`,
    back: aligned(opening.trim() === '' ? html : opening),
    tags: tags('question', question.topic, question.level, ...question.tags),
  };
}

/** @param topic of the question that teaches the item, where it is known */
export function itemNote(quiz: Quiz, item: QuizItem, topic: string | undefined): AnkiNote {
  const { shown, answer } = sides(item, `${quiz.id}/${item.id}`);
  return {
    guid: `python-interview-lab/item/${quiz.id}/${item.id}`,
    front: aligned(cardHtml(item.prompt) + shown),
    back: aligned(answer + cardHtml(item.explanation)),
    tags: tags('quiz', topic ?? quiz.id, item.level, item.kind),
  };
}

function sides(item: QuizItem, key: string): { readonly shown: string; readonly answer: string } {
  switch (item.kind) {
    case 'single':
    case 'multiple': {
      const options = permutation(item.options.length, 1, key).flatMap(
        (at) => item.options[at] ?? [],
      );
      const told = item.options.map(({ text, correct, why }) => {
        const mark = correct ? '✓' : '✗';
        const reason = why === '' ? '' : ` <i>${line(why)}</i>`;
        return `<li>${mark} ${line(text)}${reason}</li>`;
      });
      return {
        shown: `<ul>${options.map(({ text }) => `<li>${line(text)}</li>`).join('')}</ul>`,
        answer: `<ul>${told.join('')}</ul>`,
      };
    }
    case 'output':
      return { shown: code(item.code), answer: code(item.answer) };
    case 'text':
      return { shown: '', answer: `<p><b>${escaped(shownText(item))}</b></p>` };
    case 'order': {
      const lines = [...item.lines, ...item.distractors];
      const mixed = permutation(lines.length, 1, key).map((at) => lines[at]?.trim() ?? '');
      const shown = item.code === true ? code : prose;
      return { shown: shown(mixed.join('\n')), answer: shown(item.lines.join('\n')) };
    }
    case 'code':
      return { shown: code(item.starter), answer: code(item.solution) };
    case 'defect': {
      const lines = linesOf(item.code).map((text, at) => `${String(at + 1).padStart(3)}  ${text}`);
      const mixed = permutation(item.repairs.length, 1, key).flatMap(
        (at) => item.repairs[at] ?? [],
      );
      const repair = item.repairs.find(({ correct }) => correct);
      const faulty = item.faulty.map((line) => `line ${String(line)}`).join(' or ');
      return {
        shown: `${code(lines.join('\n'))}<ul>${mixed.map(({ text }) => `<li>${cardHtml(text)}</li>`).join('')}</ul>`,
        answer: `<p><b>Faulty: ${faulty}</b></p>${cardHtml(repair?.text ?? '')}<p><i>${line(repair?.why ?? '')}</i></p>`,
      };
    }
  }
}

/** What our own renderer makes, without what only the lab's pages understand. */
function cardHtml(markdown: string): string {
  return plain(renderMarkdown(markdown)).trim();
}

function line(markdown: string): string {
  return plain(renderInline(markdown));
}

function plain(html: string): string {
  return html
    .replace(/<a href="[^"]*" data-question="[^"]*">(.*?)<\/a>/gs, '$1')
    .replace(/<img class="picture" data-picture="[^"]*" alt="([^"]*)">/g, '<i>$1</i>')
    .replace(/ (?:tabindex|data-block|data-of|data-snippet)="[^"]*"/g, '');
}

/** One line below the other. */
function prose(text: string): string {
  return `<p>${text.split('\n').map(line).join('<br>')}</p>`;
}

function code(text: string): string {
  return `<pre><code>${escaped(text.trimEnd())}</code></pre>`;
}

/** Anki centers what is not told otherwise. */
function aligned(html: string): string {
  return `<div style="text-align: left">${html}</div>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Ends of lines, tabs and quotes make a field quoted, and quotes in it double. */
function field(text: string): string {
  const unix = text.replace(/\r\n?/g, '\n');
  return /[\t\n"]|^#/.test(unix) ? `"${unix.replaceAll('"', '""')}"` : unix;
}

function tags(...names: readonly string[]): readonly string[] {
  return ['python-interview-lab', ...new Set(names.map((name) => name.replace(/\s+/g, '-')))];
}
