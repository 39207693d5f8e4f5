import assert from 'node:assert/strict';
import { hasAll, passagesOf, passagesWith } from '../../../src/core/passages.js';

const text = `A lock guards **the interpreter**. Your own data needs more.

## How it works

The eval loop asks \`sys.getswitchinterval()\`. Then it lets go of the lock.

\`\`\`python {name=a}
print("the lock in code")
\`\`\`

- An item names the lock too.

## How it works

Elsewhere.
`;

describe('the passages of an answer', () => {
  const passages = passagesOf(text);

  it('are sentences without marks or code, each with the section that it stands in', () => {
    assert.deepEqual(passages[0], { sentence: 'A lock guards the interpreter.' });
    assert.equal(passages[2]?.sentence, 'The eval loop asks sys.getswitchinterval().');
    assert.deepEqual(passages[2].section, { id: 'how-it-works', title: 'How it works' });
    assert.equal(passages.at(-1)?.section?.id, 'how-it-works--2');
    assert.ok(!passages.some(({ sentence }) => sentence.includes('in code')));
  });

  it('are found by most of the words, one a section', () => {
    const of = (words: string): readonly string[] =>
      passagesWith(passages, words, 3).map(({ sentence }) => sentence);
    assert.deepEqual(of('LOCK'), [
      'A lock guards the interpreter.',
      'Then it lets go of the lock.',
    ]);
    assert.deepEqual(of('lock go'), ['Then it lets go of the lock.']);
    assert.deepEqual(of('sys.getswitch'), ['The eval loop asks sys.getswitchinterval().']);
    assert.deepEqual(of('zebra'), []);
  });

  it('have all of the words or not', () => {
    assert.ok(hasAll('prints even', 'Which line prints an even number?'));
    assert.ok(!hasAll('prints odd', 'Which line prints an even number?'));
    assert.ok(!hasAll('', 'anything'));
  });
});
