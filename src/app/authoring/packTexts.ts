/** The texts of a pack's files, as they are written for an author to go on with. */
import { stringify } from 'yaml';
import type { Topic } from '../../core/pack/pack.js';

/** The version of the format that is written. */
const format = 1;

export function packText(pack: {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly topics: readonly Topic[];
}): string {
  const { id, title, description, topics } = pack;
  return stringify({ format, id, title, description, version: '0.1.0', topics }, { lineWidth: 0 });
}

export function questionText(question: {
  readonly title: string;
  readonly topic: string;
  readonly order: number;
  readonly body: string;
}): string {
  const { body, title, topic, order } = question;
  const head = stringify({ title, topic, order, level: 'core' }, { lineWidth: 0 });
  return `---\n${head}---\n\n${body.trim()}\n`;
}
