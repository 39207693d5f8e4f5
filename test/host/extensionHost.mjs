/** Finds the extension host of a window's server, to end it as a crash would. */
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Kills the extension host below the server with this folder in its command line. Linux only.
 *
 * @param {string} folder
 * @returns {number} the process that was killed
 */
export function killExtensionHost(folder) {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        return [{ pid: Number(name), parent, line: readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
      } catch {
        return []; // It ended while we were looking.
      }
    });
  const byPid = new Map(processes.map((each) => [each.pid, each]));
  /** @param {(typeof processes)[number] | undefined} each @returns {boolean} */
  const isBelow = (each) =>
    each !== undefined && (each.line.includes(folder) || isBelow(byPid.get(each.parent)));
  const host = processes.find((each) => each.line.includes('type=extensionHost') && isBelow(each));
  if (!host) throw new Error('The extension host was not found.');
  process.kill(host.pid, 'SIGKILL');
  return host.pid;
}
