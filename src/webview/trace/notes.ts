/** Words on the recording as a whole: what it leaves out, and what it cannot hide from the program. */
import * as l10n from '@vscode/l10n';
import { counted, figure } from '../../core/figures.js';
import { compareVersions } from '../../core/python/versions.js';
import type { Recording } from '../../core/trace/recording.js';
import type { TraceModel } from '../../protocol/trace.js';

export function notes(model: TraceModel, recording: Recording): string {
  const told = [`Python ${recording.python}`];
  if (recording.end === 'time')
    told.push(
      model.ended === 'timeout'
        ? l10n.t('recorded until its time was up, and ended since it went on')
        : l10n.t('recorded until its time was up, and run on without that'),
    );
  if (recording.end === 'killed') told.push(l10n.t('it was ended before its end'));
  if (recording.leftOut > 0)
    told.push(
      counted(
        recording.leftOut,
        l10n.t('{0} step in the middle is left out', figure(recording.leftOut)),
        l10n.t('{0} steps in the middle are left out', figure(recording.leftOut)),
      ),
    );
  if (recording.threadsLeftOut > 0)
    told.push(
      counted(
        recording.threadsLeftOut,
        l10n.t('{0} thread is left out', figure(recording.threadsLeftOut)),
        l10n.t('{0} threads are left out', figure(recording.threadsLeftOut)),
      ),
    );
  if (model.counts) told.push(l10n.t('references are those that the program has'));
  if (model.ended === 'stopped') told.push(l10n.t('stopped'));
  return told.join(' · ');
}

/** What a program can notice of being recorded on a version of Python; tests try each. */
export function deviations(python: string): readonly string[] {
  const before = (version: string): boolean => compareVersions(python, version) < 0;
  return [
    l10n.t('It takes longer, needs more memory, and calls may go one level less deep.'),
    l10n.t('A signal that comes while a step is recorded shows its handler the recorder’s frame.'),
    l10n.t('Code that has no file, as that of exec(), is not stepped through.'),
    l10n.t('One more file is open, and an object may get another address than without it.'),
    ...(before('3.12')
      ? [
          l10n.t(
            'sys.gettrace() and a frame’s f_trace tell of the recorder, and sys.settrace() ends it.',
          ),
          l10n.t('sys.getrefcount() also counts what the recorder’s look at a frame keeps.'),
          l10n.t('Finalizers are not stepped through.'),
        ]
      : [l10n.t('sys.monitoring tells of a tool “interview-lab”.')]),
    ...(before('3.13')
      ? [l10n.t('locals() is renewed at each step in a function that called it.')]
      : []),
    ...(before('3.11')
      ? []
      : [
          l10n.t(
            'The collector also counts and names the dictionaries of the instances that are shown.',
          ),
        ]),
  ];
}
