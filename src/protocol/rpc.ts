/**
 * Requests and answers between a page and the extension host. Either end calls the other by method name;
 * a handler's failure reaches the caller, and closing an end rejects all that it still waits for.
 */
import * as v from 'valibot';

/** What one end does for the other: each method takes one object and may answer with a value. */
export type Api<T> = { readonly [K in keyof T]: (params: never) => unknown };

export type Params<T, K extends keyof T> = T[K] extends (params: infer P) => unknown ? P : never;
type Result<T, K extends keyof T> = T[K] extends (params: never) => infer R ? Awaited<R> : never;

export type Handlers<T extends Api<T>> = {
  readonly [K in keyof T]: (params: Params<T, K>) => Result<T, K> | Promise<Result<T, K>>;
};

/** One schema a method: at a trust boundary the compiler's word is not enough. */
export type Schemas<T extends Api<T>> = {
  readonly [K in keyof T]: v.GenericSchema<unknown, Params<T, K>>;
};

export interface Port {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): { dispose(): unknown };
}

export interface Connection<Remote extends Api<Remote>> {
  /** Rejects with the remote handler's message, or when the connection is closed. */
  call<K extends keyof Remote & string>(
    method: K,
    params: Params<Remote, K>,
  ): Promise<Result<Remote, K>>;
  /** Tells the other end without an answer: what fails there is said there. Nothing is sent when it is closed. */
  notify<K extends keyof Remote & string>(method: K, params: Params<Remote, K>): void;
  dispose(): void;
}

const envelope = v.variant('type', [
  v.object({ type: v.literal('request'), id: v.number(), method: v.string(), params: v.unknown() }),
  v.object({ type: v.literal('notification'), method: v.string(), params: v.unknown() }),
  // A handler without a result: VS Code leaves out what is undefined.
  v.object({ type: v.literal('result'), id: v.number(), value: v.optional(v.unknown()) }),
  v.object({ type: v.literal('error'), id: v.number(), message: v.string() }),
]);

export interface ConnectOptions<Local extends Api<Local>> {
  readonly port: Port;
  readonly handlers: Handlers<Local>;
  /** Left out only where the other end is trusted: the page trusts its host. */
  readonly schemas?: Schemas<Local>;
  /** Hears of messages that were refused, and of handlers that failed, by their methods. */
  readonly onFault?: (message: string, cause: unknown, method?: keyof Local) => void;
  /** What the other end is told of a failure; the error's own message unless it is given. */
  readonly faultMessage?: (error: unknown) => string;
}

export function connect<Local extends Api<Local>, Remote extends Api<Remote>>(
  options: ConnectOptions<Local>,
): Connection<Remote> {
  const { port, onFault, faultMessage = ownWords } = options;
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let nextId = 1;
  let closed = false;

  const handle = async (method: string, params: unknown): Promise<unknown> => {
    if (!Object.hasOwn(options.handlers, method)) throw new Error(`Unknown method “${method}”.`);
    const name = method as keyof Local;
    const decoded = options.schemas ? v.parse(options.schemas[name], params) : params;
    return options.handlers[name](decoded as Params<Local, typeof name>);
  };

  const answer = (id: number, method: string, params: unknown): void => {
    handle(method, params).then(
      (value) => {
        if (!closed) port.post({ type: 'result', id, value });
      },
      (error: unknown) => {
        const message = faultMessage(error);
        onFault?.(`Message “${method}” failed: ${message}`, error, method as keyof Local);
        if (!closed) port.post({ type: 'error', id, message });
      },
    );
  };

  const receive = (method: string, params: unknown): void => {
    handle(method, params).catch((error: unknown) => {
      onFault?.(
        `Notification “${method}” failed: ${faultMessage(error)}`,
        error,
        method as keyof Local,
      );
    });
  };

  const subscription = port.listen((message) => {
    const parsed = v.safeParse(envelope, message);
    if (!parsed.success) {
      onFault?.('A message that is no message was ignored.', message);
      return;
    }
    const body = parsed.output;
    if (body.type === 'request') {
      answer(body.id, body.method, body.params);
      return;
    }
    if (body.type === 'notification') {
      receive(body.method, body.params);
      return;
    }
    const waiting = pending.get(body.id);
    pending.delete(body.id);
    if (body.type === 'result') waiting?.resolve(body.value);
    else waiting?.reject(new Error(body.message));
  });

  return {
    call: (method, params) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(new Error('The page is closed.'));
          return;
        }
        const id = nextId++;
        pending.set(id, { resolve, reject });
        port.post({ type: 'request', id, method, params });
      }),
    notify: (method, params) => {
      if (!closed) port.post({ type: 'notification', method, params });
    },
    dispose: () => {
      if (closed) return;
      closed = true;
      subscription.dispose();
      for (const waiting of pending.values()) waiting.reject(new Error('The page is closed.'));
      pending.clear();
    },
  };
}

function ownWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
