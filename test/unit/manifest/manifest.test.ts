import assert from 'node:assert/strict';
import { readFileSync, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Manifest {
  readonly engines: { readonly node: string };
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<
      Record<
        string,
        readonly { readonly command: string; readonly when?: string; readonly group?: string }[]
      >
    >;
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac: string;
    }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly scope?: string; readonly markdownDescription?: string }>
      >;
    };
    readonly yamlValidation: readonly { readonly url: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly media: { readonly markdown: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const strings = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const readme = readFileSync('README.md', 'utf8');
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

  it('binds keys under one chord, without Ctrl+Alt, which types characters on many keyboards', () => {
    for (const { command, key, mac } of contributes.keybindings) {
      assert.ok(commands.includes(command), command);
      const [, letter = ''] = /^alt\+q ([a-z])$/.exec(key) ?? [];
      assert.notEqual(letter, '', key);
      assert.equal(mac, `ctrl+alt+q ${letter}`);
      const shown = letter.toUpperCase();
      assert.match(readme, new RegExp(`<kbd>${shown}</kbd>`), `${command} is not documented`);
    }
  });

  it('wants the Node that the README names', () => {
    const oldest = manifest.engines.node.replace('>=', '');
    assert.ok(readme.includes(`You need Node ${oldest} or later`), oldest);
  });

  it('shows four icons above the list at most', () => {
    const title = contributes.menus['view/title'] ?? [];
    const icons = title.filter(({ group }) => group?.startsWith('navigation'));
    // With more of them, and VS Code's own for the rest, the view's name would be cut in a side bar as it is at first.
    assert.ok(new Set(icons.map(({ group }) => group)).size <= 3);
  });

  it('has a text for every key, and a key for every text', () => {
    const used = [...text.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(strings).sort());
  });

  it('takes no setting of a folder, a language or a workspace that is not trusted', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    for (const [id, { scope }] of Object.entries(manifest.contributes.configuration.properties)) {
      // VS Code withholds the restricted ones of a folder and of a `.code-workspace`; an application's are the user's.
      const wanted = restrictedConfigurations.includes(id) ? 'machine-overridable' : 'application';
      assert.equal(scope, wanted, id);
    }
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
      for (const [key] of entry.when?.matchAll(/interviewLab\.(?:topics|scratch|packs)\.\w+/g) ??
        []) {
        assert.ok(keys.includes(key), `${entry.command}: ${key}`);
      }
    }
  });

  it('ticks a step of the walkthrough when it was done, not when it was begun', () => {
    const keys = keysOf('ContextKeys');
    for (const { completionEvents } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      const [key = ''] = completionEvents.map((event) => event.replace(/^onContext:/, ''));
      assert.ok(completionEvents.length === 1 && keys.includes(key), completionEvents.join());
    }
  });

  it('shows a picture in each step of the walkthrough, small ones, and with words for who does not see them', () => {
    let bytes = 0;
    for (const { media } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      const [, words = '', picture = ''] =
        /!\[(.+)\]\((.+)\)/.exec(readFileSync(media.markdown, 'utf8')) ?? [];
      assert.ok(words.length > 20, media.markdown);
      bytes += statSync(join(dirname(media.markdown), picture)).size;
    }
    assert.ok(bytes <= 300_000, `${bytes} bytes`);
  });

  it('points only to schemas that ship', () => {
    const ignored = readFileSync('.vscodeignore', 'utf8').split('\n');
    for (const { url } of contributes.yamlValidation)
      assert.ok(ignored.includes(`!${dirname(url).replace(/^\.\//, '')}/*.json`), url);
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
