import assert from 'node:assert/strict';
import fc from 'fast-check';
import { longestText, plainLines, plainText } from '../../../src/core/plainText.js';
import { iconsIn, linksIn, markdownLinksIn } from './interpretedText.js';

const shell = 'command:workbench.action.terminal.new?%7B%22shellPath%22%3A%22%2Fbin%2Fsh%22%7D';

/** Texts from what links and icons are made of, whole and in pieces. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        `[Show how to mend it](${shell})`,
        `[a](${shell} "title")`,
        `[[nested]](${shell})`,
        '[x](HTTPS://example.org)',
        '[x](file:///etc/passwd)',
        '[x](vscode://a.b/c)',
        '$(zap)',
        '$(sync~spin)',
        '\\$(zap)',
        '[',
        ']',
        '(',
        ')',
        '$',
        '](',
        '$(',
        'command:',
        'x',
        ' ',
        '\n',
        '\u200b',
        '\u0000',
        '\u202e',
        '\u2060',
        '\ufeff',
        '\u001b[31m',
        '\\',
        '"',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

describe('plainText', () => {
  it('leaves ordinary text as it is', () => {
    for (const text of [
      'How does `__new__` differ from `__init__`?',
      'handlers[name](event) and $x, $(1 + 1), f"{a}"',
      'x[0](y)[1] (see also)',
      '/home/ann/Études/C#/пример.py:12',
      '👩‍👩‍👧 می‌خواهم',
    ])
      assert.equal(plainText(text), text);
  });

  it('makes no link of what looks like one, and shows what it says', () => {
    assert.deepEqual(linksIn(`[Show how](${shell})`), [{ label: 'Show how', href: shell }]);
    assert.equal(plainText('[Show](command:x)'), '[Show] (command:x)');
    for (const address of ['&#99;ommand:x', 'command&colon;x', 'command\\:x', '<&#x63;ommand:x>'])
      assert.equal(plainText(`[Show](${address})`), `[Show] (${address})`);
    assert.equal(plainText('[Show](https://x "t")'), '[Show] (https://x "t")');
    assert.equal(plainText('[Show]\u200b(command:x)'), '[Show] (command:x)');
    assert.equal(plainText('a[b]( <vscode://x>)'), 'a[b] ( <vscode://x>)');
  });

  it('makes no icon of what looks like one, and shows what it says', () => {
    assert.deepEqual(iconsIn('$(zap)'), ['zap']);
    assert.equal(plainText('$(zap) $(sync~spin)'), '$ (zap) $ (sync~spin)');
    assert.equal(plainText('$\u2060(zap)'), '$ (zap)');
  });

  it('is one line without what is not seen or turns the direction', () => {
    assert.equal(plainText(' a\r\nb\u2028c\td\u0085e\u0000\u202ef\u{e0041} '), 'a b c d ef');
    assert.equal(plainText('\u001b[1;31mred\u001b[0m'), 'red');
    assert.equal(plainText('half \ud83d'), 'half \ufffd');
    assert.equal(plainLines(['a\nb', 'c']), 'a b\nc');
  });

  it('is short, and cut between two graphemes', () => {
    const family = '👩‍👩‍👧';
    assert.equal(plainText(family.repeat(3), family.length * 2 + 1), `${family.repeat(2)}…`);
    assert.equal(plainText(`e\u0301`.repeat(200)).length <= longestText, true);
    assert.equal(plainText(`${' '.repeat(1e6)}x`), '…');
    assert.equal(plainText('x'.repeat(1e6)), `${'x'.repeat(longestText - 1)}…`);
    assert.equal(plainText('x'.repeat(longestText)), 'x'.repeat(longestText));
  });

  it('is harmless whatever is in it, and however pieces are put together', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), (pieces) => {
        const parts = pieces.map((piece) => plainText(piece));
        for (const text of [...parts, plainText(parts.join('')), plainText(pieces.join(''))]) {
          assert.deepEqual(linksIn(text), []);
          assert.deepEqual(markdownLinksIn(text), []);
          assert.deepEqual(iconsIn(text), []);
          assert.ok(text.length <= longestText);
          assert.doesNotMatch(text, /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
          assert.equal(plainText(text), text);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('looks at no more of a text than it may show, whatever it is made of', () => {
    for (const piece of [
      '[',
      '](',
      '](a',
      '$(',
      '$(a',
      '\u001b[1;',
      ' ',
      '\u0301',
      '\u200b',
      ']( <',
    ])
      assert.ok(plainText(piece.repeat(5_000_000 / piece.length)).length <= longestText);
  });
});
