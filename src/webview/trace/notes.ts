/** Words on the recording as a whole. */
import type { Recording } from '../../core/trace/recording.js';
import type { TraceModel } from '../../protocol/trace.js';

/** What the page says of a recording: what is left out, and what a recording cannot hide on this Python. */
export function notes(model: TraceModel, recording: Recording): string {
  const told = [`Python ${recording.python}`];
  if (recording.end === 'time') told.push('recorded until its time was up');
  if (recording.end === 'killed') told.push('it was ended before its end');
  if (recording.leftOut > 0)
    told.push(`${recording.leftOut.toLocaleString()} steps in the middle are left out`);
  if (recording.threadsLeftOut > 0)
    told.push(`${recording.threadsLeftOut.toLocaleString()} threads are left out`);
  if (model.counts) told.push('references are those that the program has, without the recorder’s');
  const [major = 3, minor = 0] = recording.python.split('.').map(Number);
  if (major === 3 && minor < 12)
    told.push(
      'sys.gettrace() tells of the recording, finalizers are not stepped through, sys.getrefcount() counts it, and a program that calls sys.settrace() ends it',
    );
  if (major === 3 && minor >= 11)
    told.push('the collector also counts the dictionaries of the instances that are shown');
  if (model.ended === 'stopped') told.push('stopped');
  return told.join(' · ');
}
