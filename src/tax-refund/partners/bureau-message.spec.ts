import { UnreadableBureauMessageError } from '../domain/claim.errors.js';
import { readCallback, readStatus } from './bureau-message.js';

const PAID = {
  type: 'claim.paid',
  reference: 'clm_1',
  acceptanceNumber: '33022026795000001',
  at: '2026-11-24T17:49:05.120+08:00',
  amount: { amount: '13000.00', currency: 'CNY' },
  treasuryReference: 'TRS795000001',
};

describe('A message from the bureau', () => {
  it('is read', () => {
    const news = readCallback(JSON.stringify(PAID));
    expect({ ...news, amount: news.amount?.toString() }).toEqual({
      kind: 'paid',
      reference: 'clm_1',
      acceptanceNumber: '33022026795000001',
      consumptionTax: null,
      at: new Date('2026-11-24T09:49:05.120Z'),
      amount: '13000.00 CNY',
      reason: null,
      treasuryReference: 'TRS795000001',
      ...{ letter: null, dueOn: null, disallowed: [], setOffs: [], demand: null },
    });
  });

  it.each([
    ['is no JSON', 'claim.paid'],
    ['is a list', '[]'],
    ['is of an unknown type', JSON.stringify({ ...PAID, type: 'claim.forgotten' })],
    ['is about something else', JSON.stringify({ ...PAID, type: 'loan.disbursed' })],
    ['names no claim', JSON.stringify({ ...PAID, reference: undefined })],
    ['has no acceptance number', JSON.stringify({ ...PAID, acceptanceNumber: '' })],
    ['pays in dollars', JSON.stringify({ ...PAID, amount: { amount: '1.00', currency: 'USD' } })],
    ['has an amount of three places', JSON.stringify({ ...PAID, amount: { amount: '1.001', currency: 'CNY' } })],
    ['has a number for an amount', JSON.stringify({ ...PAID, amount: 13_000 })],
  ])('cannot be read when it %s', (_why, body) => {
    expect(() => readCallback(body)).toThrow(UnreadableBureauMessageError);
  });
});

describe("The bureau's answer to a question", () => {
  it('tells the state, and when it was reached', () => {
    const history = [
      { type: 'claim.accepted', at: '2026-11-24T17:00:00+08:00' },
      { type: 'claim.queried', at: '2026-11-24T18:00:00+08:00' },
    ];
    const body = { reference: 'clm_1', acceptanceNumber: '3302', status: 'queried', reason: 'Names differ', history };
    expect(readStatus(JSON.stringify(body))).toMatchObject({
      kind: 'queried',
      reason: 'Names differ',
      at: new Date('2026-11-24T10:00:00Z'),
    });
  });
});
