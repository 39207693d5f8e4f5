/** What the system says when a file cannot be read or written, sorted by what the user can do about it. */

export type SystemFaultKind =
  | 'full'
  | 'readOnly'
  | 'forbidden'
  | 'missing'
  | 'exists'
  | 'isFolder'
  | 'noFolder'
  | 'notEmpty'
  | 'busy'
  | 'tooMany'
  | 'tooLong'
  | 'tooLarge'
  | 'loop'
  | 'broken'
  | 'unreachable'
  | 'other';

export interface SystemFault {
  readonly kind: SystemFaultKind;
  /** The system's own word, such as `ENOSPC`. */
  readonly code: string;
  /** The file, where the system says it. */
  readonly path?: string;
}

const kinds: Readonly<Record<string, SystemFaultKind>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'readOnly',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  ENOENT: 'missing',
  EEXIST: 'exists',
  EISDIR: 'isFolder',
  ENOTDIR: 'noFolder',
  ENOTEMPTY: 'notEmpty',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  EAGAIN: 'busy',
  EMFILE: 'tooMany',
  ENFILE: 'tooMany',
  ENOMEM: 'tooMany',
  ENAMETOOLONG: 'tooLong',
  EFBIG: 'tooLarge',
  ELOOP: 'loop',
  EIO: 'broken',
  ENXIO: 'broken',
  ENODEV: 'broken',
  ESTALE: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTDOWN: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTCONN: 'unreachable',
  // As VS Code calls them in a `FileSystemError`.
  NoPermissions: 'forbidden',
  FileNotFound: 'missing',
  FileExists: 'exists',
  FileIsADirectory: 'isFolder',
  FileNotADirectory: 'noFolder',
  Unavailable: 'unreachable',
};

/** Undefined when it is no error of the system's. */
export function systemFault(error: Error): SystemFault | undefined {
  const code = codeOf(error);
  if (code === undefined) return undefined;
  const kind = Object.hasOwn(kinds, code) ? kinds[code] : undefined;
  const path = 'path' in error && typeof error.path === 'string' ? { path: error.path } : {};
  return { kind: kind ?? 'other', code, ...path };
}

function codeOf(error: Error): string | undefined {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^E[A-Z\d]+$/.test(code)) return code;
  // VS Code wraps what it has no name for, and keeps the system's words in the message.
  const wrapped = /\b(E[A-Z\d]{3,}): [a-z]/.exec(error.message.slice(0, 2000))?.[1];
  return wrapped ?? (Object.hasOwn(kinds, code) ? code : undefined);
}
