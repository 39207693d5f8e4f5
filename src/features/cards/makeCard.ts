/** *Make a Card*: of what is selected on a page or in an editor, asked from the next day on. */
import * as vscode from 'vscode';
import { fenced } from '../../app/importing/fenced.js';
import { pieces } from '../../app/cards/ownCard.js';
import type { OwnCard } from '../../app/cards/ownCard.js';
import { dedent } from '../../core/trace/dedent.js';
import { pageSelection } from '../../hosts/vscode/pages/pageSelection.js';
import type { Services } from '../../hosts/vscode/services.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { askText, pickOne, pickSeveral } from '../../hosts/vscode/ui/picks.js';
import type { Selected } from '../../protocol/selection.js';
import { cardUri, ownCards } from './cardFiles.js';
import { printedBy } from './printedBy.js';
import type { PrintServices } from './printedBy.js';

export type CardServices = PrintServices &
  Pick<Services, 'storageUri' | 'catalog' | 'journal' | 'log'>;

/** Characters; a longer text leaves no room for what is hidden in it. */
const longestCloze = 280;

export async function makeCard(services: CardServices): Promise<void> {
  const selected = pageSelection() ?? editorSelection() ?? { text: '', code: false };
  const card = await askForCard(services, selected);
  if (!card) return;
  const cards = ownCards(services);
  const { question, event } = await cards.add(card, Date.now());
  await services.journal.record(event);
  await services.catalog.reload();
  const edit = vscode.l10n.t('Edit');
  const told = vscode.l10n.t('The card is made: it is asked from tomorrow on.');
  if ((await notifications.info(told, edit)) === edit)
    await vscode.window.showTextDocument(cardUri(services, shortOf(question)));
}

/** Undefined when the learner leaves it. */
async function askForCard(
  services: CardServices,
  { text, code }: Selected,
): Promise<OwnCard | undefined> {
  const title = vscode.l10n.t('Make a Card');
  const asked = {
    kind: 'asked',
    label: vscode.l10n.t('Prompt and answer'),
    detail: vscode.l10n.t('You write what is asked; the answer is what you selected.'),
  } as const;
  const cloze = {
    kind: 'cloze',
    label: vscode.l10n.t('Cloze'),
    detail: vscode.l10n.t('Words of what you selected are hidden.'),
  } as const;
  const prints = {
    kind: 'prints',
    label: vscode.l10n.t('What does this print?'),
    detail: vscode.l10n.t('Your Python runs the code you selected, and gives the answer.'),
  } as const;
  const has = text.trim() !== '';
  const kinds = [...(has && code ? [prints] : []), asked, ...(has && !code ? [cloze] : [])];
  const placeHolder = has
    ? vscode.l10n.t('What kind of card?')
    : vscode.l10n.t('Nothing is selected, so you write the answer as well.');
  switch ((await pickOne(kinds, { title, placeHolder }))?.kind) {
    case 'asked':
      return askedCard(title, code ? fence(text) : text);
    case 'cloze':
      return clozeCard(title, text);
    case 'prints': {
      const program = dedent(text);
      const printed = await printedBy(services, program);
      return printed === undefined ? undefined : { kind: 'prints', code: program, printed };
    }
    case undefined:
      return undefined;
  }
}

async function askedCard(title: string, selected: string): Promise<OwnCard | undefined> {
  const fault = (text: string): string | undefined =>
    text.trim() === '' ? vscode.l10n.t('This must not be empty.') : undefined;
  const ask = (prompt: string): Promise<string | undefined> =>
    askText({ title, prompt, value: '', ignoreFocusOut: true, fault });
  const prompt = await ask(vscode.l10n.t('What is asked?'));
  if (prompt === undefined) return undefined;
  const answer =
    selected.trim() === '' ? await ask(vscode.l10n.t('What is the answer?')) : selected;
  return answer === undefined ? undefined : { kind: 'asked', prompt, answer };
}

async function clozeCard(title: string, text: string): Promise<OwnCard | undefined> {
  if (text.trim().length > longestCloze)
    throw new Error(
      vscode.l10n.t('This is too long for a cloze. Select a sentence or two, then try again.'),
    );
  const rows = pieces(text).map((label) => ({ label }));
  const picked = await pickSeveral(rows, {
    title,
    placeHolder: vscode.l10n.t('What is hidden?'),
  });
  const hidden = picked?.map(({ label }) => label) ?? [];
  return hidden.length === 0 ? undefined : { kind: 'cloze', text, hidden };
}

/** Of Python, code is told from prose by its language; of notes, by nothing. */
function editorSelection(): Selected | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor || editor.selection.isEmpty) return undefined;
  const { start, end } = editor.selection;
  const code = editor.document.languageId === 'python';
  const from = code && start.line < end.line ? start.with({ character: 0 }) : start;
  return { text: editor.document.getText(new vscode.Range(from, end)), code };
}

function fence(code: string): string {
  return fenced('python', dedent(code));
}

function shortOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
