import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { told } from '../../../kernel/sentence.js';
import { type RegistrationState } from '../registration.js';
import { type MarginState } from './margin-state.js';
import { type ReceiptState } from './receipt-status.js';
import { standingOfReceipt } from './receipt-value.js';
import { marginFact, receiptFact } from './stock-facts.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const KILO = { valuedQuantity: new Decimal(1), leftQuantity: new Decimal(1) };
const standing = (value: string, owed: string) =>
  standingOfReceipt({ ...KILO, value: cny(value) }, new Decimal('0.6'), cny(owed));
const fact = (change: {
  readonly state?: ReceiptState;
  readonly storedUntil?: string;
  readonly owed?: string;
  readonly registration?: RegistrationState | null;
  readonly lender?: string;
}) => {
  const {
    state = 'pledged',
    storedUntil = '2027-11-30',
    owed = '0.00',
    registration = 'registered',
    lender = 'bank',
  } = change;
  const named = (code: string) => ({ code, name: { en: code, zh: code } });
  const goods = { state, storedUntil, creditor: named('bank') };
  const asked = { today: '2026-12-01', lender: named(lender) };
  return receiptFact(goods, standing('300000.00', owed), registration, asked);
};

describe('A receipt, as the conditions of products ask about it', () => {
  it('is pledged and registered where nothing stands against it, and lends what no loan needs', () => {
    const { pledged, registered, free } = fact({ state: 'partly_released', owed: '120000.00' });
    expect([pledged, registered, free.toAmountString()]).toEqual([[], [], '100000.00']);
  });

  it.each([
    [{ state: 'released' }, 'nothing is pledged any more'],
    [{ state: 'cancelled' }, 'was cancelled'],
    [{ storedUntil: '2026-11-30' }, 'stored until 2026-11-30 only'],
    [{ lender: 'other' }, 'pledged for another lender: bank'],
    [{ owed: '180000.01' }, '0.01 CNY of the 180000.01 CNY owed is to be topped up'],
  ] as const)('with %j is not pledged: %s', (change, reason) => {
    expect(fact(change).pledged.map((sentence) => told(sentence, 'en'))).toEqual([expect.stringContaining(reason)]);
  });

  it.each([
    ['wanted', 'has not confirmed'],
    ['ending', 'no more'],
    [null, 'no more'],
  ] as const)('that stands in the register as %s is not registered: %s', (registration, reason) => {
    const { registered } = fact({ registration });
    expect(registered.map((sentence) => told(sentence, 'en'))).toEqual([expect.stringContaining(reason)]);
  });
});

describe('Margin, as the conditions of products ask about it', () => {
  const calls = (...states: readonly MarginState[]) => states.map((state) => ({ state, amount: cny('1500.00') }));

  it('is nothing that is known where none was ever called', () => {
    expect(marginFact([], cny('0'))).toBeNull();
  });

  it.each([
    [['called'], '1500.00', true],
    [['called', 'called', 'paid'], '3000.00', true],
    [['paid'], '0.00', false],
    [['released', 'settled'], '0.00', false],
  ] as const)('of %j is unpaid by %s', (states, unpaid, isCalled) => {
    const found = marginFact(calls(...states), cny('0'));
    expect([found?.unpaid.toAmountString(), found?.called.length === 0]).toEqual([unpaid, isCalled]);
  });

  it('is lent once, though another product asks for it', () => {
    expect(marginFact(calls('called', 'called'), cny('1000.00'))?.unpaid.toAmountString()).toBe('2000.00');
    expect(marginFact(calls('called'), cny('9000.00'))?.unpaid.isZero()).toBe(true);
  });
});
