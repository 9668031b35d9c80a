import { createdWithin } from './created-at.js';

const SANDBOX = { tenantId: 'tenant', actor: 'api_key:key', traceparent: null, livemode: false };
const LIVE = { ...SANDBOX, livemode: true };
const NOON = '2026-11-24T12:00:00Z';

describe('A list bounded by createdAt', () => {
  const sqlOf = (...given: Parameters<typeof createdWithin>): string[] =>
    createdWithin(...given).map(({ sql }) => sql((value) => String(value)));

  it('has no condition without a bound', () => {
    expect(sqlOf({}, LIVE)).toEqual([]);
  });

  it.each([
    ['createdAt[gte]', '>='],
    ['createdAt[gt]', '>'],
    ['createdAt[lte]', '<='],
    ['createdAt[lt]', '<'],
  ])('compares %s by %s', (name, operator) => {
    expect(sqlOf({ [name]: NOON }, SANDBOX)).toEqual([`created_at ${operator} ${NOON}`]);
  });

  it('of a sandbox tenant, whose clock may be moved, does not look at ids', () => {
    expect(sqlOf({ 'createdAt[gte]': NOON, 'createdAt[lt]': NOON }, SANDBOX).join()).not.toContain('id ');
  });

  it('of a live tenant bounds the ids too, a day wider', () => {
    expect(sqlOf({ 'createdAt[gte]': NOON, 'createdAt[lt]': NOON }, LIVE)).toEqual([
      `created_at >= ${NOON}`,
      'id >= 01a20846-fe00-7000-8000-000000000000',
      `created_at < ${NOON}`,
      'id < 01a21293-b600-7000-8000-000000000000',
    ]);
  });

  it('whose rows may have older ids bounds those from above only', () => {
    const bounds = { 'createdAt[gt]': NOON, 'createdAt[lte]': NOON };
    expect(sqlOf(bounds, LIVE, true).filter((sql) => sql.startsWith('id'))).toEqual([
      'id < 01a21293-b600-7000-8000-000000000000',
    ]);
  });
});
