import assert from 'node:assert/strict';
import { readFileSync, existsSync } from 'node:fs';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<
      Record<string, readonly { readonly command: string; readonly when?: string }[]>
    >;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly scope?: string; readonly markdownDescription?: string }>
      >;
    };
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly media: { readonly markdown: string } }[];
    }[];
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const strings = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const contributions = readFileSync('src/hosts/vscode/contributions.ts', 'utf8');

/** The keys of an interface of contributions.ts. */
function keysOf(name: string): readonly string[] {
  const body =
    new RegExp(`export interface ${name} \\{([^]*?)^\\}`, 'm').exec(contributions)?.[1] ?? '';
  return [...body.matchAll(/^ {2}'(interviewLab\.[\w.]+)'/gm)]
    .map((match) => match[1] ?? '')
    .sort();
}

describe('the manifest', () => {
  const { contributes } = manifest;
  const commands = contributes.commands.map(({ command }) => command).sort();

  it('declares the commands, settings and views that the code knows, and no others', () => {
    assert.deepEqual(commands, keysOf('Commands'));
    assert.deepEqual(Object.keys(contributes.configuration.properties).sort(), keysOf('Settings'));
    const views = Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id));
    assert.deepEqual(views, ['interviewLab.topics']);
  });

  it('has a text for every key, and a key for every text', () => {
    const used = [...text.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(strings).sort());
  });

  it('describes and scopes every setting', () => {
    for (const [id, { scope, markdownDescription }] of Object.entries(
      contributes.configuration.properties,
    )) {
      assert.ok(scope, id);
      assert.ok(markdownDescription, id);
    }
  });

  it('uses in menus only commands and context keys that there are', () => {
    const keys = keysOf('ContextKeys');
    for (const entry of Object.values(contributes.menus).flat()) {
      assert.ok(commands.includes(entry.command), entry.command);
      for (const [key] of entry.when?.matchAll(/interviewLab\.(?:topics|scratch)\.\w+/g) ?? []) {
        assert.ok(keys.includes(key), `${entry.command}: ${key}`);
      }
    }
  });

  it('points only to files and commands that are there', () => {
    for (const step of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      assert.ok(existsSync(step.media.markdown), step.media.markdown);
    }
    for (const value of Object.values(strings)) {
      for (const [, command = ''] of value.matchAll(/\(command:(interviewLab\.[\w.]+)/g)) {
        assert.ok(commands.includes(command), command);
      }
    }
  });
});
