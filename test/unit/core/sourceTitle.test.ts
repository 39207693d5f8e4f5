import assert from 'node:assert/strict';
import { sourceTitle } from '../../../src/core/sourceTitle.js';

describe('the title of a source', () => {
  it('says what it is, from its address alone', () => {
    for (const [address, title] of [
      ['https://peps.python.org/pep-0703/', 'PEP 703'],
      ['https://peps.python.org/pep-0684/#per-interpreter-gil', 'PEP 684: per interpreter gil'],
      ['https://docs.python.org/3/library/threading.html', 'Python library: threading'],
      [
        'https://docs.python.org/3/library/sys.html#sys.setswitchinterval',
        'Python library: sys.setswitchinterval',
      ],
      ['https://docs.python.org/3/whatsnew/3.13.html', 'What’s new in Python 3.13'],
      [
        'https://docs.python.org/3/glossary.html#term-global-interpreter-lock',
        'Python glossary: global interpreter lock',
      ],
      ['https://docs.python.org/3/c-api/threads.html', 'Python/C API: threads'],
      ['https://docs.python.org/3/', 'Python documentation'],
      ['https://docs.pytest.org/en/stable/how-to/fixtures.html', 'docs.pytest.org: fixtures'],
      ['https://docs.python.org/3/constructor', 'Python documentation: constructor'],
      ['https://docs.python.org/3/toString/x', 'Python documentation: toString: x'],
      ['https://www.attrs.org', 'www.attrs.org'],
      ['https://www.attrs.org/#why', 'www.attrs.org: why'],
      ['https://www.attrs.org/en/names.htm#why', 'www.attrs.org: names, why'],
      ['https://www.attrs.org/a/index.html', 'www.attrs.org: a'],
      ['https://peps.python.org/', 'peps.python.org'],
      ['https://peps.python.org/topic/pep-1/', 'peps.python.org: pep 1'],
      ['https://docs.python.org/pep-8/', 'Python documentation: pep 8'],
      ['https://docs.python.org/3/glossary.html', 'Python glossary'],
      ['https://docs.python.org/3/my-glossary.html', 'Python documentation: my glossary'],
      ['https://docs.python.org/zh-cn/3.13/library/threading.html', 'Python library: threading'],
      ['https://docs.python.org/dev/library/', 'Python library'],
      ['https://docs.python.org/3/library/#module-sys', 'Python library, sys'],
    ] as const)
      assert.equal(sourceTitle(address), title);
  });

  it('leaves what is no address as it is', () => {
    assert.equal(sourceTitle('a book'), 'a book');
    assert.equal(sourceTitle('https://example.org/a#%zz').startsWith('example.org'), true);
  });
});
