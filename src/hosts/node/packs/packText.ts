/** Reads a text that may be anything: a regular file of bounded size, in UTF-8. */
import { close, constants, fstat, open, read } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import { promisify } from 'node:util';
import { PackFileError } from '../../../app/content/packFiles.js';

/** Bytes of one text of a pack. */
const longest = 1 << 20;

/** Callbacks cost thousands of small files a third of the time that a `FileHandle` for each does. */
const [openFile, statFile, readInto, closeFile] = [
  promisify(open),
  promisify(fstat),
  promisify(read),
  promisify(close),
];
/** A named pipe must not keep a thread waiting for one who writes, and a link that was put in between is not followed. */
const openFlags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

/**
 * A text with its lines ended by `\n` and without a byte order mark; undefined when it is not there.
 *
 * @throws PackFileError when it is a link, not a regular file, too large, or not UTF-8.
 */
export async function readPackText(path: string): Promise<string | undefined> {
  try {
    return decode(await readRegular(path));
  } catch (error) {
    if (error instanceof PackFileError) throw error;
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new PackFileError(reasonOf(error, 'file'));
  }
}

async function readRegular(path: string): Promise<Buffer> {
  const descriptor = await openFile(path, openFlags);
  try {
    const stats = await statFile(descriptor);
    if (!stats.isFile()) throw new PackFileError(unfitKind(stats));
    if (stats.size > longest) throw tooLarge(stats.size);
    const buffer = Buffer.allocUnsafe(stats.size + 1);
    let length = 0;
    // The byte of room tells whether more is there; reading until nothing comes would cost a call more.
    while (length < stats.size) {
      const { bytesRead } = await readInto(
        descriptor,
        buffer,
        length,
        buffer.length - length,
        null,
      );
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length > stats.size)
      throw new PackFileError('The file grew while it was read; save it again.');
    return buffer.subarray(0, length);
  } finally {
    await closeFile(descriptor);
  }
}

function tooLarge(bytes: number): PackFileError {
  const size = Math.ceil(bytes / (1 << 20)).toLocaleString('en');
  return new PackFileError(`The file has ${size} MB; a text of a pack has at most 1 MB.`);
}

function decode(bytes: Buffer): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const lossy = new TextDecoder().decode(bytes);
    const line = lineOf(lossy, lossy.indexOf('\uFFFD'));
    throw new PackFileError('The file is not UTF-8: save it with that encoding.', line);
  }
  const zero = text.indexOf('\0');
  if (zero >= 0)
    throw new PackFileError('The file is not text: it holds a NUL.', lineOf(text, zero));
  return text.replace(/\r\n?/g, '\n');
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split(/\r\n?|\n/).length - 1;
}

/** What else than a regular file is there, as a sentence for the author. */
export function unfitKind(entry: Dirent | Stats): string {
  if (entry.isDirectory()) return 'This is a folder, not a file: rename it.';
  const kind = entry.isFIFO() ? 'named pipe' : entry.isSocket() ? 'socket' : 'device';
  return `This is a ${kind}; a pack holds files and folders only.`;
}

/** Why the system refuses, as a sentence for the author. */
export function reasonOf(error: unknown, what: 'file' | 'folder' | 'link'): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return what === 'link' ? 'This link leads nowhere.' : `There is no such ${what}.`;
    case 'ELOOP':
      return what === 'link' ? 'This link leads in a circle.' : `The ${what} is a link.`;
    case 'ENOTDIR':
      return 'This is a file, not a folder.';
    case 'EACCES':
    case 'EPERM':
      return `The ${what} cannot be read: you have no permission.`;
    case 'ENXIO':
      return 'This is a socket; a pack holds files and folders only.';
    default:
      return `The ${what} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
