/** Does a text item take what learners write who mean the right name? */
import type { Quiz, TextItem } from '../../core/pack/pack.js';
import { shownText } from '../../core/quiz/acceptedForm.js';
import { acceptsText } from '../../core/quiz/acceptedText.js';

/** The forms of a name that mean the same: in backticks, without its module, called. */
function formsOf(answer: string): readonly string[] {
  const own = /^(?:[a-z_]\w*\.)+(\w+)$/i.exec(answer)?.[1];
  const names = own === undefined ? [answer] : [answer, own, `${answer}()`, `${own}()`];
  return names.flatMap((name) => [name, `\`${name}\``, ` ${name} `]);
}

export function refusedForms(quiz: Quiz): readonly string[] {
  const texts = quiz.items.filter((item): item is TextItem => item.kind === 'text');
  return texts.flatMap((item) => [
    ...formsOf(shownText(item))
      .filter((form) => !acceptsText(item, form))
      .map((form) => `${item.id} refuses “${form}”`),
    ...item.accept
      .filter((form) => item.forgive.includes('blanks') && isPatternWithBlanks(form))
      .map(
        (form) =>
          `${item.id}: blanks are taken out of an answer before “${form}” is tried, so its own never match`,
      ),
  ]);
}

/** Whether a pattern has a blank of its own, neither escaped nor the first of a class. */
function isPatternWithBlanks(form: string): boolean {
  return form.startsWith('/') && form.endsWith('/') && /[^\\[] /.test(form.slice(1, -1));
}
