import assert from 'node:assert/strict';
import * as v from 'valibot';
import { connect } from '../../../src/protocol/rpc.js';
import { pairedPorts } from './pairedPorts.js';

interface Host {
  wait(params: { readonly name: string }): Promise<string>;
  fail(params: Record<string, never>): void;
}
interface Page {
  unknown(params: Record<string, never>): void;
}

function pair() {
  const [hostPort, pagePort] = pairedPorts();
  const waiting = new Map<string, (value: string) => void>();
  const arrived: string[] = [];
  const faults: string[] = [];
  const host = connect<Host, Page>({
    port: hostPort,
    schemas: { wait: v.strictObject({ name: v.string() }), fail: v.strictObject({}) },
    handlers: {
      wait: ({ name }) => {
        arrived.push(name);
        return new Promise((resolve) => waiting.set(name, resolve));
      },
      fail: () => {
        throw new Error('It is broken.');
      },
    },
    onFault: (message) => faults.push(message),
  });
  const page = connect<object, Host>({ port: pagePort, handlers: {} });
  return { host, page, waiting, arrived, faults, pagePort };
}

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

describe('the connection of a page and its host', () => {
  it('gives each caller its own answer, whatever the order', async () => {
    const { page, waiting } = pair();
    const first = page.call('wait', { name: 'first' });
    const second = page.call('wait', { name: 'second' });
    await turn();
    waiting.get('second')?.('2');
    assert.equal(await second, '2');
    waiting.get('first')?.('1');
    assert.equal(await first, '1');
  });

  it('does not answer a notification, and says where it failed', async () => {
    const { page, pagePort, arrived, faults } = pair();
    const answers: unknown[] = [];
    pagePort.listen((message) => answers.push(message));
    page.notify('wait', { name: 'told' });
    page.notify('fail', {});
    page.notify('wait', { name: 5 } as never);
    await turn();
    assert.deepEqual(arrived, ['told']);
    assert.equal(faults.length, 2);
    assert.deepEqual(answers, []);
    page.dispose();
    page.notify('wait', { name: 'late' });
    await turn();
    assert.deepEqual(arrived, ['told']);
  });

  it('refuses parameters that the schema does not know, before the handler', async () => {
    const { page, arrived } = pair();
    await assert.rejects(page.call('wait', { name: 5 } as never));
    await assert.rejects(page.call('wait', { name: 'x', more: 1 } as never));
    assert.deepEqual(arrived, []);
  });

  it('refuses a method that is not there, inherited ones too', async () => {
    const { host, page } = pair();
    await assert.rejects(host.call('unknown', {}), /Unknown method “unknown”/);
    await assert.rejects(page.call('toString' as never, {}), /Unknown method “toString”/);
  });

  it('brings a handler’s failure to the caller and to the log', async () => {
    const { page, faults } = pair();
    await assert.rejects(page.call('fail', {}), { message: 'It is broken.' });
    assert.match(faults.join(), /“fail” failed/);
  });

  it('hears that a handler without a result is done, although the wire drops what is undefined', async () => {
    const [hostPort, pagePort] = pairedPorts();
    hostPort.listen((message) => {
      hostPort.post({ type: 'result', id: (message as { id: number }).id });
    });
    const page = connect<object, Host>({ port: pagePort, handlers: {} });
    await page.call('fail', {});
  });

  it('rejects what is pending when it is closed, and what comes after', async () => {
    const { page } = pair();
    const pending = page.call('wait', { name: 'never' });
    page.dispose();
    await assert.rejects(pending, /closed/);
    await assert.rejects(page.call('wait', { name: 'late' }), /closed/);
  });

  it('ignores messages that are none', async () => {
    const { page, waiting, faults, pagePort } = pair();
    for (const message of [
      null,
      1,
      'x',
      {},
      { type: 'result' },
      { type: 'request', id: 'a', method: 1 },
    ])
      pagePort.post(message);
    const call = page.call('wait', { name: 'still' });
    await turn();
    waiting.get('still')?.('there');
    assert.equal(await call, 'there');
    assert.equal(faults.length, 6);
  });
});
