import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  newNote,
  noteBody,
  noteExcerpt,
  noteFileName,
  questionOfNote,
} from '../../../src/core/note.js';
import { idPattern, isId } from '../../../src/core/pack/idPattern.js';
import { isSafePath } from '../../../src/core/pack/safePath.js';

describe('a note', () => {
  it('says nothing until something stands under its heading', () => {
    assert.equal(noteBody(newNote('What does `import` do?')), '');
    assert.equal(noteBody(''), '');
    assert.equal(noteBody('# Title'), '');
    assert.equal(
      noteBody('\uFEFF# Title\r\n\r\nFinders, then loaders.\r\n'),
      'Finders, then loaders.',
    );
    assert.equal(noteBody('Without a heading\n# kept'), 'Without a heading\n# kept');
  });

  it('is kept under a name that is safe everywhere, and that leads back to its question', () => {
    const id = fc.stringMatching(idPattern).filter(isId);
    fc.assert(
      fc.property(
        fc.oneof(id, fc.constantFrom('con', 'nul', 'com1', 'aux', 'lpt9')),
        (question) => {
          const name = noteFileName(question);
          assert.ok(isSafePath(name), name);
          assert.equal(questionOfNote(name), question);
        },
      ),
    );
  });

  it('is refused for what is no id, and is not looked for in other files', () => {
    for (const id of ['../escape', 'a/b/c', 'a\\b', 'C:evil', '', '.hidden', 'Ünsafe', 'a.b'])
      assert.throws(() => noteFileName(id), /no question’s id/, id);
    for (const name of ['con.md', '_gil.md', 'gil.txt', 'gil.md.bak', 'Gil.md', 'a b.md'])
      assert.equal(questionOfNote(name), undefined, name);
  });

  it('is shown in a list by the line that was looked for', () => {
    const body = 'Remember this.\n- The **finder** comes first\nThen the loader';
    assert.equal(noteExcerpt(body, 'Loader'), 'Then the loader');
    assert.equal(noteExcerpt(body, 'finder'), 'The **finder** comes first');
    assert.equal(noteExcerpt(body, 'nowhere'), 'Remember this.');
    assert.equal(noteExcerpt(''), '');
    assert.equal(noteExcerpt('x'.repeat(500)).length, 120);
  });
});
