import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog.js';
import { levelWords } from '../../core/levelWords.js';
import { filterNames, hasFilters, parseQuery, queryText } from '../../core/searchQuery.js';
import type { FilterName, SearchQuery } from '../../core/searchQuery.js';
import { topicKey } from '../../core/pack/packId.js';
import { runCommand } from '../../hosts/vscode/commands.js';
import { createPick, pickSeveral, shownRow } from '../../hosts/vscode/ui/picks.js';
import type { Row } from '../../hosts/vscode/ui/picks.js';
import { Search } from './searchHits.js';
import type { Hit, SearchServices } from './searchHits.js';

interface Found extends Row {
  /** Left out of the row that says that nothing was found. */
  readonly hit?: Hit;
}

/** Rows shown while nothing is typed. */
const mostUnasked = 50;

/** One search over questions, quiz items and the learner’s own notes (those first); each hit leads to its place. */
export async function searchQuestions(services: SearchServices, text: string): Promise<void> {
  const catalog = await services.catalog.get();
  const next = await new Promise<(() => Promise<void>) | undefined>((resolve, reject) => {
    const pick = createPick<Found>(
      vscode.l10n.t('Search'),
      vscode.l10n.t('Words of questions, quiz items or your notes; filters such as level:expert'),
    );
    pick.buttons = [
      {
        iconPath: new vscode.ThemeIcon('filter'),
        tooltip: vscode.l10n.t('Filter by Level, Tag, State or Topic'),
      },
    ];
    const search = new Search(services, catalog);
    let latest = 0;
    let chosen: (() => Promise<void>) | undefined;
    const update = async (query: string): Promise<void> => {
      const turn = ++latest;
      const hits = await search.find(query);
      if (turn !== latest) return;
      const shown = query.trim() === '' ? hits.slice(0, mostUnasked) : hits;
      const rows = shown.length > 0 ? shown.map((hit) => rowOf(catalog, hit)) : [nothing(query)];
      pick.items = rows.map((row) => shownRow(row));
    };
    const leaveFor = (to: () => Promise<void>): void => {
      chosen = to;
      pick.hide();
    };
    pick.onDidChangeValue((query) => void update(query).catch(reject));
    pick.onDidTriggerButton(() => {
      const query = pick.value;
      leaveFor(() => askFilters(services, catalog, query));
    });
    pick.onDidAccept(() => {
      const row = pick.selectedItems[0]?.row;
      // A row of a list that was just replaced is none of the new one: let them choose again.
      if (!row) return;
      const { hit } = row;
      if (hit) leaveFor(() => leadTo(hit));
      else {
        const query = parseQuery(pick.value);
        pick.value = hasFilters(query) ? query.words : '';
        void update(pick.value).catch(reject);
      }
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(chosen);
    });
    pick.value = text;
    void update(text).catch(reject);
    pick.show();
  });
  await next?.();
}

function rowOf(catalog: Catalog, hit: Hit): Found {
  const { question } = hit;
  const topic = catalog.topicOf(question)?.title ?? '';
  // The search has chosen already: the pick’s own filter must not hide a match in the text.
  const row = { hit, alwaysShow: true };
  switch (hit.kind) {
    case 'question': {
      const { sentence = question.tags.join(', '), section } = hit.passage ?? {};
      // What tells one hit of a question from another comes first: little room is left beside its title.
      const description = [section?.title ?? '', topic, levelWords(question.level)];
      return {
        ...row,
        label: question.title,
        description: description.filter((part) => part !== '').join(' · '),
        detail: sentence,
      };
    }
    case 'note':
      return {
        ...row,
        label: question.title,
        description: vscode.l10n.t('your note'),
        detailIcon: 'note',
        detail: hit.excerpt,
      };
    case 'item':
      return {
        ...row,
        label: hit.asked,
        icon: 'checklist',
        description: vscode.l10n.t('quiz item'),
        detail: question.title,
      };
  }
}

function nothing(query: string): Found {
  return hasFilters(parseQuery(query))
    ? {
        label: vscode.l10n.t('Nothing found with these filters'),
        detail: vscode.l10n.t('Enter searches without them'),
        alwaysShow: true,
      }
    : {
        label: vscode.l10n.t('Nothing found'),
        detail: vscode.l10n.t('Try fewer words or their beginnings; Enter shows everything'),
        alwaysShow: true,
      };
}

function leadTo(hit: Hit): Promise<void> {
  const { id } = hit.question;
  switch (hit.kind) {
    case 'question':
      return runCommand('interviewLab.openQuestion', id, hit.passage?.section?.id);
    case 'note':
      return runCommand('interviewLab.openNote', id);
    case 'item':
      return runCommand('interviewLab.quizQuestion', id, `${hit.quiz}/${hit.item}`);
  }
}

/** Lets the learner tick filters, and goes on with the search. */
async function askFilters(services: SearchServices, catalog: Catalog, text: string): Promise<void> {
  const query = parseQuery(text);
  const rows = filterNames.flatMap((name) =>
    valuesOf(catalog, name).map(({ value, label }) => ({
      name,
      value,
      label,
      description: `${name}:${value}`,
      picked: query.filters[name].includes(value),
    })),
  );
  const picked = await pickSeveral(rows, {
    title: vscode.l10n.t('Filter by Level, State, Topic or Tag'),
    matchOnDescription: true,
  });
  const of = (name: FilterName): readonly string[] =>
    (picked ?? []).filter((row) => row.name === name).map(({ value }) => value);
  const filters: SearchQuery['filters'] = picked
    ? { level: of('level'), tag: of('tag'), state: of('state'), topic: of('topic') }
    : query.filters;
  const next = queryText({ ...query, filters });
  await searchQuestions(services, next === '' ? '' : `${next} `);
}

function valuesOf(
  catalog: Catalog,
  name: FilterName,
): readonly { readonly value: string; readonly label: string }[] {
  switch (name) {
    case 'level':
      return [
        { value: 'core', label: vscode.l10n.t('Core') },
        { value: 'advanced', label: vscode.l10n.t('Advanced') },
        { value: 'expert', label: vscode.l10n.t('Expert') },
      ];
    case 'state':
      return [
        { value: 'unread', label: vscode.l10n.t('Not read yet') },
        { value: 'read', label: vscode.l10n.t('Read') },
        { value: 'mastered', label: vscode.l10n.t('Mastered') },
      ];
    case 'topic': {
      const all = catalog.packs.flatMap(({ info }) =>
        info.topics.map(({ id, title }) => ({ id, key: topicKey(info.id, id), label: title })),
      );
      // Of an id that two packs have, each is named with its pack.
      const isShared = (id: string): boolean => all.filter((each) => each.id === id).length > 1;
      return all.map(({ id, key, label }) => ({ value: isShared(id) ? key : id, label }));
    }
    case 'tag': {
      const tags = new Set(catalog.questions.flatMap((question) => question.tags));
      return [...tags]
        .sort()
        .map((tag) => ({ value: tag.toLowerCase().replaceAll(' ', '-'), label: tag }));
    }
  }
}
