/** The document of a page: its script and style stand in it, so that nothing has to be fetched before it is painted. */
import * as vscode from 'vscode';
import { language } from '../../../core/language.js';

interface Assets {
  readonly script: string;
  readonly style: string;
}

const assets = new Map<string, Promise<Assets>>();

/**
 * @param page the name of its bundle in `dist/webview`
 * @param first what the page paints at once, as JSON; left out, the page asks for it
 */
export async function pageDocument(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  page: string,
  first: unknown,
): Promise<string> {
  const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  const { script, style } = await assetsOf(page, folder);
  const nonce = crypto.randomUUID();
  const policy = [
    "default-src 'none'",
    `img-src ${webview.cspSource}`,
    `style-src 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  // The style sheet names its font relative to itself; here it stands in the document.
  const fonts = `${webview.asWebviewUri(folder).toString()}/`;
  return `<!DOCTYPE html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${nonce}">${style.replaceAll(/url\(["']?\.\//g, (start) => start.replace('./', () => fonts))}</style>
<title>Python Interview Lab</title>
</head>
<body>
<main id="root" aria-busy="true"></main>
${embedded('words', vscode.l10n.bundle)}
${embedded('first', first)}
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}

function assetsOf(page: string, folder: vscode.Uri): Promise<Assets> {
  const known = assets.get(page) ?? readAssets(page, folder);
  assets.set(page, known);
  // What could not be read now may be there the next time.
  known.catch(() => assets.delete(page));
  return known;
}

async function readAssets(page: string, folder: vscode.Uri): Promise<Assets> {
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)));
  const [script, style] = await Promise.all([read(`${page}.js`), read(`${page}.css`)]);
  return {
    // Neither may end the element that it stands in.
    script: script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--'),
    style: style.replaceAll('</style', '<\\/style'),
  };
}

/** An element that holds a value as JSON, which cannot end it; nothing of nothing. */
function embedded(id: string, value: unknown): string {
  if (value === undefined) return '';
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="${id}">${json}</script>`;
}
