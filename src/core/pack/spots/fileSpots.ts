/** What stands in a file of a pack, whatever kind of file it is. */
import type * as v from 'valibot';
import { headingsOf } from '../../headings.js';
import { parseMarkdown } from '../../markdownParser.js';
import type { Token } from '../../markdownParser.js';
import { approachSchema, exerciseSchema } from '../exerciseSchemas.js';
import { exercisePart } from '../exercisePlaces.js';
import { fencesOf } from '../fences.js';
import type { Fence } from '../fences.js';
import { isQuestionFile, isQuizFile } from '../filePlaces.js';
import { splitFrontMatter } from '../frontMatter.js';
import { quizSchema } from '../quizSchema.js';
import { frontMatterSchema, packSchema } from '../schemas.js';
import { linkSpots } from './linkSpots.js';
import type { Named, Spot } from './spot.js';
import { yamlSpots } from './yamlSpots.js';

/** How a file is read: as YAML alone, or as Markdown below a front matter. */
export interface FileShape {
  readonly schema: v.GenericSchema;
  readonly isMarkdown: boolean;
}

/** Undefined for what nothing is known of. */
export function shapeOfFile(file: string): FileShape | undefined {
  if (file === 'pack.yaml') return { schema: packSchema, isMarkdown: false };
  if (isQuizFile(file)) return { schema: quizSchema, isMarkdown: false };
  if (isQuestionFile(file)) return { schema: frontMatterSchema, isMarkdown: true };
  const path = exercisePart(file)?.path ?? '';
  if (path === 'exercise.md') return { schema: exerciseSchema, isMarkdown: true };
  return path.startsWith('solutions/') ? { schema: approachSchema, isMarkdown: true } : undefined;
}

/** @param text whose lines end with `\n` */
export function fileSpots(file: string, text: string): readonly Spot[] {
  const shape = shapeOfFile(file);
  if (!shape) return [];
  const lines = text.split('\n');
  if (!shape.isMarkdown) return yamlSpots(text, shape.schema, file, lines, 0);
  const split = splitFrontMatter(text);
  if (!split) return [];
  const { head, body, bodyLine } = split;
  const tokens = parseMarkdown(body);
  return [
    ...yamlSpots(head, shape.schema, file, lines, 1),
    ...headingSpots(tokens, file, lines, bodyLine),
    ...linkSpots(tokens, file, lines, bodyLine),
    ...fenceSpots(tokens, file, lines, bodyLine),
  ];
}

function headingSpots(
  tokens: readonly Token[],
  file: string,
  lines: readonly string[],
  bodyLine: number,
): readonly Spot[] {
  const opening = tokens.filter(({ type }) => type === 'heading_open');
  return headingsOf(tokens).map(({ id }, at): Spot => {
    const line = bodyLine + (opening[at]?.map?.[0] ?? 0);
    const source = lines[line] ?? '';
    const from = /^[\s>#]*/.exec(source)?.[0].length ?? 0;
    const columns = [from, source.trimEnd().length] as const;
    return { line, columns, role: 'defines', named: { kind: 'section', id, file } };
  });
}

function fenceSpots(
  tokens: readonly Token[],
  file: string,
  lines: readonly string[],
  bodyLine: number,
): readonly Spot[] {
  const { fences } = fencesOf(tokens, lines, bodyLine);
  return fences.flatMap((fence) =>
    [...fence.attributes].flatMap(([name, value]): readonly Spot[] => {
      const { line, columns } = fence.placeOf(name);
      if (!columns) return [];
      const [from, to] = columns;
      const { language } = fence;
      const present = [...fence.attributes.keys()];
      const written = (lines[line] ?? '').slice(from, to);
      const attribute: Spot = {
        line,
        columns: [from, from + name.length],
        role: 'attribute',
        language,
        present,
      };
      const equals = written.indexOf('=');
      if (equals < 0) return [attribute];
      const quote = written.endsWith('"') ? 1 : 0;
      const place = { line, columns: [from + equals + 1 + quote, to - quote] as const };
      const role = roleOf(name, fence);
      if (!role || value === '')
        return [attribute, { ...place, role: 'attributeValue', attribute: name, language }];
      const named: Named = { kind: 'snippet', id: value, file };
      return [attribute, { ...place, role, named }];
    }),
  );
}

function roleOf(attribute: string, { language }: Fence): 'names' | 'defines' | undefined {
  if (attribute === 'of') return 'names';
  return attribute === 'name' && language === 'python' ? 'defines' : undefined;
}
