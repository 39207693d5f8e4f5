import MarkdownIt from 'markdown-it';
import { parseFenceInfo } from './fenceInfo.js';
import type { FenceInfo } from './fenceInfo.js';
import { decodeFrontMatter, splitFrontMatter } from './frontMatter.js';
import type {
  ExpectedOutput,
  Fault,
  Question,
  QuestionSummary,
  Snippet,
  SnippetFile,
} from './pack.js';
import { isSafePath } from './safePath.js';
import { idPattern } from './idPattern.js';

export { isSafePath };

export interface ParsedQuestion {
  readonly question?: Question;
  readonly faults: readonly Fault[];
}

const block = new MarkdownIt({ html: false });

/** The id that a question's file stands for. */
export function questionIdOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.md$/, '');
}

/** Reads what the tree and the search need, without looking into the Markdown. */
export function parseSummary(
  packId: string,
  file: string,
  text: string,
): {
  readonly summary?: QuestionSummary;
  readonly body: string;
  readonly faults: readonly Fault[];
} {
  const split = splitFrontMatter(text);
  if (!split) {
    const message =
      'A question begins with its front matter: a line “---”, keys such as “title:”, and a line “---”.';
    return { body: text, faults: [{ file, line: 0, message }] };
  }
  const id = questionIdOf(file);
  if (!idPattern.test(id)) {
    const message = `The file’s name is the question’s id: rename “${id}.md” to lower-case words joined by hyphens.`;
    return { body: split.body, faults: [{ file, line: 0, message }] };
  }
  const decoded = decodeFrontMatter(split.head);
  if ('faults' in decoded) {
    return { body: split.body, faults: decoded.faults.map((fault) => ({ file, ...fault })) };
  }
  const { title, topic, order, level, tags } = decoded.value;
  const snippets = [
    ...split.body.matchAll(/^ {0,3}`{3,}python[ \t]*\{[^\n]*?\bname=([\w-]+)/gm),
  ].map((match) => match[1] ?? '');
  return {
    summary: { id, packId, topic, title, order, level, tags, snippets },
    body: split.body,
    faults: [],
  };
}

/** Reads a whole question with its snippets. `file` is its path within the pack. */
export function parseQuestion(packId: string, file: string, text: string): ParsedQuestion {
  const { summary, faults: headFaults } = parseSummary(packId, file, text);
  const split = splitFrontMatter(text);
  if (!summary || !split) return { faults: headFaults };
  const decoded = decodeFrontMatter(split.head);
  if ('faults' in decoded) return { faults: headFaults };
  const { python, related, prerequisites, sources } = decoded.value;
  const { snippets, faults } = readSnippets(file, split.body, split.bodyLine, python);
  const question: Question = {
    ...summary,
    snippets: snippets.map((snippet) => snippet.name),
    python,
    related,
    prerequisites,
    sources,
    body: split.body,
    code: snippets,
  };
  return { question, faults };
}

interface Fence extends FenceInfo {
  readonly text: string;
  /** 0-based line of the fence's first content line. */
  readonly line: number;
}

function readSnippets(
  file: string,
  body: string,
  bodyLine: number,
  python: string,
): { readonly snippets: readonly Snippet[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const fences: Fence[] = [];
  for (const token of block.parse(body, {})) {
    if (token.type !== 'fence') continue;
    const line = bodyLine + (token.map?.[0] ?? 0);
    try {
      fences.push({ ...parseFenceInfo(token.info), text: token.content, line: line + 1 });
    } catch (error) {
      faults.push({ file, line, message: error instanceof Error ? error.message : String(error) });
    }
  }
  const fault = (fence: Fence, message: string): void => {
    faults.push({ file, line: fence.line - 1, message });
  };

  const names = new Set<string>();
  for (const fence of fences) {
    const name = fence.attributes.get('name');
    if (name === undefined || fence.language !== 'python') continue;
    if (!/^[A-Za-z][\w-]*$/.test(name))
      fault(fence, `“${name}” is no name for a snippet: use letters, digits and hyphens.`);
    else if (names.has(name))
      fault(fence, `The snippet name “${name}” stands twice in this question.`);
    else names.add(name);
  }
  for (const fence of fences) {
    const of = fence.attributes.get('of');
    if (of !== undefined && !names.has(of))
      fault(fence, `There is no snippet “${of}” in this question for this fence to belong to.`);
  }

  const snippets: Snippet[] = [];
  for (const fence of fences) {
    const name = fence.attributes.get('name');
    if (fence.language !== 'python' || name === undefined || !names.has(name)) continue;
    if (snippets.some((snippet) => snippet.name === name)) continue;
    const own = fences.filter((other) => other.attributes.get('of') === name);
    const files = own.filter((other) => other.attributes.has('file'));
    for (const other of files) {
      const path = other.attributes.get('file') ?? '';
      if (!isSafePath(path)) fault(other, `“${path}” is no path inside the snippet’s folder.`);
    }
    const number = (key: string, fallback: number): number => {
      const raw = fence.attributes.get(key);
      if (raw === undefined) return fallback;
      const value = Number(raw);
      if (raw !== '' && Number.isFinite(value) && value >= 0) return value;
      fault(fence, `“${key}” must be a number.`);
      return fallback;
    };
    snippets.push({
      name,
      code: fence.text,
      line: fence.line,
      python: fence.attributes.get('python') ?? python,
      requires: (fence.attributes.get('requires') ?? '')
        .split(/,(?![^[]*\])(?=\s*[A-Za-z])/)
        .map((requirement) => requirement.trim())
        .filter((requirement) => requirement !== ''),
      files: files
        .map((other): SnippetFile => ({
          path: other.attributes.get('file') ?? '',
          text: other.text,
        }))
        .filter((other) => isSafePath(other.path)),
      expected: own.filter((other) => other.language === 'output').map(toExpected),
      timeout: number('timeout', 10),
      stdin: fence.attributes.get('stdin') ?? '',
      exit: number('exit', 0),
    });
  }
  return { snippets, faults };
}

function toExpected(fence: Fence): ExpectedOutput {
  const python = fence.attributes.get('python');
  return {
    stream: fence.attributes.get('stream') === 'stderr' ? 'stderr' : 'stdout',
    text: fence.text,
    unordered: fence.attributes.has('unordered'),
    ...(python === undefined ? {} : { python }),
  };
}
