import assert from 'node:assert/strict';
import { Line } from '../../../../src/core/terminal/line.js';
import type { Pen } from '../../../../src/core/terminal/line.js';

const plain: Pen = { stream: 'stdout', style: { marks: [] } };
const other: Pen = { stream: 'stderr', style: { marks: [] } };

function line(text: string, pen = plain): Line {
  const made = new Line();
  made.writeNarrow(0, text, pen);
  return made;
}
const pieces = (of: Line, from = 0): readonly string[] =>
  of.pieces(from).map(({ column, text, stream }) => `${column}:${text}:${stream}`);

describe('a line of a terminal', () => {
  it('has blanks before what is written beyond its end', () => {
    const made = line('ab');
    made.writeNarrow(4, 'c', other);
    assert.equal(made.text(), 'ab  c');
    assert.deepEqual(pieces(made), ['0:ab:stdout', '2:  c:stderr']);
    assert.deepEqual(pieces(made, 1), ['1:b:stdout', '2:  c:stderr']);
    assert.deepEqual(pieces(made, 5), []);
  });

  it('knows where the run of one style begins', () => {
    const made = line('ab');
    made.writeNarrow(2, 'cd', other);
    assert.deepEqual(
      [0, 1, 2, 3, 4, 9].map((column) => made.runStart(column)),
      [0, 0, 0, 2, 2, 2],
    );
    assert.equal(new Line().runStart(3), 0);
  });

  it('holds a wide character in two cells, of which neither stays without the other', () => {
    const wide = (): Line => {
      const made = line('ab');
      made.write(2, '世', 2, plain);
      made.writeNarrow(4, 'c', plain);
      return made;
    };
    assert.deepEqual([wide().text(), wide().length], ['ab世c', 5]);
    assert.deepEqual(wide().before(4), { start: 2, character: '世' });
    assert.deepEqual(wide().before(2), { start: 1, character: 'b' });
    assert.equal(wide().before(0), undefined);
    for (const [what, change, text] of [
      [
        'its first cell is written',
        (of) => {
          of.writeNarrow(2, 'x', plain);
        },
        'abx c',
      ],
      [
        'its second cell is written',
        (of) => {
          of.writeNarrow(3, 'x', plain);
        },
        'ab xc',
      ],
      [
        'another begins in its second cell',
        (of) => {
          of.write(3, '界', 2, plain);
        },
        'ab 界',
      ],
      [
        'another ends in its first cell',
        (of) => {
          of.write(1, '界', 2, plain);
        },
        'a界 c',
      ],
      [
        'it is erased from its second cell',
        (of) => {
          of.erase(3, 4, plain);
        },
        'ab  c',
      ],
      [
        'it is erased to its first cell',
        (of) => {
          of.erase(1, 3, plain);
        },
        'a   c',
      ],
      [
        'the rest is erased from its second cell',
        (of) => {
          of.erase(3, 9, plain);
        },
        'ab ',
      ],
      [
        'something is inserted into it',
        (of) => {
          of.insert(3, 1, plain);
        },
        'ab   c',
      ],
      [
        'its second cell is deleted',
        (of) => {
          of.delete(3, 1, plain);
        },
        'ab c',
      ],
      [
        'its first cell is deleted',
        (of) => {
          of.delete(2, 1, plain);
        },
        'ab c',
      ],
      [
        'it is deleted',
        (of) => {
          of.delete(2, 2, plain);
        },
        'abc',
      ],
    ] as const satisfies readonly (readonly [string, (of: Line) => void, string])[]) {
      const made = wide();
      change(made);
      assert.equal(made.text(), text, what);
    }
  });

  it('blanks what is erased within it, with the pen that erases, and ends where the rest is', () => {
    const made = line('abcdef');
    made.erase(1, 3, other);
    assert.deepEqual(pieces(made), ['0:a:stdout', '1:  :stderr', '3:def:stdout']);
    made.erase(4, 6, other);
    assert.equal(made.text(), 'a  d');
    made.erase(9, 12, other);
    assert.equal(made.text(), 'a  d');
  });

  it('moves what follows an insertion and a deletion', () => {
    const made = line('abc');
    made.insert(1, 2, other);
    assert.deepEqual(pieces(made), ['0:a:stdout', '1:  :stderr', '3:bc:stdout']);
    made.insert(5, 1, other);
    assert.equal(made.text(), 'a  bc');
    made.delete(0, 3, other);
    assert.equal(made.text(), 'bc');
    made.delete(2, 1, other);
    assert.equal(made.text(), 'bc');
    made.delete(1, 9, other);
    assert.equal(made.text(), 'b');
  });

  it('moves no more than a thousand cells of a line that is longer', () => {
    const long = (): Line => line(`${'a'.repeat(998)}bcde`);
    const inserted = long();
    inserted.insert(1, 1, other);
    assert.equal(inserted.text(), `a ${'a'.repeat(997)}bde`);
    assert.deepEqual(pieces(inserted).slice(0, 2), ['0:a:stdout', '1: :stderr']);
    const far = long();
    far.insert(1000, 1, other);
    far.delete(1000, 1, other);
    assert.equal(far.text(), long().text());
    const last = long();
    last.insert(999, 5, other);
    assert.equal(last.text(), `${'a'.repeat(998)}b de`);
    const deleted = long();
    deleted.delete(0, 2, other);
    assert.equal(deleted.text(), `${'a'.repeat(996)}bc  de`);
    assert.deepEqual(pieces(deleted).slice(1), ['998:  :stderr', '1000:de:stdout']);
    const end = long();
    end.delete(998, 5, other);
    assert.equal(end.text(), `${'a'.repeat(998)}  de`);
  });

  it('moves all of a line of a thousand cells', () => {
    const made = line(`${'a'.repeat(999)}b`);
    made.delete(0, 1, other);
    assert.equal(made.text(), `${'a'.repeat(998)}b`);
    const grown = line(`${'a'.repeat(999)}b`);
    grown.insert(0, 1, other);
    assert.equal(grown.text(), ` ${'a'.repeat(999)}b`);
  });

  it('keeps wide characters whole at the end of what is moved', () => {
    const made = line('a'.repeat(999));
    made.write(999, '世', 2, plain);
    made.writeNarrow(1001, 'b', plain);
    made.delete(0, 1, plain);
    assert.equal(made.text(), `${'a'.repeat(998)}   b`);
    const pushed = line('a'.repeat(998));
    pushed.write(998, '世', 2, plain);
    pushed.writeNarrow(1000, 'b', plain);
    pushed.insert(0, 1, plain);
    assert.equal(pushed.text(), ` ${'a'.repeat(998)} b`);
  });
});
