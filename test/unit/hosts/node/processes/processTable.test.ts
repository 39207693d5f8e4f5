import assert from 'node:assert/strict';
import { membersOf, parsePs } from '../../../../../src/hosts/node/processes/processTable.js';

/** As `ps -axEww -o pid=,ppid=,pgid=,state=,command=` prints it on macOS. */
const table = `
    1     0     1 Ss   /sbin/launchd
  501     1   501 S    /Applications/Code.app/Contents/MacOS/Electron --type=x HOME=/Users/ada
  700   501   700 S+   /opt/homebrew/bin/python3 /tmp/run/program.py HOME=/Users/ada INTERVIEW_LAB_RUN=a.1 LANG=C
  701   700   700 R+   /opt/homebrew/bin/python3 -c while True: pass HOME=/Users/ada INTERVIEW_LAB_RUN=a.1
  702     1   702 Ss   /opt/homebrew/bin/python3 left the group INTERVIEW_LAB_RUN=a.1 HOME=/Users/ada
  703   702   703 S    sh -c sleep 9
  704   700   700 Z    (python3.13)
  705     1   705 S    /opt/homebrew/bin/python3 other.py INTERVIEW_LAB_RUN=a.10
  706     1   700 S    cat
`;

describe('The process table of macOS', () => {
  it('is read with the runs that processes belong to, without the dead', () => {
    const entries = parsePs(table);
    assert.deepEqual(
      entries.map(({ pid, parent, group, run }) => [pid, parent, group, run]),
      [
        [1, 0, 1, undefined],
        [501, 1, 501, undefined],
        [700, 501, 700, 'a.1'],
        [701, 700, 700, 'a.1'],
        [702, 1, 702, 'a.1'],
        [703, 702, 703, undefined],
        [705, 1, 705, 'a.10'],
        [706, 1, 700, undefined],
      ],
    );
  });

  it('tells who belongs to a run: by its mark, its group or its parents, and nobody else', () => {
    assert.deepEqual(membersOf(parsePs(table), 'a.1', 700).toSorted(), [700, 701, 702, 703, 706]);
    assert.deepEqual(membersOf(parsePs(table), 'a.2', 999), []);
  });
});
