/** Packs as files, from whoever: each says that it is in order, and one thing in it is not. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Case } from './case.js';
import type { ZipEntry } from './zipFile.js';

const sound: readonly ZipEntry[] = [
  {
    name: 'pack.yaml',
    text: 'format: 1\nid: pack\ntitle: P\ntopics:\n  - { id: basics, title: Basics }\n',
  },
  { name: 'questions/good.md', text: '---\ntitle: Good\ntopic: basics\n---\nAll is well.\n' },
];

/** With a manifest that vouches for all of them. */
function vouched(entries: readonly ZipEntry[], labpack = 1): readonly ZipEntry[] {
  const files = Object.fromEntries(
    entries.map(({ name, text = '', zeros }) => {
      const data = zeros === undefined ? text : '';
      return [name, createHash('sha256').update(data).digest('hex')];
    }),
  );
  const manifest = { labpack, id: 'pack', version: '1.0.0', files };
  return [{ name: 'labpack.json', text: JSON.stringify(manifest) }, ...entries];
}

const wrongNames = [
  '../evil.md',
  'questions/../../evil.md',
  'questions/../questions/a.md',
  '/tmp/evil.md',
  'C:/evil.md',
  'C:evil.md',
  '//server/share/evil.md',
  '..\\evil.md',
  'questions\\evil.md',
  './questions/a.md',
  'questions//a.md',
  'questions/con.md',
  'questions/a.md.',
  'questions/a.md ',
  'questions/a\0.md',
  'questions/a:b.md',
  'questions/\u202edm.a',
  '.origin.json',
  '.git/config',
  'questions/.hidden.md',
  'questions/deep/a.md',
  'files/inner.labpack',
  'inner.zip',
  'META-INF/MANIFEST.MF',
  'META-INF/PACK.SF',
  'signature.p7s',
  'node_modules/a/index.js',
  'constructor',
  '__proto__',
  `questions/${'a'.repeat(300)}.md`,
  `questions/${'a/'.repeat(2000)}a.md`,
  '',
];
const extra = { name: 'questions/a.md', text: 'x' };

const wrongLists = fc.oneof(
  fc.constantFrom(...wrongNames).map((name) => vouched([...sound, { name, text: 'x' }])),
  fc.constantFrom<readonly ZipEntry[]>(
    [],
    sound,
    vouched([...sound, extra, extra]),
    vouched([...sound, extra, { ...extra, name: 'questions/A.md' }]),
    vouched([...sound, { name: 'files/a.svg', text: '../../secret', mode: 0o120777 }]),
    vouched([...sound, { name: 'files', mode: 0o040755 }]),
    vouched([...sound, { name: 'files/a.svg', text: 'x', mode: 0o060644 }]),
    vouched([...sound, { ...extra, flags: 1 }]),
    vouched([...sound, { ...extra, declared: 2 ** 31 }]),
    vouched([...sound, { name: 'files/a.svg', zeros: 20 << 20 }]),
    vouched([...sound, { name: 'files/a.svg', zeros: 15 << 20, declared: 10 }]),
    vouched([
      ...sound,
      { name: 'files/a.svg', zeros: 15 << 20 },
      ...Array.from({ length: 20 }, (_, at) => ({
        name: `files/a${String(at)}.svg`,
        isOverlapping: true,
      })),
    ]),
    vouched([
      ...sound,
      { name: 'files/a.svg', text: 'x' },
      ...Array.from({ length: 25_000 }, (_, at) => ({
        name: `files/a${String(at)}.svg`,
        isOverlapping: true,
      })),
    ]),
    vouched(sound, 2),
    vouched(sound, -1),
    [...vouched(sound), extra],
    vouched([...sound, extra]).map((each) => (each === extra ? { ...extra, text: 'y' } : each)),
    vouched([...sound, extra]).filter((each) => each !== extra),
    [{ name: 'labpack.json', text: '{"labpack":1,"files":{"__proto__":1}}' }, ...sound],
    [{ name: 'labpack.json', text: '['.repeat(100_000) }, ...sound],
    [{ name: 'labpack.json', zeros: 10 << 20 }, ...sound],
  ),
);

export const labpacks: fc.Arbitrary<Case> = fc.oneof(
  {
    weight: 6,
    arbitrary: wrongLists.map((entries) => ({ kind: 'labpack' as const, entries, isSound: false })),
  },
  {
    weight: 2,
    arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => ({
      kind: 'labpack' as const,
      entries: vouched(sound),
      written: [...bytes],
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constant({ kind: 'labpack' as const, entries: vouched(sound), isSound: true }),
  },
);
