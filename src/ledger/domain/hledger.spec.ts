import { Money } from '../../kernel/money.js';
import { accountDirective, commodityDirective, journalEntry } from './hledger.js';

const PARTY = '0190a0b0-0000-7000-8000-000000000001';
const TRANSFER = {
  id: '0190a0b0-0000-7000-8000-000000000002',
  kind: 'fx.collected',
  key: 'collection:7',
  orderId: null,
  valueDate: '2026-04-01',
  memo: '',
  postings: [
    { code: 'clearing_bank', partyId: null, amount: Money.parse('5000', 'JPY') },
    { code: 'client_funds', partyId: PARTY, amount: Money.parse('-5000', 'JPY') },
  ],
} as const;

describe('The hledger journal', () => {
  it.each([
    ['CNY', 'commodity 1.00 CNY\n'],
    ['JPY', 'commodity 1. JPY\n'],
    ['KWD', 'commodity 1.000 KWD\n'],
  ])('declares %s with its own decimals', (currency, directive) => {
    expect(commodityDirective(currency)).toBe(directive);
  });

  it('declares accounts with their types', () => {
    expect(accountDirective({ code: 'client_funds', partyId: PARTY })).toMatch(
      /^account liabilities:client_funds:pty_\w{26} {2}; type: L\n$/,
    );
    expect(accountDirective({ code: 'fx_spread', partyId: null })).toBe('account revenues:fx_spread  ; type: R\n');
  });

  it('writes a transfer with its postings, debit above zero', () => {
    expect(journalEntry(TRANSFER)).toMatch(
      /^\n2026-04-01 \(trf_\w{26}\) fx\.collected\n {4}; kind:fx\.collected, key:collection:7\n {4}assets:clearing_bank {2}5000 JPY\n {4}liabilities:client_funds:pty_\w{26} {2}-5000 JPY\n$/,
    );
  });

  it('lets no memo break out of its line', () => {
    const text = journalEntry({ ...TRANSFER, memo: 'part 1\n2026-01-01 theft ; x:y, z' });
    expect(text.split('\n')[1]).toMatch(/fx\.collected \| part 1 2026-01-01 theft x:y z$/);
  });
});
