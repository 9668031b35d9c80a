import fc from 'fast-check';

import { Money } from '../../kernel/money.js';
import { type AbnormalLine, amountAtStake, faultsOfList, meaningFor, type StandingShare } from './abnormal.js';

const yuan = (amount: string): Money => Money.parse(amount, 'CNY');
const LINE: AbnormalLine = {
  action: 'list',
  issuerTaxNumber: '91330281MA2DEM4D02',
  invoiceCode: null,
  invoiceNumber: '26332000000012345678',
  issuedFrom: null,
  issuedTo: null,
  ground: 'runaway',
  source: '甬税异字〔2026〕118号',
  day: '2026-11-27',
  note: null,
};
const ISSUER = { ...LINE, invoiceNumber: null };
const faults = (...lines: readonly AbnormalLine[]): string[] =>
  faultsOfList(lines, '2026-11-28', (index) => `/rows/${index + 1}`).map(({ pointer, code }) => `${pointer} ${code}`);

describe('A list of abnormal invoices', () => {
  it.each<[string, readonly AbnormalLine[], readonly string[]]>([
    ['names invoices and issuers', [LINE, ISSUER], []],
    [
      'names an issuer for two spans of days',
      [
        { ...ISSUER, issuedTo: '2026-06-30' },
        { ...ISSUER, issuedFrom: '2026-09-01' },
      ],
      [],
    ],
    ['is of tomorrow', [{ ...LINE, day: '2026-11-29' }], ['/rows/1/day in_the_future']],
    ['names the same twice', [LINE, ISSUER, { ...LINE, action: 'lift' }], ['/rows/3 twice']],
    [
      'gives a digital invoice a code',
      [{ ...LINE, invoiceCode: '3300211130' }],
      ['/rows/1/invoiceCode code_and_number_differ'],
    ],
    [
      'gives a paper invoice none',
      [{ ...LINE, invoiceNumber: '12345678' }],
      ['/rows/1/invoiceCode code_and_number_differ'],
    ],
    ['gives a code alone', [{ ...ISSUER, invoiceCode: '3300211130' }], ['/rows/1/invoiceCode not_applicable']],
    ['gives days to an invoice', [{ ...LINE, issuedFrom: '2026-01-01' }], ['/rows/1/issuedFrom not_applicable']],
    [
      'ends before it begins',
      [{ ...ISSUER, issuedFrom: '2026-02-01', issuedTo: '2026-01-01' }],
      ['/rows/1/issuedTo before_start'],
    ],
    [
      'has several faults',
      [
        { ...LINE, day: '2026-11-29', invoiceCode: '3300211130' },
        { ...ISSUER, day: '2027-01-01' },
      ],
      ['/rows/1/day in_the_future', '/rows/1/invoiceCode code_and_number_differ', '/rows/2/day in_the_future'],
    ],
  ])('that %s', (_what, lines, expected) => {
    expect(faults(...lines)).toEqual(expected);
  });
});

describe('What stands on an abnormal invoice', () => {
  it.each([
    ['matched', 'kept_back'],
    ['queued', 'kept_back'],
    ['doubted', 'kept_back'],
    ['rejected', 'kept_back'],
    ['filed', 'suspended'],
    ['withheld', 'suspended'],
    ['approved', 'suspended'],
    ['paid', 'to_repay'],
    ['clawed_back', 'to_repay'],
    ['closed', 'to_repay'],
  ] as const)('of a claim that is %s is %s', (state, meaning) => {
    expect(meaningFor(state)).toBe(meaning);
  });

  it('is the share of each line by its base, half up', () => {
    const share = (taxable: string, refund: string, amount: string): StandingShare => ({
      taxable: yuan(taxable),
      refund: yuan(refund),
      amount: yuan(amount),
    });
    const shares = [share('60000.00', '7800.00', '60000.00'), share('3.00', '0.39', '1.50')];
    expect(amountAtStake(shares, yuan('99999.00'))).toEqual(yuan('7800.20'));
    expect(amountAtStake(shares, yuan('5000.00'))).toEqual(yuan('5000.00'));
    expect(amountAtStake([], yuan('5000.00'))).toEqual(yuan('0.00'));
  });

  it('is never more than was awarded, and all of a line that stands on it alone', () => {
    const fen = fc.bigInt({ min: 1n, max: 10n ** 12n }).map((minor) => Money.ofMinor(minor, 'CNY'));
    fc.assert(
      fc.property(fen, fen, fen, (taxable, refund, awarded) => {
        const whole = amountAtStake([{ taxable, refund, amount: taxable }], awarded);
        expect(whole.minor).toBe(refund.minor < awarded.minor ? refund.minor : awarded.minor);
      }),
    );
  });
});
