import { InvalidInputError } from '../../kernel/domain-error.js';
import { errorsAmong } from './finding.js';
import { correctedPaper, needsOrderFiling, orderGate, outcomeOf, refusalOf } from './order-filing.js';
import { type OrderFilingState } from './order-filing-status.js';
import { meaningOf } from './ceb/return-status.js';
import { modeOf, MODES } from './modes/modes.js';
import { preparationsOf } from './modes/preparations.js';

const USD = (amount: string) => ({ amount, currency: 'USD' });
const LINE = { itemName: '电烤箱', unit: '001', quantity: '1', unitPrice: USD('10'), total: USD('10.00') };
const PAPER = {
  orderNo: 'SO-1',
  goodsValue: USD('20.00'),
  freight: USD('0'),
  lines: [
    { ...LINE, lineNo: 1 },
    { ...LINE, lineNo: 2 },
  ],
};

describe('An order that customs must have first', () => {
  it('is one of the modes that send an order and a declaration, and of no other', () => {
    expect(MODES.map(({ code }) => code).filter(needsOrderFiling)).toEqual(['9710', '9810']);
  });

  it.each<[status: string, outcome: string | null, why: string]>([
    ['2', null, 'is being declared'],
    ['3', null, 'was forwarded'],
    ['120', 'accept', 'is stored'],
    ['399', 'accept', 'is concluded'],
    ['100', 'refuse', 'is sent back'],
    ['4', 'refuse', 'did not get through'],
    ['-301010', 'refuse', 'has a number that is taken'],
    ['-301014', null, 'is a repeat of what customs has'],
    ['777', null, 'means nothing to us'],
  ])('with the result %s is decided as %s: it %s', (status, outcome) => {
    expect(outcomeOf(meaningOf(status), status)).toBe(outcome);
  });

  it('points at its number where that is taken', () => {
    expect(refusalOf('-301010', '重复').pointer).toBe('/orderNo');
    expect(refusalOf('100', '退单').pointer).toBe('');
    expect(refusalOf(null, '报文格式错误').rule).toBe('not_taken');
  });

  it.each<[OrderFilingState, string | null, boolean]>([
    ['waiting', 'order_filing_missing', true],
    ['sent', 'order_filing_awaited', false],
    ['accepted', null, false],
    ['refused', 'order_filing_refused', true],
    ['cancelled', 'order_filing_missing', true],
  ])('that is %s keeps its declaration back by %s', (state, rule, isError) => {
    const finding = orderGate('9710', { state, orderNo: 'SO-1', customsSaid: null });
    expect(finding?.rule ?? null).toBe(rule);
    expect(errorsAmong(finding === null ? [] : [finding])).toHaveLength(isError ? 1 : 0);
  });

  it('keeps nothing back under other modes, and everything where it was never sent', () => {
    expect(orderGate('0110', null)).toBeNull();
    expect(orderGate('9810', null)?.rule).toBe('order_filing_missing');
  });

  it('is corrected line by line, and keeps what is not said otherwise', () => {
    const { orderNo, lines } = correctedPaper(PAPER, {
      lines: [{ lineNumber: 2, itemNo: 'A-2', itemName: undefined }],
    });
    expect(orderNo).toBe('SO-1');
    expect(lines).toEqual([PAPER.lines[0], { ...PAPER.lines[1], itemNo: 'A-2' }]);
  });

  it.each([
    ['there is not', [{ lineNumber: 3 }], 'unknown_line'],
    ['is named twice', [{ lineNumber: 1 }, { lineNumber: 1 }], 'repeated'],
  ])('is not corrected in a line that %s', (_what, lines, code) => {
    expect(faultsOf(() => correctedPaper(PAPER, { lines }))).toEqual([code]);
  });
});

function faultsOf(attempt: () => unknown): string[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ code }) => code);
  }
}

describe('What is to be prepared for a mode', () => {
  const asked = (code: string, direction: string, isOrderAccepted: boolean | null) => {
    const mode = modeOf(code);
    const trade = mode?.trades.find((each) => each.direction === direction);
    if (mode === undefined || trade === undefined) throw new Error(`No trade ${code} ${direction}`);
    return preparationsOf(mode, trade, { profiles: 0, isOrderAccepted }).map(({ preparation }) => preparation);
  };

  it.each([
    ['0110', 'export', false, []],
    ['1039', 'export', false, []],
    ['9610', 'import', null, ['ecommerce_profile']],
    ['9610', 'export', false, ['ecommerce_profile']],
    ['9710', 'export', null, ['ecommerce_profile']],
    ['9810', 'export', false, ['ecommerce_profile', 'order_accepted']],
  ])('%s %s (order at customs: %s) is %j', (code, direction, isOrderAccepted, expected) => {
    expect(asked(code, direction, isOrderAccepted)).toEqual(expected);
  });
});
