import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A pack of one topic, `t`. */
export const packYaml = 'id: trial\ntitle: Trial\ntopics:\n  - { id: t, title: Topic }\n';

/** A question that is in order, in that topic. */
export const question = (title = 'Sound'): string =>
  `---\ntitle: ${title}\ntopic: t\n---\nAn answer.\n`;

/** Writes a pack of these files, beside which is room for what is not in it; the caller removes it by `dispose`. */
export async function writePack(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ readonly root: string; readonly beside: string; dispose(): Promise<void> }> {
  const beside = await realpath(await mkdtemp(join(tmpdir(), 'pack-')));
  const root = join(beside, 'pack');
  for (const [path, content] of Object.entries({ 'pack.yaml': packYaml, ...files })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return { root, beside, dispose: () => rm(beside, { recursive: true, force: true }) };
}
