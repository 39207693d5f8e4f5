/** GIFT, the text format of Moodle. */
import { parse } from 'gift-pegjs';
import type {
  GIFTQuestion,
  NumericalChoice,
  NumericalFormat,
  TextChoice,
  TextFormat,
} from 'gift-pegjs';
import { ImportError, Losses } from './bank.js';
import type { Bank, BankItem, BankOption, BankQuiz } from './bank.js';
import { htmlToMarkdown } from './htmlToMarkdown.js';
import { matchingItems, numberItem } from './learningPlatform.js';
import { escapeMarkdown } from './outsideCode.js';
import { tidyMarkdown } from './tidyMarkdown.js';

interface Section {
  readonly title: string;
  readonly items: BankItem[];
  readonly pages: string[];
}

/** @throws ImportError when nothing in it is GIFT */
export function readGift(title: string, text: string): Bank {
  const losses = new Losses();
  const sections: Section[] = [];
  let section: Section | undefined;
  let count = 0;
  for (const question of questionsOf(text, losses)) {
    if (question.type === 'Category') {
      const name = question.title.split('/').at(-1)?.trim() ?? '';
      section = { title: name === '' ? title : name, items: [], pages: [] };
      sections.push(section);
      continue;
    }
    if (!section) sections.push((section = { title, items: [], pages: [] }));
    const where = `question ${String(++count)}${question.title === null ? '' : ` (${question.title})`}`;
    readQuestion(question, where, section, losses);
  }
  const quizzes = sections
    .filter(({ items, pages }) => items.length + pages.length > 0)
    .map(({ title: own, items, pages }): BankQuiz => ({
      title: own,
      items,
      body: pages.join('\n\n'),
    }));
  if (count === 0) throw new ImportError('There is no question of GIFT in it.');
  return { title, questions: [], quizzes, losses: losses.all };
}

/** All of them, or else of each paragraph what can be read. */
function questionsOf(text: string, losses: Losses): readonly GIFTQuestion[] {
  const whole = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  try {
    return parse(whole);
  } catch {
    return whole.split(/\n[ \t]*\n/).flatMap((block) => {
      if (block.trim() === '') return [];
      try {
        return parse(`${block}\n`);
      } catch (error) {
        const start = block.trim().split('\n')[0]?.slice(0, 60) ?? '';
        losses.add(
          `“${start}”`,
          `It is no GIFT: ${error instanceof Error ? error.message : String(error)}`,
        );
        return [];
      }
    });
  }
}

function readQuestion(
  question: Exclude<GIFTQuestion, { readonly type: 'Category' }>,
  where: string,
  section: Section,
  losses: Losses,
): void {
  const show = (part: TextFormat | null): string => (part ? markdownOf(part, where, losses) : '');
  const prompt = show(question.stem);
  const explanation = 'globalFeedback' in question ? show(question.globalFeedback) : '';
  const base = { name: question.title ?? '', prompt, explanation };
  switch (question.type) {
    case 'Description':
      section.pages.push(prompt);
      return;
    case 'Essay':
      section.pages.push(`**${question.title ?? 'To write about'}**\n\n${prompt}`);
      losses.add(where, 'It wants an essay, which nothing here grades: it is on the page to read.');
      return;
    case 'TF': {
      // The parser calls them after what is true; the format has that of the wrong answer first.
      const { trueFeedback: ofWrong, falseFeedback: ofRight } = question;
      const option = (text: string, correct: boolean): BankOption => ({
        text,
        correct,
        why: show(correct ? ofRight : ofWrong),
      });
      const options = [option('True', question.isTrue), option('False', !question.isTrue)];
      section.items.push({ ...base, kind: 'choice', several: false, options });
      return;
    }
    case 'MC': {
      const right = question.choices.filter(isRight);
      if (
        question.choices.some(({ weight }) => weight !== null && weight > 0 && weight < 100) &&
        right.length === 1
      )
        losses.add(where, 'The share of a point that an answer gives.');
      section.items.push({
        ...base,
        kind: 'choice',
        several: right.length !== 1,
        options: question.choices.map((choice) => ({
          text: show(choice.text),
          correct: isRight(choice),
          why: show(choice.feedback),
        })),
      });
      return;
    }
    case 'Short': {
      const accept = question.choices.filter(isRight).map(({ text }) => text.text.trim());
      section.items.push({ ...base, kind: 'text', accept, exactCase: false });
      return;
    }
    case 'Numerical': {
      const choices = Array.isArray(question.choices)
        ? question.choices.filter(isRight).map(({ text }) => text)
        : [question.choices];
      const item = numberItem(base, choices.map(rangeOf));
      if (item) section.items.push(item);
      else losses.add(where, 'It accepts any number of a range, which no item here does.');
      return;
    }
    case 'Matching':
      for (const item of matchingItems(
        base,
        question.matchPairs.map(({ subquestion, subanswer }) => [
          show(subquestion),
          escapeMarkdown(subanswer),
        ]),
        where,
        losses,
      ))
        section.items.push(item);
  }
}

/** Whether an answer gives at least a share of the point. */
function isRight({ isCorrect, weight }: TextChoice | NumericalChoice): boolean {
  return (weight ?? (isCorrect ? 100 : 0)) > 0;
}

function rangeOf({
  number,
  range,
  numberLow,
  numberHigh,
}: NumericalFormat): readonly [number, number] {
  if (numberLow !== undefined && numberHigh !== undefined) return [numberLow, numberHigh];
  return [(number ?? 0) - (range ?? 0), (number ?? 0) + (range ?? 0)];
}

function markdownOf({ format, text }: TextFormat, where: string, losses: Losses): string {
  const unescaped = text.replace(/\\([~=#{}:])/g, '$1').replaceAll('\\n', '\n');
  if (format === 'markdown') return tidyMarkdown(unescaped, where, losses);
  if (format === 'plain') return escapeMarkdown(unescaped).trim();
  const isHtml = format === 'html' || /<\/?[a-z][^<>]*>/i.test(unescaped);
  return isHtml ? htmlToMarkdown(unescaped, where, losses) : escapeMarkdown(unescaped).trim();
}
