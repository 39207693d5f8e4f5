/** The only place that creates webview panels: an empty page, a nonce, a connection, and the way back after a reload. */
import * as vscode from 'vscode';
import { plainText } from '../../../core/plainText.js';
import { selectionSchemas } from '../../../protocol/selection.js';
import type { SelectionHost } from '../../../protocol/selection.js';
import { connect } from '../../../protocol/rpc.js';
import type { Api, Connection, Handlers, Params, Schemas } from '../../../protocol/rpc.js';
import type { Disposable } from '../../../app/disposable.js';
import { faultMessage } from '../messages/faultMessage.js';
import type { Log } from '../../../app/log.js';
import { pageDocument } from './pageDocument.js';
import { dropSelection, keepSelection } from './pageSelection.js';
import { notifications } from '../ui/notifications.js';

export interface PageOptions<Host extends Api<Host>> {
  readonly viewType: string;
  /** Name of the folder under src/webview, and so of the bundle. */
  readonly page:
    | 'question'
    | 'quiz'
    | 'quizSetup'
    | 'review'
    | 'interview'
    | 'statistics'
    | 'today'
    | 'trace'
    | 'exercise';
  readonly title: string;
  /** Of its tab: a picture in media, without `.svg`. */
  readonly icon: 'question' | 'progress';
  /** Where a panel is created; of no use with `panel`. */
  readonly column?: vscode.ViewColumn;
  readonly preserveFocus?: boolean;
  readonly extensionUri: vscode.Uri;
  /** Folders from which pictures may come. */
  readonly pictureRoots?: readonly vscode.Uri[];
  readonly schemas: Schemas<Host>;
  readonly log: Log;
  /** A panel that is there already: an editor's, or one that VS Code restored. Otherwise one is created. */
  readonly panel?: vscode.WebviewPanel | undefined;
  /** What the page paints before it asks for anything; a page without it asks for its model. */
  readonly first?: () => Promise<unknown>;
  /** What fails without a place for it on the page: a notification tells it. */
  readonly toldHere?: readonly (keyof Host)[];
}

/** A panel and the connection to the page in it; handlers get the page, to answer out of turn. */
export interface Page<Remote extends Api<Remote>> extends Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly connection: Connection<Remote>;
  /**
   * Notifies the page; one that is hidden or still loading does not hear it and asks for its model later.
   *
   * @param params or a promise of them; nothing is told when there are none
   */
  tell<K extends keyof Remote & string>(
    method: K,
    params: Params<Remote, K> | Promise<Params<Remote, K> | undefined>,
  ): void;
  reveal(): void;
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
    options.panel ??
    vscode.window.createWebviewPanel(
      options.viewType,
      plainText(options.title),
      {
        viewColumn: options.column ?? vscode.ViewColumn.Active,
        preserveFocus: options.preserveFocus ?? false,
      },
      { ...settings, enableFindWidget: true },
    );
  panel.webview.options = settings;
  panel.iconPath = vscode.Uri.joinPath(options.extensionUri, 'media', `${options.icon}.svg`);

  const selecting: Handlers<SelectionHost> = {
    selected: (selected) => {
      keepSelection(panel, selected);
    },
  };
  const connection = connect<Host & SelectionHost, Remote>({
    port: {
      post: (message) => void panel.webview.postMessage(message),
      listen: (listener) => panel.webview.onDidReceiveMessage(listener),
    },
    handlers: { ...handlers(() => page), ...selecting } as Handlers<Host & SelectionHost>,
    schemas: { ...options.schemas, ...selectionSchemas } as Schemas<Host & SelectionHost>,
    faultMessage,
    onFault: (message, cause, method) => {
      options.log.warn(message, cause);
      if (method !== undefined && options.toldHere?.some((each) => each === method))
        notifications.failure(cause);
    },
  });
  let isOpen = true;
  panel.onDidDispose(() => {
    isOpen = false;
    dropSelection(panel);
    connection.dispose();
  });
  const page: Page<Remote> = {
    panel,
    connection,
    tell: (method, params) => {
      Promise.resolve(params).then(
        (given) => {
          if (given !== undefined && isOpen) connection.notify(method, given);
        },
        (error: unknown) => {
          options.log.warn(`The ${options.page} page was not told “${method}”`, error);
        },
      );
    },
    reveal: () => {
      panel.reveal();
    },
    onDidClose: (listener) => {
      panel.onDidDispose(listener);
    },
    dispose: () => {
      panel.dispose();
    },
  };
  const fill = async (): Promise<void> => {
    // A page whose first model cannot be had asks for it, and says why there is none.
    const first = await options.first?.().catch(() => undefined);
    const html = await pageDocument(panel.webview, options.extensionUri, options.page, first);
    if (isOpen) panel.webview.html = html;
  };
  fill().catch((error: unknown) => {
    options.log.error(`The ${options.page} page could not be read`, error);
  });
  return page;
}
