import { Decimal } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { checkVoucher, type VoucherKind } from './consumption-tax-voucher.js';
import { SAY } from './matching.sentences.js';

type Fields = Readonly<Record<string, string>>;

/**
 * Whether a row can be the paper that it says, by the very rules of a paper that is recorded for an order.
 * @param fields that are well-formed each by itself
 * @param today in China
 * @returns every fault, by the name of its field
 */
export function voucherRowFaults(fields: Fields, row: number, today: LocalDate): Sentence[] {
  const text = (field: string): string => fields[field] ?? '';
  const maybe = (field: string): Decimal | null => (text(field) === '' ? null : new Decimal(text(field)));
  const party = (field: string) => ({ name: '', taxNumber: text(field) });
  const check = new InputCheck();
  const voucher = {
    kind: text('kind') as VoucherKind,
    voucherNumber: text('voucherNumber'),
    splitOf: text('splitOf') === '' ? null : text('splitOf'),
    issuer: '',
    issuedOn: text('issuedOn'),
    supplier: party('supplierTaxNumber'),
    buyer: party('buyerTaxNumber'),
    orderLineNumber: null,
    hsCode: text('hsCode'),
    goodsName: text('goodsName'),
    quantity: new Decimal(text('quantity')),
    unit: text('unit'),
    taxable: Money.parse(text('taxableAmount'), 'CNY'),
    tax: Money.parse(text('tax'), 'CNY'),
    rate: maybe('rate'),
    amountPerUnit: maybe('amountPerUnit'),
  };
  checkVoucher(check, voucher, today);
  return check.found().map(({ pointer, message }) => SAY.row_fault({ row, field: fieldAt(pointer), fault: message }));
}

/** `/buyer/taxNumber` is `buyerTaxNumber` in a row. */
function fieldAt(pointer: string): string {
  return pointer.slice(1).replaceAll(/\/(.)/g, (_all, letter: string) => letter.toUpperCase());
}
