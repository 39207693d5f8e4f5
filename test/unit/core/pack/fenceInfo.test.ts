import assert from 'node:assert/strict';
import { FenceInfoError, parseFenceInfo } from '../../../../src/core/pack/fenceInfo.js';

const attributesOf = (info: string): object => Object.fromEntries(parseFenceInfo(info).attributes);

describe('the first line of a fence', () => {
  for (const [info, language, attributes] of [
    ['', '', {}],
    [' python ', 'python', {}],
    ['python{name=a}', 'python', { name: 'a' }],
    ['{ }', '', {}],
    [
      'python {name=one  python=">=3.12" unordered} ',
      'python',
      {
        name: 'one',
        python: '>=3.12',
        unordered: '',
      },
    ],
    ['output {of=a.b-c_d}', 'output', { of: 'a.b-c_d' }],
    [String.raw`x {a="1\n2\t3\"4\\5\6"}`, 'x', { a: '1\n2\t3"4\\56' }],
    ['x {a=""}', 'x', { a: '' }],
    ['x {file-name=a_1 b}', 'x', { 'file-name': 'a_1', b: '' }],
    ['x {a="{b=c}"}', 'x', { a: '{b=c}' }],
  ] as const)
    it(`is read: ${info}`, () => {
      assert.equal(parseFenceInfo(info).language, language);
      assert.deepEqual(attributesOf(info), attributes);
    });

  it('tells where each attribute stands', () => {
    const info = 'x {name=one  python=">=3" bare}';
    const places = [...parseFenceInfo(info).places].map(([name, [from, to]]) => [
      name,
      info.slice(from, to),
    ]);
    assert.deepEqual(places, [
      ['name', 'name=one'],
      ['python', 'python=">=3"'],
      ['bare', 'bare'],
    ]);
  });

  for (const [info, message, at] of [
    ['python name=a', '“name=a” is not in braces: write attributes as {name=value}.', 7],
    ['x {a', 'The fence’s attributes do not close: a “}” is missing.', 4],
    ['x {a=b ', 'The fence’s attributes do not close: a “}” is missing.', 7],
    ['x {3=b}', '“3=b}” is no attribute of a fence.', 3],
    ['x {a=1 a=2}', 'The attribute “a” stands twice.', 7],
    ['x {a=}', 'The value of “a” cannot be read: write it in double quotes.', 5],
    ["x {a='b'}", 'The value of “a” cannot be read: write it in double quotes.', 5],
    ['x {a="b}', 'The value of “a” cannot be read: write it in double quotes.', 5],
    ['x {a="b"c}', '“c}” follows the attribute “a” without a blank.', 8],
    ['x {a=b"c"}', '“"c"}” follows the attribute “a” without a blank.', 6],
    ['x {a=b} c', '“c” stands after the fence’s attributes.', 8],
    [
      `x ${'y'.repeat(50)}`,
      `“${'y'.repeat(40)}” is not in braces: write attributes as {name=value}.`,
      2,
    ],
  ] as const)
    it(`is refused at its place: ${info}`, () => {
      assert.throws(
        () => parseFenceInfo(info),
        (error) => {
          assert.ok(error instanceof FenceInfoError);
          assert.deepEqual([error.message, error.at], [message, at]);
          return true;
        },
      );
    });
});
