import assert from 'node:assert/strict';
import { renderDocument, renderInline } from '../../../src/core/markdown.js';

describe('rendering Markdown', () => {
  it('lets no HTML and no script address pass', () => {
    const { html } = renderDocument(
      '<script>x</script> [a](javascript:alert(1)) [b](command:x) [c](vscode:x) <b onclick=x>',
    );
    assert.doesNotMatch(html, /<script|<b |href="(?:javascript|command|vscode):/);
    assert.match(html, /&lt;script&gt;/);
  });

  it('links to questions and to https only', () => {
    assert.match(renderInline('[a](question:gil)'), /<a href="#question:" data-question="gil">/);
    assert.match(renderInline('[a](gil.md)'), /data-question="gil"/);
    assert.match(
      renderInline('[a](https://docs.python.org/3/)'),
      /href="https:\/\/docs.python.org\/3\/"/,
    );
    assert.doesNotMatch(renderInline('[a](http://example.org)'), /<a /);
    assert.doesNotMatch(renderInline('[a](question:../x)'), /<a /);
  });

  it('shows pictures of the pack and no others', () => {
    assert.match(
      renderInline('![A flow](files/flow.svg)'),
      /data-picture="files\/flow.svg" alt="A flow"/,
    );
    assert.doesNotMatch(renderInline('![x](https://example.org/a.png)'), /<img/);
    assert.doesNotMatch(renderInline('![x](files/../../secret.svg)'), /<img/);
  });

  it('marks snippets, outputs and files, and gives headings ids of their own', () => {
    const text =
      '## A\n\n## A\n\n```python {name=one}\nx\n```\n\n```output {of=one python=">=3.13"}\ny\n```\n\n```c {file=a.c of=one}\nz\n```\n';
    const { html, headings, blocks } = renderDocument(text);
    assert.deepEqual(
      headings.map(({ id }) => id),
      ['a', 'a--2'],
    );
    assert.deepEqual(blocks, [
      { language: 'python', code: 'x\n' },
      { language: 'c', code: 'z\n' },
    ]);
    assert.match(html, /<figure class="snippet" data-snippet="one">/);
    assert.match(html, /<summary>Expected output on Python &gt;=3.13<\/summary>/);
    assert.match(html, /<figcaption>a.c<\/figcaption>/);
  });

  it('needs no style attribute, which the page’s policy would block', () => {
    assert.doesNotMatch(renderDocument('| a | b |\n|:-:|--:|\n| 1 | 2 |\n').html, /style=/);
  });
});
