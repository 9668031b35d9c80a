import 'reflect-metadata';

import { verbatim } from '../../src/kernel/kernel.sentences.js';
import { OrderRequest } from '../../src/orders/api/dto/order-requests.dto.js';
import { filledFromProducts } from '../../src/orders/domain/lines-of-products.js';
import { checkParties, checkTerms } from '../../src/orders/domain/order-rules.js';
import { PartyRequest } from '../../src/parties/api/dto/party.dto.js';
import { checkParty } from '../../src/parties/domain/party-rules.js';
import { DomainError, type Fault } from '../../src/kernel/domain-error.js';
import { newId, publicId } from '../../src/kernel/ids.js';
import { InputCheck } from '../../src/kernel/input-check.js';
import { addDays, isLocalDate, type LocalDate } from '../../src/kernel/local-date.js';
import { Money } from '../../src/kernel/money.js';
import { RequestPipe } from '../../src/platform/http/validation.pipe.js';
import { TaxPeriodRequest } from '../../src/tax-refund/api/dto/period.dto.js';
import { type OrderFile, type Run } from './order-shape.js';

/**
 * The file as this run plays it: `today+5` is a day, and reference and contract number carry the number of the run,
 * because partners remember contracts of earlier runs.
 */
export function atRun(file: OrderFile, { number, today }: Run): OrderFile {
  const { order, ...rest } = withDays(file, today) as OrderFile;
  return {
    ...rest,
    order: {
      ...order,
      reference: `${order.reference}-${number}`,
      contractNumber: `${number}-${order.contractNumber}`,
    },
  };
}

const DAY = /^today([+-]\d{1,3})?$/;

function withDays(value: unknown, today: LocalDate): unknown {
  if (typeof value === 'string') {
    const day = DAY.exec(value);
    return day === null ? value : addDays(today, Number(day[1] ?? 0));
  }
  if (Array.isArray(value)) return value.map((entry) => withDays(entry, today));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withDays(entry, today)]));
}

/** What the API would say to this file, tried with the API's own classes and rules before anything is created. */
export function ruleFaults(file: OrderFile, today: LocalDate): Fault[] {
  const parties = [
    ...faultsOf('/seller', () => {
      checkParty(partyOf(file.seller, 'seller'));
    }),
    ...faultsOf('/buyer', () => {
      checkParty(partyOf(file.buyer, 'buyer'));
    }),
  ];
  return [
    ...parties,
    ...faultsOf('/order', () => {
      checkOrder(file);
    }),
    ...faultsOf('/taxPeriod', () => {
      checkTaxPeriod(file);
    }),
    ...faultsOf('', () => {
      checkRest(file, today);
    }),
  ];
}

function partyOf(party: object, kind: 'seller' | 'buyer'): ReturnType<PartyRequest['toTerms']> {
  const country = kind === 'seller' ? { country: 'CN' } : {};
  return read(PartyRequest, { ...country, ...party, kind }).toTerms();
}

function checkOrder({ order, seller }: OrderFile): void {
  const [sellerId, buyerId] = [publicId('party', newId()), publicId('party', newId())];
  const terms = filledFromProducts(read(OrderRequest, { ...order, sellerId, buyerId }).toTerms(), []);
  const check = new InputCheck();
  checkTerms(check, terms);
  const enterpriseKind = String(seller['enterpriseKind']);
  checkParties(check, terms, { kind: 'seller', enterpriseKind }, { kind: 'buyer', enterpriseKind: null });
  check.done();
}

/** The figures as the API takes them; that there is a rate for this export, the API would say only by waiting. */
function checkTaxPeriod({ order, taxPeriod }: OrderFile): void {
  if (taxPeriod === undefined) return;
  read(TaxPeriodRequest, { ...taxPeriod, sellerId: publicId('party', newId()) }).toData();
  const check = new InputCheck();
  const { currency } = order;
  const hasRate = currency === 'CNY' || taxPeriod.fxRates.some((rate) => rate.currency === currency);
  check.that(hasRate, '/fxRates', 'required', verbatim(`A rate of ${currency} is needed, the order's currency`));
  check.done();
}

/** What only the demo knows: invoices and payments belong to the order. */
function checkRest(file: OrderFile, today: LocalDate): void {
  const check = new InputCheck();
  checkEvidence(check, file);
  checkInvoices(check, file, today);
  const { order, payments } = file;
  payments.forEach(({ amount, charges }, index) => {
    checkMoney(check, amount, `/payments/${index}/amount`, order.currency);
    if (charges !== undefined) checkMoney(check, charges, `/payments/${index}/charges`, order.currency);
  });
  check.done();
}

/** What a refund stands on: the invoices, or for a manufacturer (免抵退税) the figures of the month. */
function checkEvidence(check: InputCheck, { order, invoices = [], taxPeriod }: OrderFile): void {
  const at = '/order/refund/mode';
  const mode = modeOf(order);
  if (mode === 'manufacturer') {
    check.that(taxPeriod !== undefined, at, 'required', verbatim('A refund of the mode manufacturer needs taxPeriod'));
    check.that(
      invoices.length === 0,
      '/invoices',
      'not_applicable',
      verbatim('A manufacturer claims by its month, not by invoices'),
    );
    return;
  }
  check.that(mode === 'none' || invoices.length > 0, at, 'required', verbatim('A refund needs invoices'));
  const text = verbatim('Only a refund of the mode manufacturer takes the figures of a month');
  check.that(taxPeriod === undefined, '/taxPeriod', 'not_applicable', text);
}

function checkInvoices(check: InputCheck, { order, invoices = [] }: OrderFile, today: LocalDate): void {
  const mode = modeOf(order);
  if (mode === 'manufacturer') return;
  const kind = mode === 'agency' ? 'agency_refund' : 'special';
  invoices.forEach((invoice, index) => {
    const at = `/invoices/${index}`;
    const text = verbatim(`A refund of the mode ${mode} needs invoices of the kind ${kind}`);
    check.that(mode === 'none' || invoice.kind === kind, `${at}/kind`, 'wrong_kind', text);
    const issuedOn = String(invoice['issuedOn']);
    if (check.that(isLocalDate(issuedOn), `${at}/issuedOn`, 'no_such_day', verbatim('There is no such day'))) {
      check.that(
        issuedOn <= today,
        `${at}/issuedOn`,
        'in_the_future',
        verbatim('An invoice cannot be of a day to come'),
      );
    }
    invoice.lines.forEach((line, row) => {
      const pointer = `${at}/lines/${row}`;
      const exists = line.orderLineNumber <= order.lines.length;
      check.that(
        exists,
        `${pointer}/orderLineNumber`,
        'unknown_line',
        verbatim(`The order has ${order.lines.length} lines`),
      );
      if (line.amountExVat !== undefined) checkMoney(check, line.amountExVat, `${pointer}/amountExVat`, 'CNY');
      if (line.vat !== undefined) checkMoney(check, line.vat, `${pointer}/vat`, 'CNY');
    });
  });
}

/** How the refund of an order is claimed. */
export function modeOf(order: OrderFile['order']): string {
  return (order['refund'] as { readonly mode: string }).mode;
}

function checkMoney(check: InputCheck, json: { amount: string; currency: string }, at: string, currency: string): void {
  if (
    !check.that(
      json.currency === currency,
      `${at}/currency`,
      'currency_mismatch',
      verbatim(`It must be in ${currency}`),
    )
  )
    return;
  try {
    Money.fromJSON(json);
  } catch (error) {
    check.that(false, `${at}/amount`, 'format', verbatim(error instanceof Error ? error.message : String(error)));
  }
}

/** What the API's own reading of a body makes of it. @throws InvalidInputError with every fault */
function read<Body extends object>(metatype: new () => Body, body: object): Body {
  return new RequestPipe().transform(body, { type: 'body', metatype, data: undefined }) as Body;
}

/** The faults that `rule` throws, with pointers from the root of the file. */
function faultsOf(prefix: string, rule: () => void): Fault[] {
  try {
    rule();
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.faults.map((fault) => ({ ...fault, pointer: `${prefix}${fault.pointer}` }));
  }
}
