/** A page that has gone mad, for the tests of what its host bears. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { connect } from '../../../src/protocol/rpc.js';
import type { Api, Handlers, Schemas } from '../../../src/protocol/rpc.js';
import { pairedPorts } from './pairedPorts.js';

/**
 * Sends 10,000 messages; resolves with all that the host answered.
 *
 * @param likely parameters that its methods may take, or nearly
 * @param settled resolves when the host is done with what has arrived
 */
export async function fuzz<Host extends Api<Host>>(
  host: { readonly schemas: Schemas<Host>; readonly handlers: Handlers<Host> },
  likely: readonly fc.Arbitrary<unknown>[],
  settled: () => Promise<unknown>,
): Promise<readonly unknown[]> {
  const [hostPort, pagePort] = pairedPorts();
  connect<Host, Record<string, never>>({ port: hostPort, ...host });
  const answers: unknown[] = [];
  pagePort.listen((message) => {
    answers.push(message);
  });
  const anything = fc.anything({ withNullPrototype: false });
  const method = fc.oneof(
    fc.constantFrom(...Object.keys(host.schemas)),
    fc.constantFrom('__proto__', 'constructor'),
    fc.string(),
  );
  const params = fc.oneof(anything, ...likely);
  const message = fc.oneof(
    fc.record({ type: fc.constant('request'), id: fc.integer(), method, params }),
    anything,
  );
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      setImmediate(resolve);
    });
  for (const sample of fc.sample(message, 10_000)) pagePort.post(sample);
  await turn(); // All have arrived,
  await settled(); // all are done,
  await turn(); // and all are answered.
  assert.ok(answers.length > 4000, `${String(answers.length)} requests were answered`);
  return answers;
}
