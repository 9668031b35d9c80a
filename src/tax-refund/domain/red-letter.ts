import { type Decimal } from '../../kernel/decimal.js';
import { type Fault } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { type InvoiceInput, type InvoiceLineInput } from './invoice-input.js';
import { SAY } from './invoice.sentences.js';

/** A line of a blue invoice, with what red-letter invoices have taken back of it so far. Money in CNY. */
export interface BlueLine {
  readonly id: string;
  readonly lineNumber: number;
  readonly hsCode: string;
  readonly goodsName: string;
  readonly vatRate: Decimal;
  readonly quantity: Decimal;
  readonly amount: Money;
  readonly vat: Money;
  readonly redQuantity: Decimal;
  readonly redAmount: Money;
  readonly redVat: Money;
}

/** What a line of a red-letter invoice takes back of a blue one; all above zero, the quantity also zero (折让). */
export interface TakenBack {
  readonly blueLineId: string;
  readonly quantity: Decimal;
  readonly amount: Money;
  readonly vat: Money;
}

/** An invoice as far as a red-letter one has to agree with it. */
export interface BlueInvoice extends Pick<InvoiceInput, 'kind' | 'issuedOn' | 'seller' | 'buyer'> {
  readonly isRed: boolean;
  readonly lines: readonly BlueLine[];
}

/**
 * Which lines of the blue invoice a red-letter one takes back: those that it names, or else the one with the same goods, HS code
 * and VAT rate. Nothing is taken back twice: of each line no more quantity, amount and VAT than is left of it.
 * @returns for each red line its share, in their order; or every fault
 * Source: 国家税务总局公告2016年第47号, 公告2022年第1号 (确认单); 增值税暂行条例实施细则, article 11.
 */
export function takeBack(
  red: InvoiceInput,
  blue: BlueInvoice,
): { readonly taken: readonly TakenBack[]; readonly faults: readonly Fault[] } {
  const faults = headFaults(red, blue);
  if (blue.isRed) return { taken: [], faults };
  const left = new Map(blue.lines.map((line) => [line.id, leftOf(line)]));
  const taken = red.lines.flatMap((line, index) => {
    const found = lineFor(line, blue.lines, left);
    if ('fault' in found) {
      faults.push({ ...found.fault, pointer: `/lines/${index}${found.fault.pointer}` });
      return [];
    }
    const share = {
      blueLineId: found.id,
      quantity: line.quantity.negated(),
      amount: line.amount.absolute(),
      vat: line.vat.absolute(),
    };
    faults.push(...subtract(left, share, found.lineNumber, `/lines/${index}`));
    return [share];
  });
  return { taken, faults };
}

interface Left {
  quantity: Decimal;
  amount: Money;
  vat: Money;
}

function leftOf(line: BlueLine): Left {
  return {
    quantity: line.quantity.minus(line.redQuantity),
    amount: line.amount.minus(line.redAmount),
    vat: line.vat.minus(line.redVat),
  };
}

function headFaults(red: InvoiceInput, blue: BlueInvoice): Fault[] {
  const number = red.redOf?.invoiceNumber ?? '';
  if (blue.isRed) return [{ pointer: '/redOf/invoiceNumber', code: 'is_red', message: SAY.blue_is_red({ number }) }];
  const faults: Fault[] = [];
  const agree = (is: boolean, pointer: string, expected: string): void => {
    if (!is) faults.push({ pointer, code: 'differs_from_blue', message: SAY.blue_other({ expected }) });
  };
  agree(red.kind === blue.kind, '/kind', blue.kind);
  agree(red.buyer.taxNumber === blue.buyer.taxNumber, '/buyer/taxNumber', blue.buyer.taxNumber);
  if (red.issuedOn < blue.issuedOn) {
    faults.push({ pointer: '/issuedOn', code: 'before_blue', message: SAY.blue_later({ day: blue.issuedOn }) });
  }
  return faults;
}

function lineFor(
  red: InvoiceLineInput,
  lines: readonly BlueLine[],
  left: ReadonlyMap<string, Left>,
): BlueLine | { readonly fault: Fault } {
  const named = lines.find(({ lineNumber }) => lineNumber === red.blueLineNumber);
  if (named !== undefined) return named;
  const alike = lines.filter(
    (line) =>
      line.hsCode === red.hsCode &&
      line.vatRate.equals(red.vatRate) &&
      nameOf(line.goodsName) === nameOf(red.goodsName),
  );
  const open = alike.filter(({ id }) => (left.get(id)?.amount.minor ?? 0n) > 0n);
  const [only, ...others] = red.blueLineNumber === null ? (open.length > 0 ? open : alike) : [];
  if (only === undefined) return { fault: { pointer: '', code: 'no_such_line', message: SAY.blue_line_none } };
  if (others.length === 0) return only;
  const numbers = [only, ...others].map(({ lineNumber }) => String(lineNumber));
  const message = SAY.blue_line_which({ lines: numbers });
  return { fault: { pointer: '/blueLineNumber', code: 'required', message } };
}

function nameOf(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '');
}

function subtract(
  left: Map<string, Left>,
  { blueLineId, quantity, amount, vat }: TakenBack,
  line: number,
  at: string,
): Fault[] {
  const before = left.get(blueLineId);
  if (before === undefined) throw new Error('The line is of this invoice');
  const over = (is: boolean, pointer: string, rest: string): Fault[] =>
    is
      ? [{ pointer: `${at}${pointer}`, code: 'more_than_blue', message: SAY.more_than_blue({ line, left: rest }) }]
      : [];
  const faults = [
    ...over(quantity.greaterThan(before.quantity), '/quantity', before.quantity.toFixed()),
    ...over(amount.isMoreThan(before.amount), '/amountExVat', before.amount.toString()),
    ...over(vat.isMoreThan(before.vat), '/vat', before.vat.toString()),
  ];
  left.set(blueLineId, {
    quantity: before.quantity.minus(quantity),
    amount: before.amount.minus(amount),
    vat: before.vat.minus(vat),
  });
  return faults;
}

/** Whether nothing is left of a blue invoice. */
export function isTakenBackWhole(lines: readonly BlueLine[], taken: readonly TakenBack[]): boolean {
  return lines.every((line) => {
    const shares = taken.filter(({ blueLineId }) => blueLineId === line.id);
    const amounts = Money.sum(
      shares.map(({ amount }) => amount),
      'CNY',
    );
    return line.amount.minus(line.redAmount).equals(amounts);
  });
}
