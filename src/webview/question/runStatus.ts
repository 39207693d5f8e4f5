import * as l10n from '@vscode/l10n';
import type { RunReport } from '../../protocol/question.js';
import { figure } from '../shared/figures.js';

/** How a run ended, in a line below its output: an icon, its words, and whether they are good news. */
export function statusOf(report: RunReport): {
  readonly icon: string;
  readonly text: string;
  readonly tone: string;
} {
  const { ended, code, signal, duration, peakMemory, python, asExpected, note } = report;
  if (ended === 'failedToStart') return { icon: 'error', text: note, tone: 'bad' };
  const time =
    duration < 1000
      ? l10n.t('{0} ms', figure(duration, 0))
      : l10n.t('{0} s', figure(duration / 1000, 1));
  const memory =
    peakMemory === undefined ? '' : l10n.t('{0} MB of memory', figure(peakMemory / 1024 / 1024, 0));
  const versions = { yours: l10n.t('Your version'), original: l10n.t('Original') } as const;
  const version = report.version === undefined ? '' : versions[report.version];
  const facts = [version, python === '' ? '' : l10n.t('Python {0}', python), time, memory, note]
    .filter((fact) => fact !== '')
    .join(' · ');
  if (ended === 'stopped')
    return { icon: 'debug-stop', text: `${l10n.t('Stopped')} · ${facts}`, tone: 'quiet' };
  if (ended === 'timeout')
    return {
      icon: 'watch',
      text: `${l10n.t('Stopped at its time limit')} · ${facts}`,
      tone: 'bad',
    };
  const exit = exitWords(code, signal);
  if (asExpected === true)
    return { icon: 'pass', text: `${l10n.t('As expected')} · ${exit} · ${facts}`, tone: 'good' };
  if (asExpected === false)
    return {
      icon: 'diff',
      text: `${l10n.t('Not what the author expected')} · ${exit} · ${facts}`,
      tone: 'bad',
    };
  return {
    icon: code === 0 ? 'circle-outline' : 'error',
    text: `${exit} · ${facts}`,
    tone: code === 0 ? 'quiet' : 'bad',
  };
}

function exitWords(code: number | null, signal: string | undefined): string {
  if (code !== null) return l10n.t('Exit code {0}', String(code));
  return signal === undefined ? l10n.t('Ended by a signal') : l10n.t('Ended by {0}', signal);
}
