import { Decimal } from '../../kernel/decimal.js';
import { isLocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { Fields, isCreditCode, parseObject } from '../world/json.js';
import { Faults } from '../world/refusal.js';

/** What the bureau keeps of a claim whose form and sums were found right. */
export interface Claim {
  readonly reference: string;
  readonly currency: string;
  readonly refund: Money;
  readonly taxpayer: string;
  /** Our reference of the claim that it corrects; null of every other. */
  readonly corrects: string | null;
  readonly lines: readonly Line[];
  readonly taxable: Money;
  /** What the answered doubts are about: `code declarationLine`. */
  readonly explained: readonly string[];
  readonly declarationLines: readonly string[];
  readonly magicTexts: readonly string[];
}

export interface Line {
  /** 关联号, in a batch. */
  readonly link: string | null;
  readonly refundRate: Decimal;
  readonly declarationLine: string;
  readonly hsCode: string;
  readonly taxable: Money;
  readonly refund: Money;
}

const REGIMES = ['trading', 'manufacturer', 'agency'] as const;
type Regime = (typeof REGIMES)[number];
/** One fen either way: bureau and claimant may round a half differently. */
const ROUNDING_FEN = 1n;
const LINES_MAX = 1_000;

/** @throws Refusal 400 when unreadable, 422 with every fault */
export function readClaim(body: string): Claim {
  const faults = new Faults();
  const claim = claimIn(new Fields(parseObject(body), faults), faults);
  faults.refuse(422, 'INVALID', 'The claim breaks one or more rules');
  return claim;
}

/** One claim, by itself or within a batch; what is wrong with it is noted. */
export function claimIn(fields: Fields, faults: Faults): Claim {
  const reference = fields.text('reference');
  const regime = fields.oneOf('regime', REGIMES);
  const corrects = fields.optionalText('corrects');
  const taxpayer = fields.object_('taxpayer');
  const name = taxpayer.text('name');
  const uscc = taxpayer.text('uscc', isCreditCode, 'must be a unified social credit code');
  fields.text('period', (text) => /^\d{4}(0[1-9]|1[0-2])$/.test(text), 'must be YYYYMM');
  const currency = fields.oneOf('currency', ['CNY']);
  const listed = fields.list('lines');
  faults.unless(listed.length <= LINES_MAX, '/lines', `takes ${String(LINES_MAX)} lines at most`);
  const lines = listed.map((line) => readLine(line, regime, currency, corrects !== null));
  const declarationLines = lines.map(({ declarationLine }) => declarationLine);
  // A correction takes an item back and claims it anew.
  const isOnce = corrects !== null || new Set(declarationLines).size === lines.length;
  faults.unless(isOnce, '/lines', 'name a declaration line twice');
  const explained = fields.optionalList('explanations').map(readExplanation);
  const totals = fields.object_('totals');
  const taxable = totals.amountIn('taxableAmount', currency, corrects !== null);
  const refund = totals.amountIn('refundAmount', currency, corrects !== null);
  const account = fields.object_('refundAccount');
  account.text('accountNumber');
  const holder = account.text('accountHolder');
  checkTotals(faults, regime, lines, { taxable, refund });
  const about = { reference, currency, refund, taxable, taxpayer: uscc, corrects, lines, explained, declarationLines };
  return { ...about, magicTexts: [name, holder, reference] };
}

function readLine(line: Fields, regime: Regime, currency: string, isSigned: boolean): Line {
  const declarationLine = line.text('declarationLine', (text) => /^\d{21}$/.test(text), 'must be 18 + 3 digits');
  const hsCode = line.text('hsCode', (text) => /^\d{10}$/.test(text), 'must be 10 digits');
  line.date('exportDate');
  if (regime !== 'manufacturer') readInvoice(line);
  line.text(
    'quantity',
    (text) => /^-?\d{1,15}(\.\d{1,12})?$/.test(text) && (isSigned || !text.startsWith('-')),
    'must be a decimal string',
  );
  line.text('unit');
  const taxable = line.amountIn('taxableAmount', currency, isSigned);
  const vatRate = new Decimal(line.decimal('vatRate'));
  const refundRate = new Decimal(line.decimal('refundRate'));
  const refund = line.amountIn('refundAmount', currency, isSigned);
  if (vatRate.greaterThanOrEqualTo(1)) line.fault('vatRate', 'must be below 1: 0.13 is 13 %');
  if (refundRate.greaterThan(vatRate)) line.fault('refundRate', 'must not be above the VAT rate');
  if (regime !== 'manufacturer') {
    const difference = taxable.times(refundRate, 'half-up').minus(refund).absolute();
    if (difference.minor > ROUNDING_FEN) line.fault('refundAmount', 'is not taxableAmount × refundRate');
  }
  return { link: line.optionalText('link'), refundRate, declarationLine, hsCode, taxable, refund };
}

function readExplanation(explanation: Fields): string {
  explanation.text('text');
  return `${explanation.text('code')} ${explanation.optionalText('declarationLine') ?? ''}`;
}

/** Traders and agents claim on the supplier's VAT invoice; a manufacturer has none. */
function readInvoice(line: Fields): void {
  line.text('invoiceNumber', (text) => /^(\d{8}|\d{20})$/.test(text), 'must be 8 or 20 digits');
  line.text('invoiceDate', isLocalDate, 'must be a date YYYY-MM-DD');
  line.text('supplierTaxNo', (text) => /^[0-9A-Z]{15,20}$/.test(text), 'must be a taxpayer number');
}

function checkTotals(
  faults: Faults,
  regime: Regime,
  lines: readonly Line[],
  totals: { taxable: Money; refund: Money },
): void {
  const sum = (amounts: readonly Money[]): Money => Money.sum(amounts, 'CNY');
  const taxable = sum(lines.map((line) => line.taxable));
  const refund = sum(lines.map((line) => line.refund));
  faults.unless(
    taxable.equals(totals.taxable),
    '/totals/taxableAmount',
    `is not the sum of the lines, ${taxable.toString()}`,
  );
  // A manufacturer's refund is the lesser of the computed refund and the credit carried forward (免抵退).
  const isRight = regime === 'manufacturer' ? !totals.refund.isMoreThan(refund) : refund.equals(totals.refund);
  faults.unless(isRight, '/totals/refundAmount', `does not agree with the sum of the lines, ${refund.toString()}`);
}
