import { afterCheck, blocking, type Doubt, unanswered, withAnswer } from './doubt.js';
import { holdOf } from './hold.js';

const LINE = '310420260000000001001';
const PRICE: Doubt = { code: 'PRICE_UNUSUAL', declarationLine: LINE, text: 'Far from the usual', weight: 'answer' };
const INVOICE: Doubt = { code: 'INVOICE_NOT_CERTIFIED', declarationLine: LINE, text: 'Not certified', weight: 'block' };
const ANSWER = { text: 'A yearly contract', documents: [], at: '2026-11-24T08:00:00.000Z' };

describe('The doubts of a self-check', () => {
  it('are numbered over all checks, and what blocked and is raised no more is mended', () => {
    const first = afterCheck([], [INVOICE, PRICE]);
    expect(first.map(({ number, code }) => `${number} ${code}`)).toEqual([
      '1 INVOICE_NOT_CERTIFIED',
      '2 PRICE_UNUSUAL',
    ]);
    const second = afterCheck(withAnswer(first, 2, ANSWER) ?? [], []);
    expect(second).toMatchObject([{ number: 2, answer: ANSWER }]);
  });

  it('keep an answer until the same is doubted of the same line again', () => {
    const answered = withAnswer(afterCheck([], [PRICE]), 1, ANSWER) ?? [];
    expect(afterCheck(answered, [INVOICE]).map(({ number }) => number)).toEqual([1, 2]);
    expect(afterCheck(answered, [PRICE])).toMatchObject([{ number: 2, answer: null }]);
    expect(afterCheck(answered, [{ ...PRICE, declarationLine: null }])).toHaveLength(2);
  });

  it('wait for an answer each, but what blocks takes none', () => {
    const doubts = afterCheck([], [INVOICE, PRICE]);
    expect(unanswered(doubts).map(({ number }) => number)).toEqual([2]);
    expect(blocking(doubts).map(({ number }) => number)).toEqual([1]);
    expect(withAnswer(doubts, 1, ANSWER)).toBeNull();
    expect(withAnswer(doubts, 3, ANSWER)).toBeNull();
  });

  it('hold a claim back where one blocks, and point at it', () => {
    expect(holdOf(afterCheck([], [PRICE]))).toBeNull();
    expect(holdOf(afterCheck([], [PRICE, INVOICE]))).toMatchObject({ pointer: '/doubts/1', rule: 'blocking_doubt' });
  });
});
