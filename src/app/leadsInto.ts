/** Whether a path leads into a folder, however it is spelled or linked. */
import type { Paths } from './ports.js';

/** Links that are followed one after the other; more are a circle, as operating systems have it. */
const mostLinks = 40;

interface Place {
  /** `/`, `C:\`, `\\server\share\`; empty for a relative path. */
  readonly root: string;
  readonly names: readonly string[];
}

/**
 * Whether what a path names lies in one of the folders, or whether something in them decides what it names: a link
 * there may be changed by whoever may change the folder.
 *
 * @param folders absolute paths.
 * @param path absolute; it need not exist.
 */
export async function leadsInto(
  folders: readonly string[],
  path: string,
  paths: Paths,
): Promise<boolean> {
  const known = new Set<string>();
  for (const folder of folders)
    for (const name of await namesOf(normalized(placeOf(folder, paths)), paths)) known.add(name);

  const isInside = async (place: Place): Promise<boolean> => {
    for (let length = place.names.length; length >= 0; length -= 1) {
      const ancestor = { root: place.root, names: place.names.slice(0, length) };
      if ((await namesOf(ancestor, paths)).some((name) => known.has(name))) return true;
    }
    return false;
  };

  let { root, names: left } = placeOf(path, paths);
  if (await isInside(normalized({ root, names: left }))) return true;
  let walked: readonly string[] = [];
  let links = 0;
  for (let name = left[0]; name !== undefined; name = left[0]) {
    left = left.slice(1);
    // After the links before it, as the system does it, and not in the text.
    if (name === '..') {
      walked = walked.slice(0, -1);
      continue;
    }
    walked = [...walked, name];
    const target = await paths.linkTarget(textOf({ root, names: walked }, paths));
    if (target === undefined) continue;
    links += 1;
    if (links > mostLinks || (await isInside({ root, names: walked }))) return true;
    const to = placeOf(target, paths);
    walked = to.root === '' ? walked.slice(0, -1) : [];
    root = to.root === '' ? root : to.root;
    left = [...to.names, ...left];
  }
  return isInside({ root, names: walked });
}

/** By its text and by what the disk says, which sees through case, other spellings of a letter, and mounts. */
async function namesOf(place: Place, paths: Paths): Promise<readonly string[]> {
  const text = textOf(place, paths);
  const identity = await paths.identity(text);
  return [`text ${text}`, ...(identity === undefined ? [] : [`identity ${identity}`])];
}

function placeOf(written: string, { isWindows }: Paths): Place {
  const path = isWindows ? withoutNamespace(written) : written;
  const pattern = isWindows ? /^(?:[a-z]:[\\/]|[\\/]{2}[^\\/]+[\\/]+[^\\/]+[\\/]?|[\\/])/i : /^\//;
  const root = pattern.exec(path)?.[0] ?? '';
  const names = path.slice(root.length).split(isWindows ? /[\\/]/ : '/');
  return {
    root: isWindows ? root.replaceAll('/', '\\') : root,
    names: names.filter((name) => name !== '' && name !== '.'),
  };
}

/** `\\?\C:\a` and `\\?\UNC\server\share` as they are written otherwise. */
function withoutNamespace(path: string): string {
  return path
    .replace(/^[\\/]{2}[?.][\\/]UNC[\\/]/i, () => '\\\\')
    .replace(/^[\\/]{2}[?.][\\/](?=[a-z]:)/i, '');
}

function normalized({ root, names }: Place): Place {
  const kept: string[] = [];
  for (const name of names)
    if (name === '..') kept.pop();
    else kept.push(name);
  return { root, names: kept };
}

function textOf({ root, names }: Place, { isWindows }: Paths): string {
  const separator = isWindows ? '\\' : '/';
  const start = root === '' || /[\\/]$/.test(root) ? root : `${root}${separator}`;
  return `${start}${names.join(separator)}`;
}
