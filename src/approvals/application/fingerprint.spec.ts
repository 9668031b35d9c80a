import { fingerprintOf } from './fingerprint.js';

describe('What an approval is bound to', () => {
  it('is the values, in whatever order the database gave their names', () => {
    const one = { amount: '1', creditor: { name: 'A', account: '2' }, lines: [1, 2] };
    const same = { lines: [1, 2], creditor: { account: '2', name: 'A' }, amount: '1', nothing: undefined };
    expect(fingerprintOf(same)).toBe(fingerprintOf(one));
  });

  it.each([
    [{ amount: '2' }],
    [{ creditor: { name: 'A', account: '3' } }],
    [{ lines: [2, 1] }],
    [{ lines: [[1], 2] }],
    [{ more: null }],
  ])('differs with %j', (change) => {
    const one = { amount: '1', creditor: { name: 'A', account: '2' }, lines: [1, 2] };
    expect(fingerprintOf({ ...one, ...change })).not.toBe(fingerprintOf(one));
  });
});
