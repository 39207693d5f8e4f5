import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { OutputStream } from '../../../../../src/core/pack/pack.js';
import { StreamOrder } from '../../../../../src/hosts/node/processes/streamOrder.js';
import { joined } from './writtenPieces.js';
import type { Written } from './writtenPieces.js';

describe('Streams with marks', () => {
  const written = fc.array(
    fc.record({
      stream: fc.constantFrom<OutputStream>('stdout', 'stderr'),
      text: fc.string({ unit: fc.constantFrom('a', '\x1b', '_', ';', 'k', '\\'), minLength: 1 }),
    }),
    { maxLength: 30 },
  );

  /** Both streams as a program would write them. */
  function marked(all: readonly Written[]): Record<OutputStream, string> {
    const streams = { stdout: '', stderr: '' };
    for (const [at, { stream, text }] of all.entries()) {
      if (stream === 'stderr') {
        streams.stdout += `\x1b_kq;7.${at}\x1b\\`;
        streams.stderr += `\x1b_kq;7.${at};${text.length}\x1b\\`;
      }
      streams[stream] += text;
    }
    return streams;
  }

  it('come in the order of writing however they are cut and whichever arrives first', () => {
    fc.assert(
      fc.property(
        written,
        fc.array(fc.tuple(fc.constantFrom<OutputStream>('stdout', 'stderr'), fc.nat(12))),
        (all, arrivals) => {
          const left = marked(all);
          const said: Written[] = [];
          const order = new StreamOrder(
            'kq',
            (stream, bytes) => said.push({ stream, text: bytes.toString() }),
            () => undefined,
          );
          const arrive = (stream: OutputStream, length: number): void => {
            order.add(stream, Buffer.from(left[stream].slice(0, length)));
            left[stream] = left[stream].slice(length);
          };
          for (const [stream, length] of arrivals) arrive(stream, length);
          arrive('stderr', left.stderr.length);
          arrive('stdout', left.stdout.length);
          order.end();
          assert.deepEqual(joined(said), joined(all));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('lose nothing when marks are missing, and nothing waits for ever', () => {
    fc.assert(
      fc.property(written, fc.nat(200), (all, cut) => {
        const whole = marked(all);
        const said = { stdout: '', stderr: '' };
        const order = new StreamOrder(
          'kq',
          (stream, bytes) => (said[stream] += bytes.toString()),
          () => undefined,
        );
        order.add('stderr', Buffer.from(whole.stderr));
        order.add('stdout', Buffer.from(whole.stdout.slice(cut)));
        order.end();
        const text = (stream: OutputStream): string =>
          all.map((one) => (one.stream === stream ? one.text : '')).join('');
        assert.equal(said.stderr, text('stderr'));
        assert.ok(said.stdout.endsWith(text('stdout').slice(cut)));
      }),
      { numRuns: 500 },
    );
  });

  it('wait a moment for a mark that does not come, and no longer', async () => {
    const said: string[] = [];
    const isSaid = new Promise<void>((resolve) => {
      const order = new StreamOrder(
        'kq',
        (_, bytes) => {
          said.push(bytes.toString());
          if (said.length === 2) resolve();
        },
        () => undefined,
      );
      order.add('stdout', Buffer.from('a\x1b_kq;7.1\x1b\\b'));
    });
    assert.deepEqual(said, ['a']);
    await isSaid;
    assert.deepEqual(said, ['a', 'b']);
  });
});
