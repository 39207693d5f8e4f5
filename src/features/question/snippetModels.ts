/** What the page shows of each snippet: what it lacks, what would mend that, and whose version runs. */
import * as vscode from 'vscode';
import type { Question, Snippet } from '../../core/pack/pack.js';
import type { Offer, SnippetModel } from '../../protocol/question.js';
import { interpreterLabel } from '../../hosts/vscode/interpreters/interpreterLabel.js';
import { mendMessage, missingMessage } from '../../hosts/vscode/messages/needMessages.js';
import type { Services } from '../../hosts/vscode/services.js';

type ModelServices = Pick<Services, 'machine' | 'pythons' | 'scratch'>;

/** Before anything is known of Python. */
export function unknownSnippet(
  { machine, scratch }: Pick<ModelServices, 'machine' | 'scratch'>,
  question: Question,
  snippet: Snippet,
): SnippetModel {
  return {
    name: snippet.name,
    unmet: [],
    canRun: true,
    mend: '',
    offers: [],
    runsWith: '',
    folder: `${scratch.folderOf(question.id, snippet)}${machine.paths.sep}`,
    changed: false,
    ...(snippet.trace === undefined ? {} : { trace: snippet.trace }),
  };
}

/** Each of them without its offers: to find those, every Python on the machine may have to be asked. */
export function snippetModels(
  services: ModelServices,
  question: Question,
): Promise<readonly SnippetModel[]> {
  return Promise.all(question.code.map((snippet) => modelOf(services, question, snippet)));
}

/** The same models with what is offered where something is lacking; undefined when nothing is. */
export async function withOffers(
  { pythons }: ModelServices,
  question: Question,
  models: readonly SnippetModel[],
): Promise<readonly SnippetModel[] | undefined> {
  if (models.every(({ unmet }) => unmet.length === 0)) return undefined;
  return Promise.all(
    models.map(async (model): Promise<SnippetModel> => {
      const snippet = question.code.find(({ name }) => name === model.name);
      if (!snippet || model.unmet.length === 0) return model;
      const { other, labBase } = await pythons.offers(snippet);
      const offers: Offer[] = [];
      if (other) {
        const label = vscode.l10n.t('Run with {0} ({1})', interpreterLabel(other), other.origin);
        offers.push({ kind: 'other', label });
      }
      if (labBase)
        offers.push({ kind: 'lab', label: vscode.l10n.t('Install into the Lab Environment') });
      // One click mends it: there is no need to say how it is done by hand.
      return offers.length === 0 ? model : { ...model, mend: '', offers };
    }),
  );
}

async function modelOf(
  services: ModelServices,
  question: Question,
  snippet: Snippet,
): Promise<SnippetModel> {
  const { pythons, scratch } = services;
  const python = await pythons.of(question, snippet);
  const changed = await scratch.isChanged(question.id, snippet);
  const model = { ...unknownSnippet(services, question, snippet), changed };
  if (!python)
    return {
      ...model,
      unmet: [vscode.l10n.t('No Python was found.')],
      canRun: false,
      mend: vscode.l10n.t('Install Python 3.10 or newer, or select one.'),
    };
  const { interpreter, unmet, instead } = python;
  return {
    ...model,
    unmet: unmet.map(missingMessage),
    mend: [...new Set(unmet.map((need) => mendMessage(need, interpreter)))].join(' '),
    runsWith: instead
      ? vscode.l10n.t('Runs with {0} ({1})', interpreterLabel(interpreter), interpreter.origin)
      : '',
  };
}
