/** Whether a process waits for what is typed, as Linux tells it: which system call it stands in, and at which file. */
import { open, readdir, readFile, readlink } from 'node:fs/promises';
import { arch } from 'node:process';

type Call = 'read' | 'poll' | 'select' | 'epoll';

/** The numbers of the calls in which a program may wait. */
const calls: Readonly<Record<string, Readonly<Record<number, Call>>>> = {
  x64: {
    ...{ 0: 'read', 19: 'read', 45: 'read', 47: 'read', 7: 'poll', 271: 'poll' },
    ...{ 23: 'select', 270: 'select', 232: 'epoll', 281: 'epoll', 441: 'epoll' },
  },
  arm64: {
    ...{ 63: 'read', 65: 'read', 207: 'read', 212: 'read', 73: 'poll' },
    ...{ 72: 'select', 22: 'epoll', 441: 'epoll' },
  },
};

/** Whether the system tells at all. */
export const tellsWaiting = process.platform === 'linux' && calls[arch] !== undefined;

/** What a process has as its input, for `waitsFor`; undefined when it is gone. */
export async function inputOf(pid: number): Promise<string | undefined> {
  return readlink(`/proc/${pid}/fd/0`).catch(() => undefined);
}

/** Whether one of its threads waits until something can be read from `input`. Never rejects. */
export async function waitsFor(pid: number, input: string): Promise<boolean> {
  for (const thread of await readdir(`/proc/${pid}/task`).catch(() => [])) {
    try {
      if (await threadWaits(pid, thread, input)) return true;
    } catch {
      // It ended meanwhile, or may not be looked at.
    }
  }
  return false;
}

async function threadWaits(pid: number, thread: string, input: string): Promise<boolean> {
  const said = (await readFile(`/proc/${pid}/task/${thread}/syscall`, 'latin1')).split(' ');
  const call = calls[arch]?.[Number(said[0])];
  if (call === undefined) return false;
  const [first = 0n, second = 0n] = said.slice(1).map((text) => BigInt(text));
  const isInput = async (file: number): Promise<boolean> =>
    (await readlink(`/proc/${pid}/fd/${file}`)) === input;
  switch (call) {
    case 'read':
      return isInput(Number(first));
    case 'epoll':
      return anyOf(await watchedBy(pid, Number(first)), isInput);
    case 'poll':
      return anyOf(polled(await memory(pid, first, 8 * Number(second))), isInput);
    case 'select':
      if (second === 0n) return false;
      return anyOf(selected(await memory(pid, second, Math.ceil(Number(first) / 8))), isInput);
  }
}

async function anyOf(
  files: readonly number[],
  isInput: (file: number) => Promise<boolean>,
): Promise<boolean> {
  for (const file of files) if (await isInput(file).catch(() => false)) return true;
  return false;
}

async function watchedBy(pid: number, epoll: number): Promise<readonly number[]> {
  const info = await readFile(`/proc/${pid}/fdinfo/${epoll}`, 'latin1');
  return [...info.matchAll(/^tfd:\s*(\d+)/gm)].map((match) => Number(match[1]));
}

/** An array of `struct pollfd`: those to be read from. */
function polled(bytes: Buffer): readonly number[] {
  const files: number[] = [];
  for (let at = 0; at + 8 <= bytes.length; at += 8)
    if ((bytes.readInt16LE(at + 4) & 1) === 1) files.push(bytes.readInt32LE(at));
  return files;
}

/** An `fd_set`. */
function selected(bytes: Buffer): readonly number[] {
  const files: number[] = [];
  for (const [at, byte] of bytes.entries())
    for (let bit = 0; bit < 8; bit += 1) if ((byte >> bit) & 1) files.push(at * 8 + bit);
  return files;
}

/** At most as much as a thousand files take. */
async function memory(pid: number, address: bigint, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.min(length, 8192));
  const file = await open(`/proc/${pid}/mem`);
  try {
    // User space ends below 2^53 on both processors.
    const { bytesRead } = await file.read(bytes, 0, bytes.length, Number(address));
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
