import { AuthoredPack } from '../../../../../src/app/authoring/help/authoredPack.js';
import { FolderPack } from '../../../../../src/app/content/folderPack.js';
import { openPackFolder } from '../../../../../src/hosts/node/packs/packFolder.js';
import { writePack } from '../../../hosts/node/packs/writtenPack.js';

/** A pack as its author sees it, from a folder that is gone when the work is done. */
export async function inPack<T>(
  files: Readonly<Record<string, string>>,
  unsaved: Readonly<Record<string, string>>,
  work: (pack: AuthoredPack) => Promise<T>,
): Promise<T> {
  const written = await writePack(files);
  try {
    const { pack } = await FolderPack.read(written.root, openPackFolder);
    if (!pack) throw new Error('The pack cannot be read.');
    return await work(new AuthoredPack(pack, new Map(Object.entries(unsaved))));
  } finally {
    await written.dispose();
  }
}

/** A text with `|` at the place that is asked about. */
export function placed(marked: string): {
  readonly text: string;
  readonly line: number;
  readonly column: number;
} {
  const at = marked.indexOf('|');
  const before = marked.slice(0, at).split('\n');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  return { text, line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}

const checks =
  'from fizz import fizz\n\n\ndef test_it():\n    """It is."""\n    assert fizz() == 1\n';

/** A pack in which everything points to everything. */
export const team = {
  'pack.yaml':
    '# The team’s.\nformat: 1\nid: team\ntitle: Team\ntopics:\n  - { id: basics, title: Basics, description: The first things. }\n  - { id: deep, title: Deep }\npaths:\n  - { id: way, title: Way, questions: [gil, names] }\n',
  'questions/gil.md':
    '---\ntitle: What is the GIL?\ntopic: deep\ntags: [threads]\nrelated: [names]\n---\n\nA lock of the *interpreter*,\nheld by one thread.\n\n## How it works\n\n```python {name=count}\nprint(1)\n```\n\n```output {of=count}\n1\n```\n\nSee [this](#how-it-works) and ![it](files/lock.svg).\n',
  'questions/names.md':
    '---\ntitle: What is a name?\ntopic: basics\nprerequisites: [gil]\n---\n\nSee [the lock](question:gil) and [how](gil.md#how-it-works).\n',
  'quizzes/first.yaml':
    'title: First\nitems:\n  - id: a\n    question: gil\n    kind: output\n    prompt: What does [it](question:gil) print?\n    snippet: gil/count\n',
  'exercises/fizz/exercise.md':
    '---\ntitle: Fizz\ntopic: basics\nminutes: 5\nrelated: [gil]\n---\n\nWrite [it](question:gil).\n',
  'exercises/fizz/starter.py': 'def fizz():\n    return 0\n',
  'exercises/fizz/checks.py': checks,
  'exercises/fizz/solutions/plain.md':
    '---\ntitle: Plain\ntime: O(1)\nmemory: O(1)\nwhen: Always.\n---\n\n```python\ndef fizz():\n    return 1\n```\n',
  'files/lock.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
} as const;
