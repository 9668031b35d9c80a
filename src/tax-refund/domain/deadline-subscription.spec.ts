import { endsUnused, subscriptionState } from './deadline-subscription.js';

const at = (text: string | null): Date | null => (text === null ? null : new Date(text));
const use = (lastUsedAt: string | null, revokedAt: string | null = null) => ({
  createdAt: new Date('2026-01-01T08:00:00Z'),
  lastUsedAt: at(lastUsedAt),
  revokedAt: at(revokedAt),
});

describe('A calendar subscription', () => {
  it.each([
    // last used, revoked, now, state, why
    [null, null, '2026-01-01T08:00:00Z', 'active', 'it has just been made'],
    [null, null, '2027-01-01T07:59:59Z', 'active', 'the last second of its year'],
    [null, null, '2027-01-01T08:00:00Z', 'expired', 'nobody has ever fetched it'],
    ['2026-12-31T00:00:00Z', null, '2027-06-01T00:00:00Z', 'active', 'a use begins another year'],
    ['2026-02-01T00:00:00Z', null, '2027-02-01T00:00:00Z', 'expired', 'a year after the last use'],
    ['2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z', '2026-02-03T00:00:00Z', 'revoked', 'by whoever may'],
    [null, '2026-02-02T00:00:00Z', '2028-01-01T00:00:00Z', 'revoked', 'it was revoked before it could expire'],
  ])('last used %s, revoked %s: at %s it is %s, for %5$s', (lastUsedAt, revokedAt, now, state, _why) => {
    expect(subscriptionState(use(lastUsedAt, revokedAt), new Date(now))).toBe(state);
  });

  it('says when it will end', () => {
    expect(endsUnused(use('2026-03-01T00:00:00Z'))).toEqual(new Date('2027-03-01T00:00:00Z'));
  });
});
