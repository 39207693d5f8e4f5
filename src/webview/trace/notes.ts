/** Words on the recording as a whole: what it leaves out, and what it cannot hide from the program. */
import { compareVersions } from '../../core/python/versions.js';
import type { Recording } from '../../core/trace/recording.js';
import type { TraceModel } from '../../protocol/trace.js';

export function notes(model: TraceModel, recording: Recording): string {
  const told = [`Python ${recording.python}`];
  if (recording.end === 'time')
    told.push(
      model.ended === 'timeout'
        ? 'recorded until its time was up, and ended since it went on'
        : 'recorded until its time was up, and run on without that',
    );
  if (recording.end === 'killed') told.push('it was ended before its end');
  if (recording.leftOut > 0)
    told.push(`${recording.leftOut.toLocaleString()} steps in the middle are left out`);
  if (recording.threadsLeftOut > 0)
    told.push(`${recording.threadsLeftOut.toLocaleString()} threads are left out`);
  if (model.counts) told.push('references are those that the program has');
  if (model.ended === 'stopped') told.push('stopped');
  return told.join(' · ');
}

/** What a program can notice of being recorded on a version of Python; tests try each. */
export function deviations(python: string): readonly string[] {
  const before = (version: string): boolean => compareVersions(python, version) < 0;
  return [
    'It takes longer, needs more memory, and calls may go one level less deep.',
    'A signal that comes while a step is recorded shows its handler the recorder’s frame.',
    'Code that has no file, as that of exec(), is not stepped through.',
    ...(before('3.12')
      ? [
          'sys.gettrace() tells of the recorder, and sys.settrace() ends it.',
          'sys.getrefcount() also counts what the recorder’s look at a frame keeps.',
          'Finalizers are not stepped through.',
        ]
      : []),
    ...(before('3.13') ? ['locals() is renewed at each step in a function that called it.'] : []),
    ...(before('3.11')
      ? []
      : ['The collector also counts the dictionaries of the instances that are shown.']),
  ];
}
