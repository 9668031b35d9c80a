import { RateLimit } from './rate-limit.js';

describe('The rate limit', () => {
  it('lets a client do its allowance in a minute, and tells what is left and when it is renewed', () => {
    const limit = new RateLimit(2);
    expect(limit.take('key', 'here', 100_000)).toEqual({ isAllowed: true, remaining: 1, resetSeconds: 60 });
    expect(limit.take('key', 'here', 130_500)).toEqual({ isAllowed: true, remaining: 0, resetSeconds: 30 });
    expect(limit.take('key', 'here', 130_500)).toEqual({ isAllowed: false, remaining: 0, resetSeconds: 30 });
  });

  it('begins anew with the next minute', () => {
    const limit = new RateLimit(1);
    limit.take('key', 'here', 100_000);
    expect(limit.take('key', 'here', 159_999).isAllowed).toBe(false);
    expect(limit.take('key', 'here', 160_000).isAllowed).toBe(true);
  });

  it('counts each client for itself', () => {
    const limit = new RateLimit(1);
    limit.take('one', 'here', 100_000);
    expect(limit.take('other', 'here', 100_000).isAllowed).toBe(true);
  });

  it('counts by address those who come when it knows too many, so that invented keys cannot fill the memory', () => {
    const limit = new RateLimit(1, 2);
    limit.take('one', 'here', 100_000);
    limit.take('two', 'here', 100_000);
    expect(limit.take('three', 'there', 100_000).isAllowed).toBe(true);
    expect(limit.take('four', 'there', 100_000).isAllowed).toBe(false);
  });
});
