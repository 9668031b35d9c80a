import { type ReceivedRequest, Received } from './received.js';
import { Store } from './store.js';

const MEGABYTES = 1_000_000;

const request = (reference: string, signs: number): ReceivedRequest => ({
  partner: 'customs',
  reference,
  effect: 'taken',
  status: 200,
  method: 'POST',
  path: '/ceb/messages',
  headers: {},
  body: 'x'.repeat(signs),
});

describe('What was received', () => {
  it('is kept up to so much: of large messages fewer, the oldest go first', () => {
    const store = new Store(':memory:');
    const received = new Received(store, { now: () => new Date('2026-11-29T04:00:00Z') });
    for (let number = 1; number <= 90; number += 1) {
      received.add(request(`msg-${String(number)}`, number <= 80 ? 4 * MEGABYTES : 10));
    }
    const kept = Object.keys(received.counts('customs', null));
    // 64 messages of four megabytes, and what came since the last look.
    expect(kept).toEqual(expect.arrayContaining(['msg-90', 'msg-80', 'msg-20']));
    expect(kept).not.toContain('msg-1');
    store.close();
  });
});
