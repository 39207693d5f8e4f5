/** Packs as one file: a zip of the pack’s files with a manifest. What is read may be anything. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import * as l10n from '@vscode/l10n';
import { zipSync } from 'fflate';
import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { PublishedPack } from '../../../app/content/packStore.js';
import { shorten } from '../../../core/pack/faults.js';
import { isPartOfPack, sameFiles } from '../../../core/pack/filePlaces.js';
import { manifestFile, manifestText, parseManifest } from '../../../core/pack/labpackManifest.js';
import { isSafePath } from '../../../core/pack/safePath.js';
import { writeAtomically } from '../files/atomicWrite.js';

const limits = {
  /** Bytes of the file itself, and of all that is in it. */
  packed: 64 << 20,
  unpacked: 128 << 20,
  /** Bytes of one file in it: a picture is the largest that there is. */
  file: 16 << 20,
  entries: 20_000,
} as const;

/** The earliest time that a zip can say: what is published twice is the same file. */
const mtime = new Date(1980, 0, 1);

export async function writeLabpack(
  { root, info, files }: PublishedPack,
  to: string,
): Promise<void> {
  const contents: Record<string, Uint8Array> = {};
  for (const file of files) contents[file] = await readFile(join(root, file));
  const { id, version } = info;
  const hashes = Object.fromEntries(
    Object.entries(contents).map(([file, data]) => [file, hash(data)]),
  );
  const manifest = manifestText({ id, version, files: hashes });
  const entries = { [manifestFile]: new TextEncoder().encode(manifest), ...contents };
  await writeAtomically(to, zipSync(entries, { mtime }));
}

/** @throws a sentence for the user when it is not in order; nothing of it is used then. */
export async function readLabpack(file: string): Promise<ReadonlyMap<string, Buffer>> {
  const stats = await stat(file);
  if (!stats.isFile()) throw new Error(l10n.t('This is no file.'));
  if (stats.size > limits.packed) throw new Error(tooLarge());
  const contents = await unzip(await readFile(file)).catch((error: unknown) => {
    if (error instanceof Refused) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(l10n.t('The file is no zip that can be read ({0}).', shorten(why, 100)));
  });
  const manifest = parseManifest(contents.get(manifestFile)?.toString() ?? '');
  if (typeof manifest === 'string') throw new Error(manifest);
  contents.delete(manifestFile);
  for (const [path, data] of contents)
    if (!Object.hasOwn(manifest.files, path) || manifest.files[path] !== hash(data))
      throw new Error(
        l10n.t('“{0}” is not as Publish Pack wrote it: the file is damaged or was changed.', path),
      );
  const missing = Object.keys(manifest.files).find((path) => !contents.has(path));
  if (missing !== undefined)
    throw new Error(
      l10n.t('“{0}” is missing: the file is damaged or was changed.', shorten(missing, 100)),
    );
  return contents;
}

const tooLarge = (): string =>
  l10n.t('The file is larger than packs are: at most 64 MB, and 128 MB unpacked.');

/** For the user: why what is in it is not unpacked. */
class Refused extends Error {}

async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { strictFileNames: true, autoClose: false });
  const contents = new Map<string, Buffer>();
  for (const entry of await entriesOf(zip))
    contents.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return contents;
}

/** All is looked at before anything is unpacked. What unpacks to another size than it says is an error of reading. */
async function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    const wrong = unfit(entry);
    if (wrong !== undefined) throw new Refused(wrong);
    entries.push(entry);
    bytes += entry.uncompressedSize;
    if (bytes > limits.unpacked) throw new Refused(tooLarge());
    if (entries.length > limits.entries)
      throw new Refused(
        l10n.t('The pack has more than {0} files.', limits.entries.toLocaleString('en')),
      );
  }
  const [same] = sameFiles(entries.map(({ fileName }) => fileName));
  if (same)
    throw new Refused(
      l10n.t('“{0}” and “{1}” are the same file on Windows and macOS.', same[0], same[1]),
    );
  return entries;
}

function unfit(entry: Entry): string | undefined {
  const { uncompressedSize, externalFileAttributes } = entry;
  const name = shorten(entry.fileName, 100);
  // The upper half is the mode of a Unix file, where its maker knew one; its kind is 8 for a file.
  const kind = externalFileAttributes >>> 28;
  if (kind !== 0 && kind !== 8)
    return l10n.t('“{0}” is a link or a folder; a pack holds files only.', name);
  if (!isSafePath(entry.fileName)) return l10n.t('“{0}” is a path that a pack cannot have.', name);
  if (entry.fileName !== manifestFile && !isPartOfPack(entry.fileName))
    return l10n.t('“{0}” is no part of a pack.', name);
  if (entry.isEncrypted()) return l10n.t('“{0}” is encrypted.', name);
  if (uncompressedSize > limits.file) return l10n.t('“{0}” is too large.', name);
  return undefined;
}

function hash(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
