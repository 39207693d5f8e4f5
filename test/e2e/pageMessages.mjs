/** Every message that a page may send to the extension host, whichever page it is: a page is not trusted. */
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';

const folder = new URL('../../src/protocol/', import.meta.url).pathname;

/**
 * A message for each method of each page, with parameters that its schema takes.
 *
 * @param {Readonly<Record<string, unknown>>} names values for parameters of these names
 * @returns {Promise<{ method: string, params: unknown }[]>}
 */
export async function everyMessage(names) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  const bundle = await build({
    stdin: {
      contents: files.map((file) => `export * from './${file}';`).join('\n'),
      resolveDir: folder,
    },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
  });
  const text = bundle.outputFiles[0]?.text ?? '';
  const exported = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  return Object.entries(exported)
    .filter(([name]) => name.endsWith('Schemas'))
    .flatMap(([, schemas]) => Object.entries(schemas))
    .map(([method, schema]) => ({ method, params: sampleOf(schema, method, names) }));
}

/**
 * @param {any} schema of valibot
 * @param {string} name of the parameter
 * @param {Readonly<Record<string, unknown>>} names
 * @returns {unknown}
 */
function sampleOf(schema, name, names) {
  const sample = (/** @type {any} */ inner) => sampleOf(inner, name, names);
  switch (schema.type) {
    case 'object':
    case 'strict_object':
      return Object.fromEntries(
        Object.entries(schema.entries).map(([key, own]) => [key, sampleOf(own, key, names)]),
      );
    case 'array':
      return names[name] === undefined ? [sample(schema.item)] : [names[name]];
    case 'variant':
    case 'union':
      return sample(schema.options[0]);
    case 'optional':
    case 'nullable':
      return sample(schema.wrapped);
    case 'picklist':
      return schema.options[0];
    case 'literal':
      return schema.literal;
    case 'boolean':
      return true;
    case 'number':
      return 1;
    default:
      return names[name] ?? 'differs';
  }
}

/**
 * Sends messages as if the page had sent them, and resolves when the host has taken them all.
 *
 * @param {import('playwright-core').FrameLocator} page
 * @param {readonly { method: string, params: unknown }[]} messages
 * @returns {Promise<string[]>} the faults of which the host told meanwhile
 */
export async function sendAsPage(page, messages) {
  const inner = await (await page.locator('body').elementHandle())?.ownerFrame();
  const outer = inner?.parentFrame();
  if (!inner || !outer) throw new Error('The webview has gone.');
  const first = 1_000_000;
  const last = first + messages.length;
  await inner.evaluate((end) => {
    const told = /** @type {any} */ (window);
    told.faultsTold = new Promise((resolve) => {
      /** @type {string[]} */
      const faults = [];
      addEventListener('message', ({ data }) => {
        if (data?.type === 'error') faults.push(data.message);
        if (data?.id === end) resolve(faults);
      });
    });
  }, last);
  const requests = [
    ...messages.map((message, at) => ({ type: 'request', id: first + at, ...message })),
    // Nobody answers to that name, and at once.
    { type: 'request', id: last, method: 'noSuchMethod', params: {} },
  ];
  // What VS Code's API for pages calls; the page has taken that for itself.
  await outer.evaluate((sent) => {
    const api = /** @type {any} */ (window);
    for (const message of sent) api['__vscode_post_message__']('onmessage', { message });
  }, requests);
  return inner.evaluate(() => /** @type {any} */ (window).faultsTold);
}
