import assert from 'node:assert/strict';
import { Losses } from '../../../../src/app/importing/bank.js';
import { fenced } from '../../../../src/app/importing/fenced.js';
import { htmlToMarkdown } from '../../../../src/app/importing/htmlToMarkdown.js';
import { escapeMarkdown, outsideCode } from '../../../../src/app/importing/outsideCode.js';
import { definedIn, usesAny } from '../../../../src/app/importing/pythonNames.js';
import { tidyMarkdown } from '../../../../src/app/importing/tidyMarkdown.js';

type Read = (text: string, where: string, losses: Losses) => string;

function read(by: Read, text: string): readonly [string, readonly string[]] {
  const losses = new Losses();
  const result = by(text, 'here', losses);
  return [result, losses.all.map(({ where, what }) => `${where}: ${what}`)];
}

describe('Markdown of elsewhere', () => {
  for (const [text, tidy, ...lost] of [
    [' a\r\nb \n', 'a\nb'],
    ['a <!-- b --> c<!---->d', 'a  cd'],
    [
      '![a map](map.png "title") ![](x)',
      'a map',
      'here: The picture map.png.',
      'here: The picture x.',
    ],
    [
      '[a](https://a.org) [b](b.html "t") [](c)',
      '[a](https://a.org) b',
      'here: The link to b.html.',
      'here: The link to c.',
    ],
    [
      '[`a`](https://a.org) [`b`](b.html)',
      '[`a`](https://a.org) [`b`]',
      'here: The link to b.html.',
    ],
    ['[a][b] [c][]', 'a c'],
    ['2<sup>8</sup>, x<sub>1</sub>', '2^8, x\\_1'],
    ['a<br/>b<BR>c', 'a\nb\nc'],
    ['<p>a</p><div class="x">b</div>', 'a\n\nb'],
    ['<b>a</b><strong>b</strong>', '**a****b**'],
    ['<i>a</i> <em>b</em>', '*a* *b*'],
    ['<code>a</code> <kbd>b</kbd>', '`a` `b`'],
    ['<span>a</span> 1 < 2 > 1', 'a 1 < 2 > 1'],
    ['`<b>` ![x] [a](', '`<b>` ![x] [a]('],
    ['```rust,ignore\n<b>\n```', '```rust\n<b>\n```'],
    ['``` python {.numbered}\nx\n```', '```python\nx\n```'],
    ['> ~~~ sh\n> x\n> ~~~', '> ~~~sh\n> x\n> ~~~'],
    ['```a`b```', '```a`b```'],
  ] as const)
    it(`becomes such as a pack may have: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(read(tidyMarkdown, text), [tidy, lost]);
    });

  for (const [text, changed] of [
    ['a `b` c', 'A `b` C'],
    ['a ``b ` c`` d', 'A ``b ` c`` D'],
    ['a ` b', 'A ` B'],
    ['a `` b ` c `', 'A `` B ` c `'],
    ['a\n```x\nb\n```\nc', 'A\n```x\nb\n```\nC'],
    ['a\n~~~\nb\n```\nc\n~~~~\nd', 'A\n~~~\nb\n```\nc\n~~~~\nD'],
    ['````\na\n```\nb\n````\nc', '````\na\n```\nb\n````\nC'],
    ['```\na\n``` b\nc', '```\na\n``` b\nc'],
    ['- ```\n  a\n  ```\nb', '- ```\n  a\n  ```\nB'],
    ['    ```\na', '    ```\nA'],
  ] as const)
    it(`is changed where it is no code: ${JSON.stringify(text)}`, () => {
      assert.equal(
        outsideCode(text, (part) => part.toUpperCase()),
        changed,
      );
    });

  for (const [text, escaped] of [
    ['__init__ *a* `b` [c] <d> | \\', '\\_\\_init\\_\\_ \\*a\\* \\`b\\` \\[c\\] \\<d\\> \\| \\\\'],
    ['# a\n- b\n  + c\n1. d\n2) e', '\\# a\n\\- b\n  \\+ c\n1\\. d\n2\\) e'],
    ['#a -b a # b 1.5 1234567890. x', '#a -b a # b 1.5 1234567890. x'],
  ] as const)
    it(`has no marks where it is plain text: ${JSON.stringify(text)}`, () => {
      assert.equal(escapeMarkdown(text), escaped);
    });

  it('holds a text in a fence, whatever backquotes are in it', () => {
    assert.equal(fenced('python', 'a\n\n'), '```python\na\n```');
    assert.equal(fenced('', 'a ``` b ````'), '`````\na ``` b ````\n`````');
    assert.equal(fenced('', '`'), '```\n`\n```');
  });
});

describe('HTML of elsewhere', () => {
  for (const [html, markdown, ...lost] of [
    ['', ''],
    ['<p>a</p><p>b\n  c</p>', 'a\n\nb c'],
    ['a<br>b <b>c</b> <strong>d</strong> <i>e</i> <em>f</em>', 'a\nb **c** **d** *e* *f*'],
    ['<b>a</b><b>b</b>', '**ab**'],
    ['<pre>while True:\n    break\n</pre>x', '```\nwhile True:\n    break\n```\n\nx'],
    ['a<pre><code>b_c</code></pre>', 'a\n\n```\nb_c\n```'],
    ['<code>a_b`c</code> <kbd>d</kbd> <tt>e</tt> <code></code>', "`a_b'c` `d` `e`"],
    ['<code>a<kbd>b</kbd></code>', '`ab`'],
    ['2<sup>8</sup> x<sub>1</sub>', '2^8 x\\_1'],
    ['a<h1>b</h1>c<h6>d</h6><h7>e</h7>', 'a\n\n## b\n\nc\n\n## d\n\ne'],
    ['<ul><li>a</li><li>b</li></ul>c', '- a\n- b\n\nc'],
    ['<ol><li>a<li>b</ol><ol><li>c</ol>', '1. a\n2. b\n\n1. c'],
    ['x<li>a</li>', 'x\n- a'],
    [
      '<a href="https://a.org">a</a> <a href="b.html">b</a> <a>c</a>',
      '[a](https://a.org) b c',
      'here: The link to b.html.',
    ],
    [
      '<a href="https://a.org">a <a href="b">b</a></a>',
      '[a ](https://a.org)b',
      'here: The link to b.',
    ],
    [
      '<img src="a.png" alt="a_b"> <img>',
      'a\\_b',
      'here: The picture a.png.',
      'here: The picture .',
    ],
    ['<script>a</script><style>b</style><head><title>c</title></head>d', 'd'],
    ['a &lt;b&gt; &amp; _c_', 'a \\<b\\> & \\_c\\_'],
    ['<table><tr><td>a</td></tr><tr><td>b</td></tr></table>', 'a\n\nb'],
    [
      '<div>a</div><section>b</section><article>c</article><blockquote>d</blockquote>',
      'a\n\nb\n\nc\n\nd',
    ],
    ['a <span> b</span>', 'a b'],
  ] as const)
    it(`becomes Markdown: ${JSON.stringify(html)}`, () => {
      assert.deepEqual(read(htmlToMarkdown, html), [markdown, lost]);
    });

  it('is read as deep as there is reason, and however long it is', () => {
    const nested = (depth: number): string => `${'<i>'.repeat(depth - 1)}<i>x`;
    assert.deepEqual(read(htmlToMarkdown, nested(1000))[1], []);
    assert.deepEqual(read(htmlToMarkdown, nested(1001))[1], [
      'here: All from where more than 1000 elements lie in one another.',
    ]);
    const [long] = read(htmlToMarkdown, '<p>word</p>'.repeat(2000));
    assert.equal(long, Array(2000).fill('word').join('\n\n'));
  });
});

describe('the names that a piece of Python gives', () => {
  for (const [code, names] of [
    ['def f(): ...\nasync def g(): ...\nclass C: ...', ['f', 'g', 'C']],
    ['import os', ['os']],
    ['import os.path, sys as system  # both', ['os', 'system']],
    ['from a.b import (c, d as e)', ['c', 'e']],
    ['x = 1\na, b = 1, 2\nc: int = 3', ['x', 'a', 'b', 'c', 'int']],
    ['x == 1\nx <= 1\nf(1)\n  y = 1\n    def h(): ...', []],
    ['', []],
  ] as const)
    it(`are ${names.join()} in ${JSON.stringify(code)}`, () => {
      assert.deepEqual(definedIn(code), names);
    });

  it('are looked for as whole words', () => {
    const names = new Set(['value', '_x']);
    assert.equal(usesAny('print(value)', names), true);
    assert.equal(usesAny('_x', names), true);
    assert.equal(usesAny('values + my_value', names), false);
    assert.equal(usesAny('', names), false);
  });
});
