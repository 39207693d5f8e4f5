/** Inline Markdown taken apart into sentences, and into what each says without its marks. */

const abbreviations = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|no|fig|ch)\.$/i;
/** Characters without which a sentence says too little to stand alone. */
const tooShort = 50;
/** Characters below which a sentence only announces the next one. */
const announces = 42;
/** A sentence that begins so speaks of the one before it. */
const speaksOfLast = /^(?:It|That|This|They|These|Those|Both)\b/;

/** The sentences of one paragraph; code, links and emphasis are never cut. */
export function sentencesOf(text: string): readonly string[] {
  const flat = text.replace(/\s+/g, ' ').trim();
  const sentences: string[] = [];
  let from = 0;
  for (const { index, 0: end } of flat.matchAll(/[.!?…][)\]"”’'*_]*(?= )/g)) {
    const candidate = flat.slice(from, index + end.length).trim();
    if (!isWhole(candidate) || abbreviations.test(candidate)) continue;
    sentences.push(candidate);
    from = index + end.length;
  }
  const rest = flat.slice(from).trim();
  if (rest !== '') sentences.push(rest);
  return sentences;
}

/** Sentences as statements that can be judged one by one: a question keeps its answer, a short one its neighbour. */
export function statementsOf(text: string, most: number): readonly string[] {
  const sentences = sentencesOf(text).filter((sentence) => !/^See (?:also )?\[/.test(sentence));
  const statements: string[] = [];
  let open = false;
  sentences.forEach((sentence, at) => {
    const last = statements.at(-1);
    const isShort = plainText(sentence).length < tooShort;
    const leadsOn = isShort && speaksOfLast.test(sentences[at + 1] ?? '');
    if (last !== undefined && (open || (isShort && !leadsOn))) {
      statements[statements.length - 1] = `${last} ${sentence}`;
    } else {
      statements.push(sentence);
    }
    open =
      leadsOn || sentence.endsWith('?') || plainText(statements.at(-1) ?? '').length < announces;
  });
  while (statements.length > most) joinShortest(statements);
  return statements;
}

/** A statement that opens a paragraph; with its successor when it is short. */
export function openingStatement(text: string): string | undefined {
  return statementsOf(text, Number.POSITIVE_INFINITY)[0];
}

/** What inline Markdown says, without its marks. */
export function plainText(markdown: string): string {
  return markdown
    .split(/(`+[^`]*`+)/)
    .map((part) =>
      part.startsWith('`')
        ? part.replace(/^`+ ?| ?`+$/g, '')
        : part
            .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
            .replace(/\*+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)/g, ''),
    )
    .join('')
    .replace(/\\([\\|*_`[\]])/g, '$1')
    .trim();
}

/** Whether no mark that opens in the text closes only after it. */
function isWhole(text: string): boolean {
  const withoutCode = text.replace(/(`+)(?:(?!\1)[^])*?\1(?!`)/g, '');
  const count = (mark: RegExp): number => withoutCode.match(mark)?.length ?? 0;
  return (
    !withoutCode.includes('`') &&
    count(/\*/g) % 2 === 0 &&
    count(/\(/g) <= count(/\)/g) &&
    count(/\[/g) <= count(/\]/g)
  );
}

function joinShortest(statements: string[]): void {
  let best = 0;
  const lengthAt = (at: number): number =>
    (statements[at]?.length ?? 0) + (statements[at + 1]?.length ?? 0);
  for (let at = 1; at + 1 < statements.length; at += 1)
    if (lengthAt(at) < lengthAt(best)) best = at;
  statements.splice(best, 2, `${statements[best] ?? ''} ${statements[best + 1] ?? ''}`);
}
