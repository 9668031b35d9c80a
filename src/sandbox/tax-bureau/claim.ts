import { Decimal } from '../../kernel/decimal.js';
import { isLocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { Fields, isCreditCode, parseObject } from '../world/json.js';
import { Faults } from '../world/refusal.js';

/** What the bureau keeps of a claim whose form and sums were found right. */
export interface Claim {
  readonly reference: string;
  readonly currency: string;
  /** Of both taxes. */
  readonly refund: Money;
  readonly consumptionTax: Money;
  readonly regime: Regime;
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
  readonly nonRefundable: Money;
  readonly consumptionTax: Money;
}

const REGIMES = ['trading', 'manufacturer', 'agency'] as const;
export type Regime = (typeof REGIMES)[number];
/** One fen either way: bureau and claimant may round a half differently. */
const ROUNDING_FEN = 1n;
const PAPER_ROUNDING_FEN = 10n;
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
  const consumptionTax = readTaxTotal(totals, lines, currency, corrects !== null);
  checkTotals(faults, regime, lines, { taxable, refund, isCorrection: corrects !== null });
  const about = { reference, regime, currency, refund, consumptionTax, taxable, taxpayer: uscc, corrects, lines };
  return { ...about, explained, declarationLines, magicTexts: [name, holder, reference] };
}

function readLine(line: Fields, regime: Regime, currency: string, isSigned: boolean): Line {
  const declarationLine = line.text('declarationLine', (text) => /^\d{21}$/.test(text), 'must be 18 + 3 digits');
  const hsCode = line.text('hsCode', (text) => /^\d{10}$/.test(text), 'must be 10 digits');
  line.date('exportDate');
  const consumptionTax = readConsumptionTax(line, regime, currency, isSigned);
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
  // Where VAT is not refunded there is no invoice: the consumption tax is claimed alone.
  const isTaxAlone = refundRate.isZero() && taxable.isZero() && !consumptionTax.isZero();
  if (regime !== 'manufacturer' && !isTaxAlone) readInvoice(line);
  const nonRefundable = taxable.times(vatRate.minus(refundRate), 'half-up');
  return {
    ...{ link: line.optionalText('link'), refundRate, declarationLine, hsCode },
    ...{ taxable, refund, nonRefundable, consumptionTax },
  };
}

const PAPERS = ['payment_certificate', 'export_certificate', 'split_certificate'] as const;

/** 消费税: only who bought the goods gets it back, and as the papers show it. */
function readConsumptionTax(line: Fields, regime: Regime, currency: string, isSigned: boolean): Money {
  const zero = Money.zero('CNY');
  const tax = line.optionalObject('consumptionTax');
  if (tax === null) return zero;
  if (regime !== 'trading') line.fault('consumptionTax', 'is refunded to trading companies alone');
  const refund = tax.amountIn('refundAmount', currency, isSigned);
  const sum = Money.sum(
    tax.list('vouchers').map((paper) => readPaper(paper, currency)),
    'CNY',
  );
  const isRight = isSigned ? !refund.absolute().isMoreThan(sum) : refund.equals(sum);
  if (!isRight) tax.fault('refundAmount', `is not the sum of the papers, ${sum.toString()}`);
  return refund;
}

function readPaper(paper: Fields, currency: string): Money {
  paper.oneOf('kind', PAPERS);
  paper.text('number', (text) => /^[0-9A-Za-z]{8,32}$/.test(text), 'must be 8 to 32 digits and letters');
  paper.date('issuedOn');
  paper.text('supplierTaxNo', (text) => /^[0-9A-Z]{15,20}$/.test(text), 'must be a taxpayer number');
  const quantity = new Decimal(paper.decimal('quantity'));
  paper.text('unit');
  const taxable = paper.amountIn('taxableAmount', currency);
  const [rate, perUnit] = [paper.optionalText('rate'), paper.optionalText('amountPerUnit')];
  if (rate === null && perUnit === null) paper.fault('rate', 'or amountPerUnit is required');
  const byValue = taxable.times(new Decimal(rate ?? '0'), 'half-up');
  const byUnit = Money.ofMajor(quantity.times(perUnit ?? '0'), 'CNY', 'half-up');
  const tax = paper.amountIn('taxAmount', currency);
  // Whoever takes the rest of a paper takes what rounding left.
  const off = byValue.plus(byUnit).minus(tax).absolute();
  if (off.minor > PAPER_ROUNDING_FEN) paper.fault('taxAmount', 'is not what its rates come to');
  return tax;
}

function readTaxTotal(totals: Fields, lines: readonly Line[], currency: string, isSigned: boolean): Money {
  const sum = Money.sum(
    lines.map((line) => line.consumptionTax),
    'CNY',
  );
  if (sum.isZero() && totals.optionalText('consumptionTaxAmount') === null) return sum;
  const stated = totals.amountIn('consumptionTaxAmount', currency, isSigned);
  if (!stated.equals(sum)) totals.fault('consumptionTaxAmount', `is not the sum of the lines, ${sum.toString()}`);
  return stated;
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
  totals: { taxable: Money; refund: Money; isCorrection: boolean },
): void {
  const sum = (amounts: readonly Money[]): Money => Money.sum(amounts, 'CNY');
  const taxable = sum(lines.map((line) => line.taxable));
  const refund = sum(lines.map((line) => line.refund.plus(line.consumptionTax)));
  faults.unless(
    taxable.equals(totals.taxable),
    '/totals/taxableAmount',
    `is not the sum of the lines, ${taxable.toString()}`,
  );
  const isRight = regime === 'manufacturer' ? isWithinPeriod(lines, refund, totals) : refund.equals(totals.refund);
  faults.unless(isRight, '/totals/refundAmount', `does not agree with the sum of the lines, ${refund.toString()}`);
}

/**
 * A manufacturer's refund is the lesser of the computed refund and the credit carried forward (免抵退). A correction changes both: it takes
 * no more than the lines come to, and brings no more than the credit that it frees.
 */
function isWithinPeriod(
  lines: readonly Line[],
  ceiling: Money,
  { refund, isCorrection }: { refund: Money; isCorrection: boolean },
): boolean {
  if (!isCorrection) return !refund.isMoreThan(ceiling);
  const zero = Money.zero('CNY');
  const cost = Money.sum(
    lines.map((line) => line.nonRefundable),
    'CNY',
  );
  const least = Money.min(zero, Money.min(ceiling, cost.negated()));
  const most = Money.max(zero, Money.max(ceiling, cost.negated()));
  return !least.isMoreThan(refund) && !refund.isMoreThan(most);
}
