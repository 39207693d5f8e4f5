/** What an interviewer would have on paper for a question: its model answer, the points to hear, and the follow-ups. */
import { parseBlocks } from '../markdownParser.js';
import type { Question } from '../pack/pack.js';
import { openingStatement, plainText, sentencesOf, statementsOf } from './sentences.js';

export interface Point {
  /** What the point belongs to: a few words, as a heading. */
  readonly group: string;
  /** Inline Markdown. */
  readonly text: string;
}

export interface ModelAnswer {
  /** Markdown: what a strong candidate says. */
  readonly answer: string;
  readonly points: readonly Point[];
}

export interface FollowUp extends ModelAnswer {
  /** Inline Markdown. */
  readonly ask: string;
}

export interface Script {
  readonly question: string;
  readonly title: string;
  readonly opening: ModelAnswer;
  readonly followUps: readonly FollowUp[];
}

const groups = {
  first: 'Say first',
  how: 'How it works',
  when: 'When to use it',
  tradeOffs: 'Trade-offs',
  pitfalls: 'Pitfalls to name',
  answer: 'Follow-ups',
} as const;
const most = { first: 5, how: 2, when: 1, tradeOffs: 1, pitfalls: 2, answer: 3 } as const;

/** The sections of a question that are taken, and what they are called. */
const taken = {
  when: { name: 'When to use it', pattern: /^when\b/i },
  tradeOffs: { name: 'Trade-offs', pattern: /^trade-?offs?\b/i },
  pitfalls: { name: 'Pitfalls', pattern: /^(?:pitfalls|gotchas|common mistakes)\b/i },
  followUps: { name: 'Follow-up questions', pattern: /^follow-?up/i },
} as const;
export const takenSections: readonly { readonly name: string; readonly pattern: RegExp }[] =
  Object.values(taken);

interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'other';
  /** Of a heading: 1 to 6. */
  readonly level: number;
  /** Inline Markdown of the heading, the paragraph or the item's first paragraph. */
  readonly text: string;
  /** Markdown as it was written. */
  readonly source: string;
}

interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Derives the script from a question's Markdown; whatever its headings, there is at least one point. */
export function scriptOf(question: Pick<Question, 'id' | 'title' | 'body'>): Script {
  const blocks = blocksOf(question.body);
  const firstHeading = blocks.findIndex(({ kind }) => kind === 'heading');
  const opening = firstHeading < 0 ? blocks : blocks.slice(0, firstHeading);
  const sections = sectionsOf(blocks);
  const named = ({ pattern }: { readonly pattern: RegExp }): Section | undefined =>
    sections.find(({ title }) => pattern.test(title));
  const points = [
    ...openingPoints(opening),
    ...leads(named(taken.when), groups.when, most.when),
    ...leads(named(taken.tradeOffs), groups.tradeOffs, most.tradeOffs),
    ...pitfalls(named(taken.pitfalls)),
  ];
  const answer = opening
    .map(({ source }) => source)
    .join('\n\n')
    .trim();
  return {
    question: question.id,
    title: question.title,
    opening: {
      answer: answer === '' ? (blocks.find(isProse)?.source ?? question.title) : answer,
      points: points.length > 0 ? points : headingPoints(sections, question.title),
    },
    followUps: followUpsOf(named(taken.followUps)),
  };
}

function openingPoints(blocks: readonly Block[]): readonly Point[] {
  const text = blocks
    .filter(isProse)
    .map((block) => block.text)
    .join(' ');
  if (text === '') return [];
  return statementsOf(text, most.first).map((statement) => ({
    group: groups.first,
    text: statement,
  }));
}

/** What opens the section's first paragraphs or items. A sentence that only leads on to a list or a table says nothing itself. */
function leads(section: Section | undefined, group: string, count: number): readonly Point[] {
  let inList = false;
  const statements = (section?.blocks ?? []).filter(isProse).flatMap(({ kind, text }) => {
    // The items of a list that a paragraph leads on to are steps of one thing, not statements.
    if (kind === 'item' && inList) return [];
    inList = text.trim().endsWith(':');
    const statement = inList ? undefined : openingStatement(text);
    return statement === undefined || isAside(statement) ? [] : [statement];
  });
  return statements.slice(0, count).map((text) => ({ group, text }));
}

/** The bold beginnings of the pitfalls, each with the sentence that explains it. */
function pitfalls(section: Section | undefined): readonly Point[] {
  const items = (section?.blocks ?? []).filter(({ kind }) => kind === 'item');
  const points = items.flatMap(({ text }) => {
    const [first, second] = sentencesOf(text);
    if (first === undefined) return [];
    const isTitle = /^\*\*.*\*\*$/.test(first) && second !== undefined;
    return [{ group: groups.pitfalls, text: isTitle ? `${first} ${second}` : first }];
  });
  return points.length > 0
    ? points.slice(0, most.pitfalls)
    : leads(section, groups.pitfalls, most.pitfalls);
}

/** For a question in another style: its sections are the points. */
function headingPoints(sections: readonly Section[], title: string): readonly Point[] {
  const points = sections
    .filter((section) => !taken.followUps.pattern.test(section.title))
    .map((section) => ({ group: groups.how, text: section.title }));
  return points.length > 0 ? points.slice(0, 8) : [{ group: groups.first, text: title }];
}

/** `**Question?** Answer`, and whatever follows up to the next one. */
function followUpsOf(section: Section | undefined): readonly FollowUp[] {
  const found: { ask: string; answer: string[]; prose: string[] }[] = [];
  for (const block of section?.blocks ?? []) {
    const end = isProse(block) && block.text.startsWith('**') ? block.text.indexOf('**', 3) : -1;
    const ask = block.text.slice(2, Math.max(2, end));
    if (ask.trim().endsWith('?')) {
      const answer = block.text.slice(end + 2).trimStart();
      found.push({ ask, answer: [answer], prose: [answer] });
    } else {
      const last = found.at(-1);
      last?.answer.push(block.source);
      if (isProse(block)) last?.prose.push(block.text);
    }
  }
  return found.flatMap(({ ask, answer, prose }): FollowUp[] => {
    const text = prose.join(' ').trim();
    const whole = answer.join('\n\n').trim();
    if (whole === '') return [];
    const points = statementsOf(text, most.answer);
    return [
      {
        ask,
        answer: whole,
        points: (points.length > 0 ? points : [ask]).map((point) => ({
          group: groups.answer,
          text: point,
        })),
      },
    ];
  });
}

function isAside(statement: string): boolean {
  return /^\*\*(?:What changed|Status)\b/.test(statement) || plainText(statement).length < 30;
}

function isProse({ kind, text }: Block): boolean {
  return (kind === 'paragraph' || kind === 'item') && !/^!\[[^\]]*\]\([^)]*\)$/.test(text.trim());
}

/** The text under each heading of the second level; what is under deeper ones belongs to it. */
function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const sections: { title: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level <= 2) {
      sections.push({ title: block.text, blocks: [] });
    } else {
      sections.at(-1)?.blocks.push(block);
    }
  }
  return sections;
}

function blocksOf(body: string): readonly Block[] {
  const lines = body.split('\n');
  const blocks: Block[] = [];
  const tokens = parseBlocks(body);
  tokens.forEach((token, index) => {
    const level = token.level;
    const add = (kind: Block['kind'], text: string, depth = 0): void => {
      const [from, to] = token.map ?? [0, 0];
      const source = lines.slice(from, to).join('\n').trimEnd();
      blocks.push({ kind, level: depth, text, source });
    };
    if (token.type === 'heading_open' && level === 0) {
      add('heading', tokens[index + 1]?.content ?? '', Number(token.tag.slice(1)));
    } else if (token.type === 'paragraph_open' && level === 0) {
      add('paragraph', tokens[index + 1]?.content ?? '');
    } else if (token.type === 'list_item_open' && level === 1) {
      const inline = tokens[index + 1]?.type === 'paragraph_open' ? tokens[index + 2] : undefined;
      add('item', inline?.content ?? '');
    } else if (level === 0 && token.nesting >= 0 && !/list_open$/.test(token.type)) {
      add('other', '');
    }
  });
  return blocks;
}
