/** Inline Markdown taken apart into sentences, and into what each says without its marks. */
import MarkdownIt from 'markdown-it';

const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|no|fig|ch)\.$/i;
/** Characters that tell whether an abbreviation stands at the end. */
const longestAbbreviation = 8;
/** Characters without which a sentence says too little to stand alone. */
const tooShort = 50;
/** Characters below which a sentence only announces the next one. */
const announces = 42;
/** A sentence that begins so speaks of the one before it. */
const speaksOfLast = /^(?:It|That|This|They|These|Those|Both)\b/;
/** Statements that are looked at: a checklist is made of the first few. */
const mostStatements = 60;

const markdown = new MarkdownIt({ html: false });
markdown.validateLink = () => true;

/** The sentences of one paragraph; code, links and emphasis are never cut. */
export function sentencesOf(text: string): readonly string[] {
  const flat = text.replace(/\s+/g, ' ').trim();
  const sentences: string[] = [];
  const open = new OpenMarks(flat);
  let from = 0;
  for (const { index, 0: mark } of flat.matchAll(/[.!?…][)\]"”’'*_]*(?= )/g)) {
    const end = index + mark.length;
    if (!open.areClosedAt(end)) continue;
    if (abbreviation.test(flat.slice(Math.max(from, end - longestAbbreviation), end))) continue;
    sentences.push(flat.slice(from, end).trim());
    open.forget();
    from = end;
  }
  const rest = flat.slice(from).trim();
  if (rest !== '') sentences.push(rest);
  return sentences;
}

/** Sentences as statements that can be judged one by one: a question keeps its answer, a short one its neighbor. */
export function statementsOf(text: string, most: number): readonly string[] {
  const sentences = sentencesOf(text).filter((sentence) => !/^See (?:also )?\[/.test(sentence));
  const statements: string[] = [];
  let open = false;
  /** Of the last statement, without its marks. */
  let length = 0;
  for (const [at, sentence] of sentences.entries()) {
    const last = statements.at(-1);
    const own = plainText(sentence).length;
    const isShort = own < tooShort;
    const leadsOn = isShort && speaksOfLast.test(sentences[at + 1] ?? '');
    if (last !== undefined && (open || (isShort && !leadsOn))) {
      statements[statements.length - 1] = `${last} ${sentence}`;
      length += 1 + own;
    } else {
      if (statements.length === mostStatements) break;
      statements.push(sentence);
      length = own;
    }
    open = leadsOn || sentence.endsWith('?') || length < announces;
  }
  while (statements.length > most) joinShortest(statements);
  return statements;
}

/** A statement that opens a paragraph; with its successor when it is short. */
export function openingStatement(text: string): string | undefined {
  return statementsOf(text, Number.POSITIVE_INFINITY)[0];
}

/** What inline Markdown says, without its marks. */
export function plainText(text: string): string {
  return markdown
    .parseInline(text, {})
    .flatMap(({ children }) => children ?? [])
    .map(({ type, content }) => (type.endsWith('break') ? ' ' : content))
    .join('')
    .trim();
}

/** Whether the marks that opened since a place are closed again, told in one pass over a text. */
class OpenMarks {
  private readonly counts = new Map<string, number>();
  private readonly codeEnds: ReadonlyMap<number, number>;
  private at = 0;

  constructor(private readonly text: string) {
    this.codeEnds = codeSpans(text);
  }

  /** @param end not before the one asked for last. */
  areClosedAt(end: number): boolean {
    while (this.at < end) {
      const mark = this.text.charAt(this.at);
      if ('*()[]'.includes(mark)) this.counts.set(mark, this.count(mark) + 1);
      this.at = this.codeEnds.get(this.at) ?? this.at + 1;
    }
    return (
      this.at === end &&
      this.count('*') % 2 === 0 &&
      this.count('(') <= this.count(')') &&
      this.count('[') <= this.count(']')
    );
  }

  forget(): void {
    this.counts.clear();
  }

  private count(mark: string): number {
    return this.counts.get(mark) ?? 0;
  }
}

/** Where each span of code ends, by where it begins: at the next run of as many backticks. */
function codeSpans(text: string): ReadonlyMap<number, number> {
  const runs = [...text.matchAll(/`+/g)].map(({ index, 0: run }) => ({ index, size: run.length }));
  const nextOfSize = new Map<number, number>();
  const closers = runs.map(() => -1);
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    const size = runs[at]?.size ?? 0;
    closers[at] = nextOfSize.get(size) ?? -1;
    nextOfSize.set(size, at);
  }
  const spans = new Map<number, number>();
  for (let at = 0; at < runs.length; at += 1) {
    const opener = runs[at];
    const closer = runs[closers[at] ?? -1];
    if (!opener || !closer) continue;
    spans.set(opener.index, closer.index + closer.size);
    at = closers[at] ?? at;
  }
  return spans;
}

function joinShortest(statements: string[]): void {
  let best = 0;
  const lengthAt = (at: number): number =>
    (statements[at]?.length ?? 0) + (statements[at + 1]?.length ?? 0);
  for (let at = 1; at + 1 < statements.length; at += 1)
    if (lengthAt(at) < lengthAt(best)) best = at;
  statements.splice(best, 2, `${statements[best] ?? ''} ${statements[best + 1] ?? ''}`);
}
