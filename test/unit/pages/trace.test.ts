import assert from 'node:assert/strict';
import type { TraceModel } from '../../../src/protocol/trace.js';
import { inPage } from './page.js';

/** A loop that appends to one of two lists and prints, with all said anew at its third step. */
const lines = [
  { v: 1, python: '3.13.0', by: 'monitoring' },
  { c: 1, name: '<module>', file: 'a.py', line: 1, cells: [], free: [], kind: 'body' },
  {
    ...{
      n: 1,
      k: 'line',
      t: 0,
      o: [0, 0],
      s: [[1, 1, 1]],
      full: true,
      l: { 1: { rows: 1, n: '0' } },
    },
    h: { 1: { k: 'list', t: 'list', n: 1, v: ['1'] }, 2: { k: 'list', t: 'list', n: 0, v: [] } },
  },
  {
    ...{ n: 2, k: 'line', t: 0, o: [4, 0], s: [[1, 1, 2]], l: { 1: { n: '1' } } },
    h: { 2: { k: 'list', t: 'list', n: 1, v: ['7'] } },
  },
  {
    ...{
      n: 3,
      k: 'line',
      t: 0,
      o: [6, 0],
      s: [[1, 1, 1]],
      full: true,
      l: { 1: { rows: 1, n: '1' } },
    },
    h: { 1: { k: 'list', t: 'list', n: 1, v: ['1'] }, 2: { k: 'list', t: 'list', n: 1, v: ['7'] } },
  },
  { n: 4, k: 'return', t: 0, o: [8, 0], s: [[1, 1, 2]], l: { 1: { n: '2' } }, v: 'None' },
  { end: 'exit', steps: 4, left: 0 },
];
const model: TraceModel = {
  title: 'a.py',
  recording: lines.map((line) => JSON.stringify(line)).join('\n'),
  files: [{ name: 'a.py', text: 'rows = [1]\nprint(rows)\n' }],
  stdout: 'one\ntwo\n',
  stderr: '',
  ended: 'itself',
  counts: false,
};

describe('a recording on its page', () => {
  inPage();

  const open = async () => {
    const { TraceView } = await import('../../../src/webview/trace/traceView.js');
    const nothing = (): void => undefined;
    const view = new TraceView(model, {
      again: nothing,
      reveal: nothing,
      keep: nothing,
      predicted: nothing,
    });
    document.body.replaceChildren(view.element);
    const all = (selector: string): Element[] => [...view.element.querySelectorAll(selector)];
    return {
      view,
      all,
      texts: (selector: string) => all(selector).map(({ textContent }) => textContent),
    };
  };

  it('marks what a step changed, and nothing else', async () => {
    const { view, all, texts } = await open();
    view.go(0);
    assert.deepEqual(texts('.new'), []);
    view.go(1);
    assert.deepEqual(texts('.frame tr.new .name:last-child'), ['n']);
    assert.deepEqual(
      all('.object.new').map(({ id }) => id),
      ['object-2'],
    );
    view.go(2);
    assert.deepEqual(texts('.frame tr.new, .object.new'), []);
  });

  it('leaves as it is drawn what a step leaves as it is, also where all is said anew', async () => {
    const { view, all } = await open();
    view.go(0);
    const [list] = all('#object-1');
    const [rows] = all('.frame tr');
    view.go(1);
    view.go(2);
    view.go(3);
    assert.equal(all('#object-1')[0], list);
    assert.equal(all('.frame tr')[0], rows);
    assert.equal(all('#object-2 td')[0]?.textContent, '7');
    assert.match(all('.frame')[0]?.textContent ?? '', /line 2.*n2/);
  });

  it('shows what was written so far, with what is new marked, from whatever step it comes', async () => {
    const { view, texts } = await open();
    const output = (): unknown => [texts('.output-pane pre span'), texts('.output-pane span.new')];
    const expected = [
      [[], []],
      [['one\n'], ['one\n']],
      [['one\n', 'tw'], ['tw']],
      [['one\n', 'two\n'], ['two\n']],
    ];
    for (const index of [0, 1, 2, 3, 2, 1, 3, 0, 2, 0, 3, 1]) {
      view.go(index);
      assert.deepEqual(output(), expected[index], `step ${index}`);
    }
  });

  it('leads from a name to the step that changes it next, and back', async () => {
    const { view, all, texts } = await open();
    view.go(0);
    const press = (label: string): void => {
      const button = all('.frame button').find(
        (each) => (each.getAttribute('aria-label') ?? each.textContent) === label,
      );
      (button as HTMLElement).click();
    };
    press('n');
    assert.match(texts('.says').join(''), /n becomes 1/);
    press('n');
    assert.match(texts('.says').join(''), /n becomes 2/);
    press('What changed n before');
    assert.match(texts('.says').join(''), /n becomes 1/);
  });
});
