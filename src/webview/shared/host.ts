/** The page's end of the connection, and what VS Code keeps of a page across reloads. */
import { connect } from '../../protocol/rpc.js';
import type { Api, Connection, Handlers } from '../../protocol/rpc.js';
import type { SelectionHost } from '../../protocol/selection.js';
import { followSelection } from './selection.js';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

export function connectToHost<Local extends Api<Local>, Host extends Api<Host>>(
  handlers: Handlers<Local>,
): Connection<Host> {
  const connection = connect<Local, Host & SelectionHost>({
    port: {
      post: (message) => {
        api.postMessage(message);
      },
      listen: (listener) => {
        const receive = (event: MessageEvent<unknown>): void => {
          listener(event.data);
        };
        window.addEventListener('message', receive);
        return {
          dispose: () => {
            window.removeEventListener('message', receive);
          },
        };
      },
    },
    handlers,
  });
  followSelection((selected) => {
    (connection as Connection<SelectionHost>).notify('selected', selected);
  });
  return connection;
}

/** What the page saved before it was reloaded or hidden; the caller decodes it. */
export function savedState(): unknown {
  return api.getState();
}

/** Each change is a message to VS Code, so the same once more is not sent. */
export function saveState(state: unknown): void {
  if (JSON.stringify(state) !== JSON.stringify(api.getState())) api.setState(state);
}

/** What the host put into the document, for the page to paint at once; undefined when there is nothing. */
export function firstModel(): unknown {
  const text = document.querySelector('#first')?.textContent;
  return text === undefined ? undefined : JSON.parse(text);
}
