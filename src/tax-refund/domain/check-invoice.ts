import { InputCheck } from '../../kernel/input-check.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type CheckDigits, type InvoiceWarning, numberWarnings } from './invoice-findings.js';
import { AGENCY_REMARK, type InvoiceLineInput, type InvoiceInput, type InvoiceTotals } from './invoice-input.js';
import { SAY as SAY_INVOICE } from './invoice.sentences.js';
import { SAY } from './tax-refund.sentences.js';

/** What is taken in, with what is odd about it. */
export interface CheckedInvoice extends InvoiceTotals {
  readonly warnings: readonly InvoiceWarning[];
}

const DIGITAL_NUMBER = 20;
/** Per line; the tax-control software rounds each line, and may round the total differently. */
const ROUNDING = Money.parse('0.01', 'CNY');

/**
 * Whether an invoice can be what it says: its number, its dates, its parties, its rates, and its sums.
 * VAT may differ from amount × rate by one fen in a line, and so may the printed totals by one for each line.
 * @param today in China; nothing is issued tomorrow
 * @throws InvalidInputError naming every fault
 */
export function checkInvoice(
  invoice: InvoiceInput,
  today: LocalDate,
  checkDigits: CheckDigits = 'warn',
): CheckedInvoice {
  const check = new InputCheck();
  const isDigital = invoice.invoiceNumber.length === DIGITAL_NUMBER;
  check.that(
    isDigital === (invoice.invoiceCode === null),
    '/invoiceCode',
    'code_and_number_differ',
    SAY.code_and_number,
  );
  check.date(invoice.issuedOn, '/issuedOn');
  check.that(invoice.issuedOn <= today, '/issuedOn', 'in_the_future', SAY.after_today({ today }));
  check.that(
    invoice.seller.taxNumber !== invoice.buyer.taxNumber,
    '/buyer/taxNumber',
    'same_party',
    SAY.sells_to_itself,
  );
  checkAgency(check, invoice);
  check.filled(invoice.lines, '/lines');
  const isRed = invoice.redOf !== null;
  invoice.lines.forEach((line, index) => {
    checkLine(check, line, { at: `/lines/${index}`, isRed });
  });
  const warnings = numberWarnings(invoice, check, checkDigits);
  const sums = isInYuan(invoice) ? sumsOf(invoice) : null;
  if (sums !== null && invoice.totals !== null) checkTotals(check, sums, invoice.totals, invoice.lines.length);
  check.done();
  return { ...(sums ?? sumsOf(invoice)), warnings };
}

function isInYuan({ lines, totals }: InvoiceInput): boolean {
  const given = [...lines, ...(totals === null ? [] : [totals])];
  return given.every(({ amount, vat }) => amount.currency === 'CNY' && vat.currency === 'CNY');
}

function sumsOf({ lines }: InvoiceInput): InvoiceTotals {
  const sum = (amounts: readonly Money[]): Money => Money.sum(amounts, 'CNY');
  return { amount: sum(lines.map(({ amount }) => amount)), vat: sum(lines.map(({ vat }) => vat)) };
}

/** Amounts without VAT add up exactly; VAT is rounded by the line, and may be rounded anew in the total. */
function checkTotals(check: InputCheck, lines: InvoiceTotals, printed: InvoiceTotals, count: number): void {
  const differ = (sum: Money, said: Money) =>
    SAY_INVOICE.totals_differ({ lines: sum.toAmountString(), printed: said.toAmountString() });
  const { amount, vat } = printed;
  check.that(lines.amount.equals(amount), '/totals/amountExVat', 'not_the_sum', differ(lines.amount, amount));
  const isNear = !lines.vat
    .minus(vat)
    .absolute()
    .isMoreThan(Money.ofMinor(BigInt(count), 'CNY'));
  check.that(isNear, '/totals/vat', 'not_the_sum', differ(lines.vat, vat));
}

function checkAgency(check: InputCheck, { kind, fxRate, fxSource, remark }: InvoiceInput): void {
  if (kind === 'special') {
    check.absent(fxRate ?? undefined, '/fxRate', 'kind special');
    check.absent(fxSource ?? undefined, '/fxSource', 'kind special');
    check.that(!remark.includes(AGENCY_REMARK), '/kind', 'is_agency', SAY.is_agency({ remark: AGENCY_REMARK }));
    return;
  }
  check.required(fxRate ?? undefined, '/fxRate');
  check.required(fxSource ?? undefined, '/fxSource');
  check.positive(fxRate ?? undefined, '/fxRate');
  check.that(
    remark.includes(AGENCY_REMARK),
    '/remark',
    'agency_remark_missing',
    SAY.agency_remark({ remark: AGENCY_REMARK }),
  );
}

interface Place {
  readonly at: string;
  readonly isRed: boolean;
}

function checkLine(check: InputCheck, line: InvoiceLineInput, { at, isRed }: Place): void {
  const { quantity, amount, vat, vatRate, blueLineNumber } = line;
  if (isRed) {
    // An allowance (折让) takes back money alone.
    check.that(!quantity.greaterThan(0), `${at}/quantity`, 'not_negative', SAY_INVOICE.below_zero);
    check.that(amount.minor < 0n, `${at}/amountExVat`, 'not_negative', SAY_INVOICE.below_zero);
    check.that(vat.minor <= 0n, `${at}/vat`, 'not_negative', SAY_INVOICE.below_zero);
    for (const [money, pointer] of [
      [amount, 'amountExVat'],
      [vat, 'vat'],
    ] as const) {
      check.amount(money.absolute(), `${at}/${pointer}`, 'CNY');
    }
  } else {
    check.positive(quantity, `${at}/quantity`);
    checkBlue(check, amount, `${at}/amountExVat`);
    checkBlue(check, vat, `${at}/vat`);
    const isAlone = blueLineNumber === null;
    check.that(isAlone, `${at}/blueLineNumber`, 'not_applicable', SAY_INVOICE.red_alone);
  }
  check.share(vatRate, `${at}/vatRate`);
  if (amount.currency !== 'CNY' || vat.currency !== 'CNY') return;
  checkPrice(check, line, at);
  const expected = amount.times(vatRate, 'half-up');
  check.that(
    !vat.minus(expected).absolute().isMoreThan(ROUNDING),
    `${at}/vat`,
    'vat_is_not_amount_times_rate',
    SAY.vat_should_be({ vat: expected.toAmountString() }),
  );
}

function checkBlue(check: InputCheck, money: Money, pointer: string): void {
  if (check.that(!money.isNegative(), pointer, 'negative', SAY_INVOICE.not_below_zero)) {
    check.amount(money, pointer, 'CNY');
  }
}

/** Within one fen, or what half a unit of the last printed place of the price makes of the quantity. */
function checkPrice(check: InputCheck, { quantity, unitPrice, amount }: InvoiceLineInput, at: string): void {
  if (unitPrice === null || quantity.isZero()) return;
  if (!check.that(unitPrice.greaterThan(0), `${at}/unitPrice`, 'not_positive', SAY_INVOICE.price_above_zero)) return;
  const rounding = quantity.absoluteValue().times(`5e-${unitPrice.decimalPlaces() + 1}`);
  const off = quantity.times(unitPrice).minus(amount.toDecimal()).absoluteValue();
  const isNear = off.lessThanOrEqualTo(ROUNDING.toDecimal().plus(rounding));
  const expected = quantity.times(unitPrice).toFixed(2);
  const detail = SAY_INVOICE.price_differs({ expected, amount: amount.toAmountString() });
  check.that(isNear, `${at}/unitPrice`, 'price_is_not_amount_by_quantity', detail);
}
