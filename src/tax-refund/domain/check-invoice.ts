import { type Decimal } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { SAY } from './tax-refund.sentences.js';

/** 增值税专用发票; the same marked 代办退税专用. */
export const INVOICE_KINDS = ['special', 'agency_refund'] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

/** What the remark of an agency invoice must say (国家税务总局公告2017年第35号). */
export const AGENCY_REMARK = '代办退税专用';

export interface InvoiceParty {
  readonly name: string;
  /** 纳税人识别号. */
  readonly taxNumber: string;
}

/** All money in CNY. */
export interface InvoiceLineInput {
  /** The order's line that these goods are for; without it the HS code decides. */
  readonly orderLineNumber: number | null;
  readonly hsCode: string;
  readonly goodsName: string;
  readonly quantity: Decimal;
  /** Code of the customs unit table. */
  readonly unit: string;
  /** 金额, without VAT. */
  readonly amount: Money;
  readonly vatRate: Decimal;
  /** 税额. */
  readonly vat: Money;
}

/** A VAT invoice as it is printed. */
export interface InvoiceInput {
  readonly kind: InvoiceKind;
  /** Twelve digits on paper invoices; fully digital ones have none. */
  readonly invoiceCode: string | null;
  /** 8 digits with a code, 20 without. */
  readonly invoiceNumber: string;
  readonly issuedOn: LocalDate;
  readonly seller: InvoiceParty;
  readonly buyer: InvoiceParty;
  readonly lines: readonly InvoiceLineInput[];
  /** Agency only: CNY per 1 unit of the order's currency, and who published it. */
  readonly fxRate: Decimal | null;
  readonly fxSource: string | null;
  readonly remark: string;
}

export interface InvoiceTotals {
  readonly amount: Money;
  readonly vat: Money;
}

const DIGITAL_NUMBER = 20;
/** Per line; the tax-control software rounds each line, and may round the total differently. */
const ROUNDING = Money.parse('0.01', 'CNY');

/**
 * Whether an invoice can be what it says: its number, its dates, and its sums.
 * VAT may differ from amount × rate by one fen in a line.
 * @param today in China; nothing is issued tomorrow
 * @throws InvalidInputError naming every fault
 */
export function checkInvoice(invoice: InvoiceInput, today: LocalDate): InvoiceTotals {
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
  invoice.lines.forEach((line, index) => {
    checkLine(check, line, `/lines/${index}`);
  });
  check.done();
  return {
    amount: Money.sum(
      invoice.lines.map(({ amount }) => amount),
      'CNY',
    ),
    vat: Money.sum(
      invoice.lines.map(({ vat }) => vat),
      'CNY',
    ),
  };
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

function checkLine(check: InputCheck, line: InvoiceLineInput, at: string): void {
  check.positive(line.quantity, `${at}/quantity`);
  check.amount(line.amount, `${at}/amountExVat`, 'CNY');
  check.amount(line.vat, `${at}/vat`, 'CNY');
  check.share(line.vatRate, `${at}/vatRate`);
  if (line.amount.currency !== 'CNY' || line.vat.currency !== 'CNY') return;
  const expected = line.amount.times(line.vatRate, 'half-up');
  check.that(
    !line.vat.minus(expected).absolute().isMoreThan(ROUNDING),
    `${at}/vat`,
    'vat_is_not_amount_times_rate',
    SAY.vat_should_be({ vat: expected.toAmountString() }),
  );
}
