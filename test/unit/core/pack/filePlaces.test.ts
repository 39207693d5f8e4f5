import assert from 'node:assert/strict';
import { exercisePart } from '../../../../src/core/pack/exercisePlaces.js';
import {
  fileIdFault,
  folderIdFault,
  idOfFile,
  placeFault,
} from '../../../../src/core/pack/filePlaces.js';

describe('a file of a pack', () => {
  it('may lie where something reads it, where people look, and anywhere when it is no text', () => {
    for (const path of [
      ...['pack.yaml', 'questions/gil.md', 'quizzes/gil.yaml', 'quizzes/gil.yml'],
      ...['exercises/lru/exercise.md', 'exercises/lru/starter.py', 'exercises/lru/checks.py'],
      ...[
        'exercises/lru/solutions/a.md',
        'exercises/lru/wrong/a.py',
        'exercises/lru/files/a/b.txt',
      ],
      ...['exercises/lru/__pycache__/a.pyc', 'exercises/README.md', 'exercises/lru/LICENSE'],
      ...['README.md', 'readme.markdown', 'CHANGELOG.md', 'LICENSE', 'license.yaml', 'Makefile'],
      ...['questions/README.md', 'quizzes/contributing.md', 'docs/README.md', 'build.py'],
      ...['files/a.svg', 'scripts/a.py', 'any/where/b.json', 'notes.md.bak'],
    ])
      assert.equal(placeFault(path), undefined, path);
  });

  it('is told of where nothing reads it, and where it was probably meant to lie', () => {
    for (const [path, told] of [
      ['pack.yml', /did you mean “pack.yaml”/],
      ['pakc.yaml', /did you mean “pack.yaml”/],
      ['gil.md', /questions are files questions\/\*\.md/],
      ['notes.yml', /questions are files/],
      ['questions/sub/gil.md', /questions lie in “questions” itself/],
      ['questions/gil.yaml', /a question is a file \*\.md/],
      ['questions/gil.md.bak', /a question is a file/],
      ['quizzes/sub/gil.yaml', /quizzes lie in “quizzes” itself/],
      ['quizzes/gil.md', /a quiz is a file \*\.yaml/],
      ['quizzes/gil.json', /a quiz is a file/],
      ['question/gil.md', /the folder “questions” instead of “question”/],
      ['quizes/gil.yaml', /the folder “quizzes” instead of “quizes”/],
      ['file/gil.markdown', /the folder “files” instead of “file”/],
      ['files/gil.md', /questions are files/],
      ['drafts/gil.MD', /questions are files/],
      ['exercises/lru.md', /an exercise is a folder under “exercises”/],
      ['exercises/lru/exercises.md', /did you mean “exercise.md”/],
      ['exercises/lru/check.py', /did you mean “checks.py”/],
      ['exercises/lru/data.csv', /lie in its folder “files”/],
      ['exercises/lru/solutions/a.py', /in “solutions” lie files \*\.md/],
      ['exercises/lru/solutions/a/b.md', /in “solutions” lie files/],
      ['exercises/lru/solutions/a.md/b.md', /in “solutions” lie files/],
      ['exercises/lru/wrong/a.md', /in “wrong” lie files \*\.py/],
      ['exercises/lru/files/a:b', /one that every system can keep/],
      ['exercises/lru/solution/a.md', /the folder “solutions” instead of “solution”/],
      ['exercises/lru/data/a.md', /lie in its folder “files”/],
      ['exercises/lru/constructor/a.md', /lie in its folder “files”/],
    ] as const)
      assert.match(placeFault(path) ?? 'nothing', told, path);
  });

  it('stands for an id, which every system can keep', () => {
    assert.equal(idOfFile('questions/import-system.md'), 'import-system');
    assert.equal(idOfFile('quizzes/a.b.yaml'), 'a.b');
    for (const path of ['questions/gil.md', 'quizzes/a1-2b.yml', 'questions/mixed.md'])
      assert.equal(fileIdFault(path), undefined, path);
    assert.match(fileIdFault('quizzes/mixed.yaml') ?? '', /kept for mixed quizzes/);
    for (const name of ['con', 'aux', 'com1', 'lpt9'])
      assert.match(fileIdFault(`questions/${name}.md`) ?? '', /names a device on Windows/, name);
    for (const name of ['Gil', 'a_b', 'a--b', '-a', 'a-', 'a b', '', 'a'.repeat(81)])
      assert.match(
        fileIdFault(`questions/${name}.md`) ?? '',
        /joined by hyphens, at most 80/,
        name,
      );
    assert.equal(fileIdFault(`questions/${'a'.repeat(80)}.md`), undefined);
    assert.equal(folderIdFault('lru-cache'), undefined);
    assert.match(folderIdFault('nul') ?? '', /another name for the folder/);
    assert.match(folderIdFault('LRU') ?? '', /folder’s name is the exercise’s id/);
  });

  it('is a part of the exercise in whose folder it lies', () => {
    const part = (path: string): string | undefined => {
      const found = exercisePart(path);
      return found && `${found.exercise}: ${found.path}`;
    };
    assert.equal(part('exercises/lru/starter.py'), 'lru: starter.py');
    assert.equal(part('exercises/lru/files/a/b.txt'), 'lru: files/a/b.txt');
    for (const path of [
      'exercises/lru',
      'exercises/lru/',
      'exercises/lru/files/',
      'x/exercises/a/checks.py',
    ])
      assert.equal(part(path), undefined, path);
  });
});
