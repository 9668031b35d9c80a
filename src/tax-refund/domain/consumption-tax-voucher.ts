import { type Decimal, isPositive } from '../../kernel/decimal.js';
import { checkUscc } from '../../kernel/identifiers/uscc.js';
import { type InputCheck } from '../../kernel/input-check.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { StateMachine, type Transition } from '../../kernel/state-machine.js';
import { SAY } from './consumption-tax.sentences.js';
import { type InvoiceParty } from './invoice-input.js';

/** 消费税专用缴款书, 税收缴款书（出口货物劳务专用）, 出口货物完税分割单. */
export const VOUCHER_KINDS = ['payment_certificate', 'export_certificate', 'split_certificate'] as const;
export type VoucherKind = (typeof VOUCHER_KINDS)[number];

/*
 *   recorded ──cancel──▶ cancelled     entered wrongly, or split; never while a claim stands on it
 *    ▲   │
 *    └─assign   to the order whose goods it is for
 */
export const VOUCHER_STATES = ['recorded', 'cancelled'] as const;
export type VoucherState = (typeof VOUCHER_STATES)[number];

const TABLE = {
  assign: { from: ['recorded'], to: 'recorded', byCaller: true },
  cancel: { from: ['recorded'], to: 'cancelled', byCaller: true },
} as const satisfies Record<string, Transition<VoucherState>>;
export type VoucherCommand = keyof typeof TABLE;

export const VOUCHER_MACHINE = new StateMachine<VoucherState, VoucherCommand>(
  'consumption tax voucher',
  VOUCHER_STATES,
  TABLE,
);

/** How goods are taxed: 从价 by a share of their value, 从量 by CNY for each unit, 复合 by both. */
export interface TaxRates {
  readonly rate: Decimal | null;
  readonly amountPerUnit: Decimal | null;
}

/** A paper that shows the consumption tax that was paid on goods, as it is printed. Money in CNY. */
export interface VoucherInput extends TaxRates {
  readonly kind: VoucherKind;
  readonly voucherNumber: string;
  /** Of a 分割单: the paper that it was split from. */
  readonly splitOf: string | null;
  /** The tax office. */
  readonly issuer: string;
  readonly issuedOn: LocalDate;
  /** Who paid the tax. */
  readonly supplier: InvoiceParty;
  /** Who bought the goods, and exports them. */
  readonly buyer: InvoiceParty;
  readonly orderLineNumber: number | null;
  readonly hsCode: string;
  readonly goodsName: string;
  readonly quantity: Decimal;
  /** Code of the customs unit table. */
  readonly unit: string;
  /** 计税金额. */
  readonly taxable: Money;
  /** 实缴税额. */
  readonly tax: Money;
}

/** What is odd about a paper and may be right all the same. */
export interface VoucherWarning {
  readonly pointer: string;
  readonly rule: 'check_character' | 'old_number' | 'invoice_supplier' | 'invoice_goods' | 'invoice_quantity';
  readonly detail: Sentence;
}

const CREDIT_CODE_LENGTH = 18;
const ROUNDING = Money.parse('0.01', 'CNY');

/**
 * Consumption tax of goods: value × rate + quantity × amount for each unit.
 * Rounding: half up to the fen, each of both. Source: 消费税暂行条例 第五条.
 * @example 10,000.00 at 20 % and 600 kg at 1 CNY → 2,600.00
 */
export function consumptionTaxOf(taxable: Money, quantity: Decimal, { rate, amountPerUnit }: TaxRates): Money {
  const byValue = rate === null ? Money.zero('CNY') : taxable.times(rate, 'half-up');
  if (amountPerUnit === null) return byValue;
  return byValue.plus(Money.ofMajor(quantity.times(amountPerUnit), 'CNY', 'half-up'));
}

/**
 * Whether a paper can be what it says: number, days, parties, rates, and that the tax is what they come to, within one fen.
 * @param check every fault goes to it
 * @param today in China
 * @returns what is odd about it
 */
export function checkVoucher(check: InputCheck, voucher: VoucherInput, today: LocalDate): VoucherWarning[] {
  const { kind, splitOf, voucherNumber, issuedOn, supplier, buyer, quantity, taxable, tax, rate, amountPerUnit } =
    voucher;
  if (kind === 'split_certificate') check.required(splitOf ?? undefined, '/splitOf');
  else check.absent(splitOf ?? undefined, '/splitOf', `kind ${kind}`);
  check.that(splitOf !== voucherNumber, '/splitOf', 'split_of_itself', SAY.split_of_itself);
  check.date(issuedOn, '/issuedOn');
  check.that(issuedOn <= today, '/issuedOn', 'in_the_future', SAY.after_today({ today }));
  check.that(supplier.taxNumber !== buyer.taxNumber, '/buyer/taxNumber', 'same_party', SAY.same_party);
  check.positive(quantity, '/quantity');
  check.amount(taxable, '/taxableAmount', 'CNY');
  check.amount(tax, '/tax', 'CNY');
  check.that(isPositive(tax.toDecimal()), '/tax', 'not_positive', SAY.tax_above_zero);
  check.that(rate !== null || amountPerUnit !== null, '/rate', 'required', SAY.rate_or_amount);
  check.share(rate ?? undefined, '/rate');
  check.positive(rate ?? undefined, '/rate');
  check.positive(amountPerUnit ?? undefined, '/amountPerUnit');
  const hasBase = rate === null || taxable.isMoreThan(Money.zero(taxable.currency));
  check.that(hasBase, '/taxableAmount', 'not_positive', SAY.base_above_zero);
  if (taxable.currency === 'CNY' && tax.currency === 'CNY') checkSum(check, voucher);
  return [
    ...numberWarnings(supplier.taxNumber, '/supplier/taxNumber', check),
    ...numberWarnings(buyer.taxNumber, '/buyer/taxNumber', check),
  ];
}

function checkSum(check: InputCheck, { taxable, quantity, tax, ...rates }: VoucherInput): void {
  const expected = consumptionTaxOf(taxable, quantity, rates);
  const isNear = !tax.minus(expected).absolute().isMoreThan(ROUNDING);
  const detail = SAY.tax_should_be({ tax: expected.toAmountString() });
  check.that(isNear, '/tax', 'tax_is_not_what_rates_come_to', detail);
}

/** 18 signs are a unified social credit code; a wrong check character is told, since early codes in force have one. */
function numberWarnings(number: string, pointer: string, check: InputCheck): VoucherWarning[] {
  if (number.length !== CREDIT_CODE_LENGTH)
    return [{ pointer, rule: 'old_number', detail: SAY.old_number({ number }) }];
  const { valid, reason, checkDigit = '' } = checkUscc(number);
  if (valid) return [];
  if (reason !== 'checksum') {
    check.that(false, pointer, 'format', SAY.credit_code_signs({ number }));
    return [];
  }
  return [{ pointer, rule: 'check_character', detail: SAY.check_character({ number, expected: checkDigit }) }];
}

/** What is known of the invoice line that a paper is for. */
export interface LinkedInvoice {
  readonly sellerTaxNumber: string;
  readonly lines: readonly { readonly hsCode: string; readonly unit: string; readonly quantity: Decimal }[];
}

/** A paper and the invoice of the same purchase, held against one another. */
export function linkWarnings(voucher: VoucherInput, { sellerTaxNumber, lines }: LinkedInvoice): VoucherWarning[] {
  const warnings: VoucherWarning[] = [];
  // Whoever buys from a wholesaler has the tax of the producer on a paper that was split.
  if (voucher.kind !== 'split_certificate' && voucher.supplier.taxNumber !== sellerTaxNumber) {
    const detail = SAY.invoice_supplier({ paper: voucher.supplier.taxNumber, invoice: sellerTaxNumber });
    warnings.push({ pointer: '/supplier/taxNumber', rule: 'invoice_supplier', detail });
  }
  const same = lines.filter(({ hsCode }) => hsCode === voucher.hsCode);
  if (same.length === 0) {
    const detail = SAY.invoice_goods({ hsCode: voucher.hsCode });
    return [...warnings, { pointer: '/hsCode', rule: 'invoice_goods', detail }];
  }
  const counted = same.filter(({ unit }) => unit === voucher.unit);
  const bought = counted.reduce<Decimal | null>((sum, { quantity }) => sum?.plus(quantity) ?? quantity, null);
  if (bought !== null && voucher.quantity.greaterThan(bought)) {
    const detail = SAY.invoice_quantity({ paper: voucher.quantity.toFixed(), invoice: bought.toFixed() });
    warnings.push({ pointer: '/quantity', rule: 'invoice_quantity', detail });
  }
  return warnings;
}
