/** The learner's notes as files, `notes/<question>.md`. Needs Node, not VS Code. */
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Emitter } from '../../../app/event.js';
import { readRegular } from '../files/regularFile.js';
import type { StoredNotes } from '../../../app/notes.js';
import { newNote, noteBody, noteFileName, questionOfNote } from '../../../core/note.js';
import type { QuestionSearch } from '../../../core/search.js';

export class NoteFiles implements StoredNotes {
  private readonly bodies = new Map<string, string>();
  private readonly changed = new Emitter<readonly string[]>();
  readonly onDidChange = this.changed.event;
  private index: Promise<QuestionSearch> | undefined;

  constructor(readonly root: string) {}

  /** Reads every note, and forgets those that have gone. A folder that is not there yet has none. */
  async load(): Promise<void> {
    const names = await readdir(this.root).catch(() => []);
    const stored = names.flatMap((name) => questionOfNote(name) ?? []);
    await this.refresh([...new Set([...stored, ...this.bodies.keys()])]);
  }

  /** Reads these notes again. */
  async refresh(questionIds: readonly string[]): Promise<void> {
    const changed: string[] = [];
    for (const id of questionIds) {
      const text = await readNote(this.path(id));
      const body = noteBody(text ?? '');
      if (body === (this.bodies.get(id) ?? '')) continue;
      if (body === '') this.bodies.delete(id);
      else this.bodies.set(id, body);
      changed.push(id);
    }
    if (changed.length === 0) return;
    this.index = undefined;
    this.changed.fire(changed);
  }

  body(questionId: string): string | undefined {
    return this.bodies.get(questionId);
  }

  async search(query: string): Promise<readonly string[]> {
    if (this.bodies.size === 0) return [];
    return (await (this.index ??= this.buildIndex())).find(query);
  }

  /** The question whose note this is; undefined for files elsewhere. */
  questionOf(file: string): string | undefined {
    return dirname(file) === this.root ? questionOfNote(basename(file)) : undefined;
  }

  async file(questionId: string, title: string): Promise<string> {
    const path = this.path(questionId);
    try {
      await mkdir(this.root, { recursive: true });
      await writeUnlessThere(path, newNote(title));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`The note could not be made in ${this.root} (${reason}).`, { cause: error });
    }
    return path;
  }

  private path(questionId: string): string {
    return join(this.root, noteFileName(questionId));
  }

  private async buildIndex(): Promise<QuestionSearch> {
    const { QuestionSearch: Search } = await import('../../../core/search.js');
    return Search.build([...this.bodies].map(([id, text]) => ({ id, title: '', tags: '', text })));
  }
}

async function readNote(path: string): Promise<string | undefined> {
  try {
    return (await readRegular(path))?.toString('utf8');
  } catch {
    return undefined; // It is no file, or cannot be read: there is no note.
  }
}

/** What is there already is the learner's and stays; what a full disk took half of does not. */
async function writeUnlessThere(path: string, text: string): Promise<void> {
  let file: FileHandle;
  try {
    file = await open(path, 'wx');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
    throw error;
  }
  try {
    await file.writeFile(text);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}
