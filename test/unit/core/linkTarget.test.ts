import assert from 'node:assert/strict';
import { linkTarget, picturePath } from '../../../src/core/linkTarget.js';

describe('a link in a pack', () => {
  it('leads to the web by https, to a question or to a section', () => {
    for (const href of ['https://python.org', 'HTTPS://python.org/a#b'])
      assert.deepEqual(linkTarget(href), { kind: 'web' }, href);
    for (const href of ['question:gil', 'question://gil', 'gil.md', './gil.md'])
      assert.deepEqual(linkTarget(href), { kind: 'question', id: 'gil', section: undefined }, href);
    for (const href of ['question:gil#how-it-works', 'gil.md#how-it-works'])
      assert.deepEqual(linkTarget(href), { kind: 'question', id: 'gil', section: 'how-it-works' });
    assert.deepEqual(linkTarget('#pitfalls'), { kind: 'section', section: 'pitfalls' });
    assert.deepEqual(linkTarget('#a%20b#c'), { kind: 'section', section: 'a b#c' });
    assert.deepEqual(linkTarget('#100%'), { kind: 'section', section: '100%' });
  });

  it('leads nowhere else, and its author is told what it could be', () => {
    const reason = (href: string): string => {
      const target = linkTarget(href);
      return target.kind === 'none' ? target.reason : target.kind;
    };
    for (const href of ['http://python.org', 'HTTP://python.org'])
      assert.match(reason(href), /begin with https:\/\/, not with http:/, href);
    for (const href of ['question:The GIL', 'question:', 'Gil.md', 'question:gil--2'])
      assert.match(reason(href), /no question’s id/, href);
    for (const href of [
      ...[
        '',
        'https://',
        'https:///x',
        'javascript:alert(1)',
        'command:x',
        '../gil.md',
        'a/gil.md',
      ],
      ...[
        'gil',
        'gil.md.txt',
        'see https://python.org',
        'a question:gil',
        'x:gil.md',
        'file:///etc/passwd',
      ],
    ])
      assert.match(reason(href), /Links lead to https:/, href);
  });
});

describe('a picture in a pack', () => {
  it('is a file of the pack’s', () => {
    for (const path of [
      'files/a.svg',
      'files/a/b.PNG',
      'files/a.jpg',
      'files/a.jpeg',
      'files/a.gif',
    ])
      assert.equal(picturePath(path), path);
    assert.equal(picturePath('./files/a.webp'), 'files/a.webp');
    for (const path of [
      ...[
        'a.svg',
        'files/a.txt',
        'files/a.svg.exe',
        'files/../a.svg',
        'x/files/a.svg',
        '/files/a.svg',
      ],
      ...[
        'files/a.svg?x',
        'https://files/a.svg',
        'files/asvg',
        'x./files/a.svg',
        '././files/a.svg',
        'files/x./a.svg',
      ],
    ])
      assert.equal(picturePath(path), undefined, path);
  });
});
