/** The only place that creates webview panels: an empty page, a nonce, a connection, and the way back after a reload. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { plainText } from '../../core/plainText.js';
import { connect } from '../../protocol/rpc.js';
import type { Api, Connection, Handlers, Params, Schemas } from '../../protocol/rpc.js';
import type { Disposable } from '../disposable.js';
import type { Log } from '../log.js';

export interface PageOptions<Host extends Api<Host>> {
  readonly viewType: string;
  /** Name of the folder under src/webview, and so of the bundle. */
  readonly page: 'question' | 'quiz' | 'review' | 'interview' | 'statistics';
  readonly title: string;
  /** Of its tab: a picture in media, without `.svg`. */
  readonly icon: 'question' | 'progress';
  readonly column: vscode.ViewColumn;
  readonly preserveFocus?: boolean;
  readonly extensionUri: vscode.Uri;
  /** Folders from which pictures may come. */
  readonly pictureRoots?: readonly vscode.Uri[];
  readonly schemas: Schemas<Host>;
  readonly log: Log;
  /** A panel that VS Code restored after a reload; otherwise one is created. */
  readonly revived?: vscode.WebviewPanel;
}

/** A panel and the connection to the page in it; handlers get the page, to answer out of turn. */
export interface Page<Remote extends Api<Remote>> extends Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly connection: Connection<Remote>;
  /**
   * Calls the page without waiting for it: a page that is open and fails is logged.
   *
   * @param params or a promise of them; nothing is told when there are none
   */
  tell<K extends keyof Remote & string>(
    method: K,
    params: Params<Remote, K> | Promise<Params<Remote, K> | undefined>,
  ): void;
  onDidClose(listener: () => void): void;
}

export function openPage<Host extends Api<Host>, Remote extends Api<Remote>>(
  options: PageOptions<Host>,
  handlers: (page: () => Page<Remote>) => Handlers<Host>,
): Page<Remote> {
  const roots = [
    vscode.Uri.joinPath(options.extensionUri, 'dist'),
    vscode.Uri.joinPath(options.extensionUri, 'media'),
    ...(options.pictureRoots ?? []),
  ];
  const settings = { enableScripts: true, localResourceRoots: roots };
  const panel =
    options.revived ??
    vscode.window.createWebviewPanel(
      options.viewType,
      plainText(options.title),
      { viewColumn: options.column, preserveFocus: options.preserveFocus ?? false },
      { ...settings, enableFindWidget: true },
    );
  panel.webview.options = settings;
  panel.iconPath = vscode.Uri.joinPath(options.extensionUri, 'media', `${options.icon}.svg`);

  const connection = connect<Host, Remote>({
    port: {
      post: (message) => void panel.webview.postMessage(message),
      listen: (listener) => panel.webview.onDidReceiveMessage(listener),
    },
    handlers: handlers(() => page),
    schemas: options.schemas,
    onFault: (message, cause) => {
      options.log.warn(message, cause);
    },
  });
  let isOpen = true;
  panel.onDidDispose(() => {
    isOpen = false;
    connection.dispose();
  });
  const page: Page<Remote> = {
    panel,
    connection,
    tell: (method, params) => {
      const telling = async (): Promise<void> => {
        const given = await params;
        if (given !== undefined && isOpen) await connection.call(method, given);
      };
      telling().catch((error: unknown) => {
        if (isOpen) options.log.warn(`The ${options.page} page was not told “${method}”`, error);
      });
    },
    onDidClose: (listener) => {
      panel.onDidDispose(listener);
    },
    dispose: () => {
      panel.dispose();
    },
  };
  panel.webview.html = emptyPage(panel.webview, options.extensionUri, options.page);
  return page;
}

function emptyPage(webview: vscode.Webview, extensionUri: vscode.Uri, page: string): string {
  const nonce = randomBytes(16).toString('base64');
  const asset = (...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', ...path)).toString();
  const policy = [
    "default-src 'none'",
    `img-src ${webview.cspSource}`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${asset('webview', `${page}.css`)}">
<title>Python Interview Lab</title>
</head>
<body>
<main id="root" aria-busy="true"></main>
<script nonce="${nonce}" src="${asset('webview', `${page}.js`)}"></script>
</body>
</html>`;
}
