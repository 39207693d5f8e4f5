/** Moodle's own XML, with the kinds of questions that it exports; those of CodeRunner become items to program. */
import { ImportError, Losses } from './bank.js';
import type { Bank, BankItem, BankOption, BankQuiz } from './bank.js';
import { codeRunnerItem } from './codeRunner.js';
import { htmlToMarkdown } from './htmlToMarkdown.js';
import { matchingItems, numberItem } from './learningPlatform.js';
import { escapeMarkdown } from './outsideCode.js';
import { tidyMarkdown } from './tidyMarkdown.js';
import { childOf, childrenOf, xmlTree } from './xmlTree.js';
import type { XmlElement } from './xmlTree.js';

interface Section {
  readonly title: string;
  readonly items: BankItem[];
  readonly pages: string[];
}

/** @throws ImportError when it is no quiz of Moodle */
export function readMoodleXml(title: string, text: string): Bank {
  const quiz = xmlTree(text);
  if (quiz?.name !== 'quiz')
    throw new ImportError('This is no XML of Moodle: it needs an element “quiz”.');
  const losses = new Losses();
  const sections: Section[] = [];
  for (const [at, question] of childrenOf(quiz, 'question').entries()) {
    if (question.attributes['type'] === 'category') {
      const path = textIn(childOf(question, 'category'));
      const name = path.split('/').at(-1)?.trim() ?? '';
      sections.push({ title: name === '' || name === 'top' ? title : name, items: [], pages: [] });
      continue;
    }
    if (sections.length === 0) sections.push({ title, items: [], pages: [] });
    const section = sections.at(-1);
    if (section) readQuestion(question, `question ${String(at + 1)}`, section, losses);
  }
  const quizzes = sections
    .filter(({ items, pages }) => items.length + pages.length > 0)
    .map(({ title: own, items, pages }): BankQuiz => ({
      title: own,
      items,
      body: pages.join('\n\n'),
    }));
  return { title, questions: [], quizzes, losses: losses.all };
}

function readQuestion(question: XmlElement, place: string, section: Section, losses: Losses): void {
  const name = textIn(childOf(question, 'name'));
  const where = name === '' ? place : `${place} (${name})`;
  const show = (element: XmlElement | undefined): string => markdownOf(element, where, losses);
  const base = {
    name,
    prompt: show(childOf(question, 'questiontext')) || name,
    explanation: show(childOf(question, 'generalfeedback')),
  };
  const answers = childrenOf(question, 'answer');
  const kind = question.attributes['type'] ?? '';
  switch (kind) {
    case 'multichoice':
    case 'multichoiceset':
    case 'truefalse': {
      const options = answers.map((answer): BankOption => {
        const text = kind === 'truefalse' ? capitalized(textIn(answer)) : show(answer);
        return { text, correct: fractionOf(answer) > 0, why: show(childOf(answer, 'feedback')) };
      });
      const single = kind === 'truefalse' || textOf(childOf(question, 'single')) === 'true';
      const best = Math.max(...answers.map(fractionOf));
      if (single && answers.some((answer) => fractionOf(answer) > 0 && fractionOf(answer) < best))
        losses.add(where, 'The share of a point that an answer which is only partly right gives.');
      const right = options.map((option, at) => {
        const answer = answers[at];
        return single && answer ? { ...option, correct: fractionOf(answer) === best } : option;
      });
      if (options.length < 2 || !right.some(({ correct }) => correct)) {
        losses.add(where, 'The question: it has no right answer, or nothing to choose from.');
        return;
      }
      const several = right.filter(({ correct }) => correct).length !== 1;
      section.items.push({ ...base, kind: 'choice', several, options: right });
      return;
    }
    case 'shortanswer': {
      const accept = answers.filter((answer) => fractionOf(answer) > 0).map(textIn);
      if (accept.some((text) => text.includes('*')))
        losses.add(where, 'The “*” of an answer, which stands for any text in Moodle.');
      const exactCase = textOf(childOf(question, 'usecase')) === '1';
      section.items.push({ ...base, kind: 'text', accept, exactCase });
      return;
    }
    case 'numerical': {
      const ranges = answers
        .filter((answer) => fractionOf(answer) > 0)
        .map((answer) => {
          const [number, tolerance] = [
            Number(textIn(answer)),
            Number(textOf(childOf(answer, 'tolerance')) || 0),
          ];
          return [number - tolerance, number + tolerance] as const;
        });
      const item = numberItem(base, ranges);
      if (item) section.items.push(item);
      else losses.add(where, 'It accepts any number of a range, which no item here does.');
      return;
    }
    case 'matching': {
      const pairs = childrenOf(question, 'subquestion').map(
        (pair) => [show(pair), escapeMarkdown(textIn(childOf(pair, 'answer')))] as const,
      );
      for (const item of matchingItems(base, pairs, where, losses)) section.items.push(item);
      return;
    }
    case 'coderunner': {
      const item = codeRunnerItem(base, question, where, losses);
      if (item) section.items.push(item);
      return;
    }
    case 'essay':
      section.pages.push(`**${escapeMarkdown(name)}**\n\n${base.prompt}`);
      losses.add(where, 'It wants an essay, which nothing here grades: it is on the page to read.');
      return;
    case 'description':
      section.pages.push(base.prompt);
      return;
    default:
      losses.add(where, `The question: there is no item here of the kind “${kind}”.`);
  }
}

function markdownOf(element: XmlElement | undefined, where: string, losses: Losses): string {
  const text = textIn(element);
  if (childrenOf(element ?? nothing, 'file').length > 0)
    losses.add(where, 'The files that its text shows.');
  switch (element?.attributes['format']) {
    case 'markdown':
      return tidyMarkdown(text, where, losses);
    case 'plain_text':
      return escapeMarkdown(text);
    default:
      return htmlToMarkdown(text, where, losses);
  }
}

const nothing: XmlElement = { name: '', attributes: {}, children: [], text: '' };

/** What stands in its “text”. */
function textIn(element: XmlElement | undefined): string {
  return textOf(childOf(element, 'text'));
}

function textOf(element: XmlElement | undefined): string {
  return element?.text.trim() ?? '';
}

function fractionOf(answer: XmlElement): number {
  return Number(answer.attributes['fraction'] ?? 0);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
