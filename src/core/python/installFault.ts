/** Why an installer (pip or uv) gave up, read from what it printed. */

export type InstallFault =
  | { readonly kind: 'cancelled' }
  /** The package index cannot be reached. */
  | { readonly kind: 'offline' }
  /** The installer's own last word; empty when it said none. */
  | { readonly kind: 'refused'; readonly detail: string }
  /** The finished environment could not take the old one's place: something still runs in it. */
  | { readonly kind: 'inUse' };

/** As urllib3 (pip) and reqwest (uv) say that there is no connection. */
const noConnection =
  /NewConnectionError|NameResolutionError|ConnectTimeoutError|Failed to establish a new connection|Cannot connect to proxy|Temporary failure in name resolution|nodename nor servname|getaddrinfo failed|Network is unreachable|dns error|tcp connect error|client error \(Connect\)|network connectivity is disabled/i;

export function installFault(output: string): InstallFault {
  if (noConnection.test(output)) return { kind: 'offline' };
  return { kind: 'refused', detail: uvReason(output) ?? lastError(output) };
}

/** uv draws a small tree, the cause at its foot, wrapped over several lines. */
function uvReason(output: string): string | undefined {
  const mark = '╰─▶';
  const start = output.indexOf(mark);
  if (start < 0) return undefined;
  const lines = output.slice(start + mark.length).split('\n');
  const end = lines.findIndex((line, at) => at > 0 && /^\s*(?:(?:hint|help):|$)/.test(line));
  const foot = end < 0 ? lines : lines.slice(0, end);
  return foot.join(' ').replace(/\s+/g, ' ').trim();
}

function lastError(output: string): string {
  const errors = [...output.matchAll(/^[ \t]*error:[ \t]*(\S.*)$/gim)]
    .map((match) => (match[1] ?? '').trim())
    .filter((line) => !line.startsWith('ResolutionImpossible'));
  const last = errors.at(-1) ?? output.trim().split('\n').at(-1)?.trim() ?? '';
  return last.slice(0, 300);
}
