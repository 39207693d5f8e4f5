/** The learner's own copies of snippets: one folder each, laid out once, and the learner's from the first change on. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Snippet, SnippetFile } from '../../../core/pack/pack.js';
import { Emitter } from '../../../app/event.js';
import type { PreparedRun, Scratch, ScratchFile } from '../../../app/scratch/scratch.js';
import { addedModules } from './addedModules.js';
import { writeAtomically } from '../files/atomicWrite.js';
import { moduleFileName } from '../../../core/python/moduleNames.js';
import { prepareFolder } from './runFolder.js';
import { readRecord, readText, writeRecord } from './scratchRecord.js';
import type { ScratchRecord } from './scratchRecord.js';

export class ScratchFiles implements Scratch {
  private readonly changed = new Emitter();
  readonly onDidChange = this.changed.event;

  /** @param root absolute path of the folder that holds all scratch folders. */
  constructor(readonly root: string) {}

  notifyChanged(): void {
    this.changed.fire();
  }

  async open(questionId: string, snippet: Snippet): Promise<string> {
    const folder = this.folderOf(questionId, snippet);
    const before = await readRecord(folder);
    const record = await this.recordFor(questionId, snippet, folder);
    await mkdir(folder, { recursive: true });
    for (const [path, original] of record.originals) {
      const file = within(folder, path);
      const text = await readText(file);
      const untouched = text === undefined || same(text, before?.originals.get(path));
      if (untouched && text !== original) await writeAtomically(file, original);
    }
    for (const [path, original] of before?.originals ?? []) {
      if (record.originals.has(path)) continue;
      const file = within(folder, path);
      if (same(await readText(file), original)) await rm(file);
    }
    // Last: were it first and the rest did not happen, old files would look changed.
    await writeRecord(folder, record);
    this.notifyChanged();
    return join(folder, record.main);
  }

  /** Whether the learner's version of any of the snippet's files differs from the author's of today. */
  async isChanged(questionId: string, snippet: Snippet): Promise<boolean> {
    const folder = this.folderOf(questionId, snippet);
    const before = await readRecord(folder);
    const { originals } = await this.recordFor(questionId, snippet, folder);
    for (const [path, original] of originals) {
      const text = await readText(within(folder, path));
      // What is as an earlier version of the pack had it was not changed by the learner.
      if (text !== undefined && !same(text, original) && !same(text, before?.originals.get(path)))
        return true;
    }
    // What it would import beside them is the learner's too, or was brought in by an import.
    for (const path of await addedModules(folder, originals)) {
      // What cannot be read is not copied for a run either.
      const text = await readText(within(folder, path)).catch(() => undefined);
      if (!same(text, before?.originals.get(path))) return true;
    }
    return false;
  }

  async reset(file: string): Promise<void> {
    const scratch = await this.find(file);
    if (scratch?.original === undefined)
      throw new Error(`“${file}” has no original to go back to.`);
    await this.keepCopy(file);
    await writeAtomically(file, scratch.original);
    this.notifyChanged();
  }

  async keepCopy(file: string): Promise<void> {
    const scratch = await this.find(file);
    const text = await readText(file);
    if (!scratch || text === undefined || same(text, scratch.original)) return;
    const history = join(dirname(scratch.main), '.history');
    const count = await readdir(history).then(
      (names) => names.length,
      () => 0,
    );
    const name = relative(dirname(scratch.main), file).replaceAll(sep, '__');
    await writeAtomically(join(history, `${String(count + 1).padStart(4, '0')}-${name}`), text);
  }

  async find(file: string): Promise<ScratchFile | undefined> {
    const parts = relative(this.root, file).split(sep);
    const [question, snippet] = parts;
    if (parts.length < 3 || question === undefined || snippet === undefined || question === '..')
      return undefined;
    const folder = join(this.root, question, snippet);
    const record = await readRecord(folder);
    if (!record) return undefined;
    return {
      questionId: record.question,
      snippetName: record.snippet,
      original: record.originals.get(parts.slice(2).join('/')),
      main: join(folder, record.main),
    };
  }

  async all(): Promise<readonly string[]> {
    const folders = async (parent: string): Promise<string[]> => {
      const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
      return entries
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(parent, entry.name));
    };
    const found: string[] = [];
    for (const question of await folders(this.root)) {
      for (const folder of await folders(question)) {
        const record = await readRecord(folder);
        found.push(...[...(record?.originals.keys() ?? [])].map((path) => within(folder, path)));
      }
    }
    return found;
  }

  async prepareRun(questionId: string, snippet: Snippet, original: boolean): Promise<PreparedRun> {
    const folder = this.folderOf(questionId, snippet);
    const changed = !original && (await this.isChanged(questionId, snippet));
    const { main, originals } = await this.recordFor(questionId, snippet, folder);
    const run = await prepareFolder(originals, changed ? folder : undefined);
    return {
      file: join(run.folder, main),
      cwd: run.folder,
      changed,
      texts: changed ? await learnersTexts(run.folder, main, originals) : [],
      dispose: () => run.dispose(),
    };
  }

  private async recordFor(
    questionId: string,
    snippet: Snippet,
    folder: string,
  ): Promise<ScratchRecord> {
    const main = await this.mainOf(snippet, folder);
    const further = snippet.files.map(({ path, text }): [string, string] => [path, text]);
    return {
      version: 1,
      question: questionId,
      snippet: snippet.name,
      main,
      originals: new Map([...further, [main, withLineEnd(snippet.code)]]),
    };
  }

  /** A file that is there keeps its name, also when the snippet would be named otherwise today. */
  private async mainOf(snippet: Snippet, folder: string): Promise<string> {
    const before = await readRecord(folder);
    if (before && (await readText(join(folder, before.main))) !== undefined) return before.main;
    return moduleFileName(
      snippet.name,
      snippet.code,
      snippet.files.map(({ path }) => path),
    );
  }

  folderOf(questionId: string, snippet: Snippet): string {
    return join(this.root, folderName(questionId), folderName(snippet.name));
  }
}

/** What a run's folder holds beside or instead of the author's texts; the file that is run in any case. */
async function learnersTexts(
  folder: string,
  main: string,
  originals: ReadonlyMap<string, string>,
): Promise<readonly SnippetFile[]> {
  const added = await addedModules(folder, originals);
  const further = [...originals.keys(), ...added.filter((path) => /\.pyw?$/.test(path))];
  const texts: SnippetFile[] = [];
  for (const path of new Set([main, ...further])) {
    const text = await readText(within(folder, path));
    if (text !== undefined && (path === main || !same(text, originals.get(path))))
      texts.push({ path, text });
  }
  return texts;
}

/** Ids are plain as a rule; what is not cannot leave the folder all the same. */
function folderName(id: string): string {
  return id.replace(/[^\w-]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}

function within(folder: string, path: string): string {
  const file = resolve(folder, path);
  if (!file.startsWith(folder + sep))
    throw new Error(`The file “${path}” would lie outside the scratch folder.`);
  return file;
}

/** Line endings are the editor's affair and no change. */
function same(text: string | undefined, original: string | undefined): boolean {
  if (text === undefined || original === undefined) return text === original;
  return text.replaceAll('\r\n', '\n') === original.replaceAll('\r\n', '\n');
}

function withLineEnd(code: string): string {
  return code.endsWith('\n') ? code : `${code}\n`;
}
