import { RateLimit } from './rate-limit.js';

describe('A rate limit', () => {
  it('lets a client do its allowance in a minute, and tells what is left and when it is renewed', () => {
    const limit = new RateLimit('client', 2);
    expect(limit.take('key', 100_000)).toEqual({ isAllowed: true, remaining: 1, resetSeconds: 60 });
    expect(limit.take('key', 130_500)).toEqual({ isAllowed: true, remaining: 0, resetSeconds: 30 });
    expect(limit.take('key', 130_500)).toEqual({ isAllowed: false, remaining: 0, resetSeconds: 30 });
  });

  it('begins anew with the next minute', () => {
    const limit = new RateLimit('client', 1);
    limit.take('key', 100_000);
    expect(limit.take('key', 159_999).isAllowed).toBe(false);
    expect(limit.take('key', 160_000).isAllowed).toBe(true);
  });

  it('may count by the hour', () => {
    const limit = new RateLimit('sandbox-tenants', 1, 3_600_000);
    limit.take('here', 100_000);
    expect(limit.take('here', 160_000)).toEqual({ isAllowed: false, remaining: 0, resetSeconds: 3_540 });
    expect(limit.take('here', 3_700_000).isAllowed).toBe(true);
    expect(limit.policy).toBe('"sandbox-tenants";q=1;w=3600');
  });

  it('counts each client for itself', () => {
    const limit = new RateLimit('client', 1);
    limit.take('one', 100_000);
    expect(limit.take('other', 100_000).isAllowed).toBe(true);
  });

  it('takes back what did not count, and never more than was taken', () => {
    const limit = new RateLimit('failed-keys', 1);
    limit.take('here', 100_000);
    limit.giveBack('here');
    limit.giveBack('here');
    expect(limit.take('here', 100_000).isAllowed).toBe(true);
    expect(limit.take('here', 100_000).isAllowed).toBe(false);
  });

  it('is told as the draft of the headers has it', () => {
    const limit = new RateLimit('costly', 5);
    expect(limit.policy).toBe('"costly";q=5;w=60');
    expect(limit.tell(limit.take('key', 100_000))).toBe('"costly";r=4;t=60');
  });
});
