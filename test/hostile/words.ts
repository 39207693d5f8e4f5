/** What hostile files are made of. */
import fc from 'fast-check';
import type { Ingredient } from './case.js';
import { fragments } from '../unit/core/growth/fragments.js';

const command = 'command:workbench.action.terminal.new?%5B%7B%7D%5D';
const hostileWords = [
  `[Show how to mend it](${command})`,
  `<img src=x onerror=alert(1)>`,
  '<script>alert(1)</script>',
  `[a](${command})`,
  '[a](javascript:alert(1))',
  '[a](&#99;ommand:x)',
  '[a](command&colon;x)',
  '[a](command\\:x)',
  '![a](https://a.b/c.png)',
  '![a](files/../../secret.svg)',
  '$(trash) $(alert~spin)',
  '../../secret',
  '..\\..\\secret',
  '/etc/passwd',
  'constructor',
  '__proto__',
  'nul',
  '\u202egpj.exe',
  '\u0000',
  '${workspaceFolder}',
  '`rm -rf ~`; $(touch /tmp/x)',
  '!!js/function "x"',
  '*a',
  '&a [*a, *a]',
  '1e999',
  '-1',
];
const long = fc
  .tuple(fc.constantFrom(...fragments), fc.constantFrom(10, 1000, 30_000))
  .map(([fragment, size]) => fragment.repeat(Math.ceil(size / fragment.length)));
export const words = fc.oneof(fc.constantFrom(...hostileWords), long, fc.string({ maxLength: 40 }));

export const text = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<Ingredient> =>
  arbitrary.map((each) => ({ kind: 'text', text: each }));

/** What no pack may hold, and what must be told of. */
export const wrong: fc.Arbitrary<Ingredient> = fc.constantFrom<Ingredient>(
  { kind: 'folder' },
  { kind: 'fifo' },
  { kind: 'huge' },
  { kind: 'link', to: '../../secret.md' },
  { kind: 'link', to: 'bad.md' },
  { kind: 'link', to: 'nowhere' },
  { kind: 'link', to: '/dev/zero' },
  { kind: 'bytes', bytes: [0xe4, 0xf6, 0xfc] },
  { kind: 'text', text: '' },
  { kind: 'text', text: 'No front matter, no YAML: [' },
);
