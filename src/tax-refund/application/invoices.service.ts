import { Injectable } from '@nestjs/common';

import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { newId, publicId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { OrderBook } from '../../orders/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { violates } from '../../platform/database/violates.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { checkInvoice } from '../domain/check-invoice.js';
import { type InvoiceInput } from '../domain/invoice-input.js';
import { type InvoiceWarning } from '../domain/invoice-findings.js';
import { DuplicateInvoiceError, InvoiceInUseError } from '../domain/invoice.errors.js';
import { INVOICE_MACHINE } from '../domain/invoice-status.js';
import { SAY as SAY_INVOICE } from '../domain/invoice.sentences.js';
import { SAY } from '../domain/tax-refund.sentences.js';
import { hasRedLetters, holdNumber, invoiceByNumber } from '../entities/blue-lines.table.js';
import { holdListsSteady, openEntriesOf, type OpenEntry } from '../entities/abnormal-entries.table.js';
import { checksOf, type InvoiceCheck } from '../entities/invoice-checks.table.js';
import { Invoice } from '../entities/invoice.entity.js';
import { insertInvoiceLines, type InvoiceLineRow, invoiceLinesOf } from '../entities/invoice-lines.table.js';
import { readInvoicePolicy } from '../entities/invoice-policies.table.js';
import { WEIGH_ISSUER } from '../jobs/tax-refund.job.js';
import { takeDeclared } from './declared-invoices.js';
import { promiseTelling } from './abnormal-news.js';
import { InvoiceChecks } from './invoice-checks.service.js';
import { announceInvoice, lookAgain, noteInvoice } from './invoice-news.js';
import { IssuerFindings } from './issuer-findings.service.js';
import { TaxCategories } from './tax-categories.service.js';
import { RedLetters } from './red-letters.service.js';

/** An invoice with its lines. */
export interface FullInvoice {
  readonly invoice: Invoice;
  /** Null: recorded before invoices were checked. */
  readonly check: InvoiceCheck | null;
  readonly lines: readonly InvoiceLineRow[];
  /** The entries of abnormal lists that name it. */
  readonly abnormal: readonly OpenEntry[];
}

export interface InvoiceFilter {
  readonly orderId: string | undefined;
  readonly state: string | undefined;
  readonly kind: string | undefined;
  readonly invoiceNumber: string | undefined;
  readonly sellerTaxNumber: string | undefined;
}

/** VAT invoices: the purchases that refunds stand on. */
@Injectable()
export class Invoices {
  constructor(
    private readonly orders: OrderBook,
    private readonly redLetters: RedLetters,
    private readonly checks: InvoiceChecks,
    private readonly issuers: IssuerFindings,
    private readonly categories: TaxCategories,
  ) {}

  /**
   * @param said what whoever read it has to say of it
   * @throws InvalidInputError naming every fault
   * @throws DuplicateInvoiceError when the same paper is recorded already
   */
  async record(
    tx: Tx,
    orderId: string | null,
    input: InvoiceInput,
    said: readonly InvoiceWarning[] = [],
  ): Promise<FullInvoice> {
    const { checkDigits } = await readInvoicePolicy(tx);
    const found = checkInvoice(input, dateInZone(tx.now, CHINA), checkDigits);
    const seen = [...(await this.issuers.of(tx, input)), ...(await this.categories.warnings(tx, input))];
    const checked = { ...found, warnings: [...said, ...found.warnings, ...seen] };
    await this.assertNew(tx, input);
    const reversal = await this.redLetters.plan(tx, input);
    const given = reversal?.blue.orderId ?? orderId;
    if (given !== null && reversal === null) await this.assertOrder(tx, given, input);
    const redOf = reversal?.blue.id ?? null;
    await holdListsSteady(tx);
    const { tenantId, now } = tx;
    const invoice = Invoice.record({ tenantId, id: newId(), orderId: given, input, checked, redOf, now });
    await insertOnce(tx, invoice);
    await insertInvoiceLines(
      tx,
      invoice.id,
      input.lines,
      reversal?.taken.map(({ blueLineId }) => blueLineId),
    );
    if (redOf === null) await takeDeclared(tx, invoice);
    await this.checks.begin(tx, invoice.id);
    announceInvoice(tx, invoice);
    noteInvoice(tx, 'record', invoice, null);
    if (redOf === null) enqueue(tx, WEIGH_ISSUER, { taxNumber: input.seller.taxNumber, issuedOn: input.issuedOn });
    if (reversal === null) lookAgain(tx, invoice);
    else await this.redLetters.perform(tx, invoice, reversal);
    const full = await this.full(tx, invoice);
    for (const { id } of full.abnormal) promiseTelling(tx, id);
    return full;
  }

  /** Gives an invoice to the order whose goods it bought, or to another one. */
  async assign(tx: Tx, id: string, orderId: string): Promise<FullInvoice> {
    const invoice = await this.locked(tx, id);
    INVOICE_MACHINE.next(invoice.state, 'assign');
    if (invoice.redOf !== null) throw new InvoiceInUseError(SAY_INVOICE.red_follows);
    await this.orders.snapshot(tx, orderId);
    await this.assertUnused(tx, invoice);
    const from = invoice.state;
    lookAgain(tx, invoice);
    invoice.assign(orderId, tx.now);
    lookAgain(tx, invoice);
    noteInvoice(tx, 'assign', invoice, from);
    await tx.store(Invoice, invoice);
    return this.full(tx, invoice);
  }

  /** @throws InvoiceInUseError while a claim stands on it */
  async cancel(tx: Tx, id: string, reason: string): Promise<FullInvoice> {
    const invoice = await this.locked(tx, id);
    INVOICE_MACHINE.next(invoice.state, 'cancel');
    await this.assertUnused(tx, invoice);
    if (await hasRedLetters(tx, id)) throw new InvoiceInUseError(SAY_INVOICE.red_stands);
    const from = invoice.state;
    invoice.cancel(reason, tx.now);
    await this.redLetters.undo(tx, invoice);
    await this.checks.drop(tx, id);
    lookAgain(tx, invoice);
    noteInvoice(tx, 'cancel', invoice, from, { reason });
    await tx.store(Invoice, invoice);
    return this.full(tx, invoice);
  }

  /** Asks the tax authority once more. @throws IllegalTransitionError while it is being asked */
  async verify(tx: Tx, id: string): Promise<FullInvoice> {
    await this.checks.ask(tx, id);
    return this.get(tx, id);
  }

  async get(view: View, id: string): Promise<FullInvoice> {
    const invoice = await view.find(Invoice, id);
    if (invoice === null) throw new ResourceNotFoundError(SAY.no_such_invoice);
    return this.full(view, invoice);
  }

  /** The lines of the whole page come in one statement. */
  async list(view: View, query: PageQuery, filter: InvoiceFilter): Promise<Page<FullInvoice>> {
    const { data, nextCursor } = await entityPage(view, Invoice, {
      table: 'tax_refund.invoice',
      query,
      conditions: [
        ...equal('order_id', filter.orderId),
        ...among('state', filter.state),
        ...equal('kind', filter.kind),
        ...equal('invoice_number', filter.invoiceNumber),
        ...equal('seller_tax_number', filter.sellerTaxNumber),
      ],
    });
    const ids = data.map(({ id }) => id);
    const [lines, checks, abnormal] = await Promise.all([
      invoiceLinesOf(view, ids),
      checksOf(view, ids),
      openEntriesOf(view, ids),
    ]);
    const full = data.map((invoice) => ({
      invoice,
      check: checks.find(({ id }) => id === invoice.id) ?? null,
      lines: lines.filter(({ invoice_id }) => invoice_id === invoice.id),
      abnormal: abnormal.filter(({ invoiceId }) => invoiceId === invoice.id),
    }));
    return { data: full, nextCursor };
  }

  private async full(view: View, invoice: Invoice): Promise<FullInvoice> {
    const ids = [invoice.id];
    const [lines, [check], abnormal] = await Promise.all([
      invoiceLinesOf(view, ids),
      checksOf(view, ids),
      openEntriesOf(view, ids),
    ]);
    return { invoice, check: check ?? null, lines, abnormal };
  }

  /** The order exists, and has the lines that the invoice names. */
  private async assertOrder(view: View, orderId: string, { lines }: InvoiceInput): Promise<void> {
    const order = await this.orders.snapshot(view, orderId);
    const known = order.lines.map(({ lineNumber }) => lineNumber);
    const faults = lines.flatMap(({ orderLineNumber }, index) =>
      orderLineNumber === null || known.includes(orderLineNumber)
        ? []
        : [
            {
              pointer: `/lines/${index}/orderLineNumber`,
              code: 'unknown_line',
              message: SAY.order_lines({ lines: known.map(String) }),
            },
          ],
    );
    if (faults.length > 0) throw new InvalidInputError(faults);
  }

  private async assertUnused(tx: Tx, { id }: Invoice): Promise<void> {
    const lines = await invoiceLinesOf(tx, [id]);
    if (lines.every(({ allocated_quantity }) => new Decimal(allocated_quantity).isZero())) return;
    throw new InvoiceInUseError(SAY.invoice_in_use);
  }

  private async locked(tx: Tx, id: string): Promise<Invoice> {
    const invoice = await tx.lock(Invoice, id);
    if (invoice === null) throw new ResourceNotFoundError(SAY.no_such_invoice);
    tx.assertFresh(invoice);
    return invoice;
  }

  /** Whoever records the same paper at the same time waits, and is told what it was recorded as. */
  private async assertNew(tx: Tx, { seller, invoiceNumber, invoiceCode }: InvoiceInput): Promise<void> {
    await holdNumber(tx, seller.taxNumber, invoiceNumber);
    const known = await invoiceByNumber(tx, seller.taxNumber, { invoiceNumber, invoiceCode });
    if (known === null) return;
    const id = publicId('invoice', known);
    const sentence = SAY_INVOICE.recorded_as({ number: invoiceNumber, id });
    throw new DuplicateInvoiceError(sentence, { invoiceNumber, invoiceId: id });
  }
}

async function insertOnce(tx: Tx, invoice: Invoice): Promise<void> {
  try {
    await tx.insert(Invoice, invoice);
  } catch (error) {
    if (!violates(error, 'uq_invoice_number')) throw error;
    throw new DuplicateInvoiceError(SAY.invoice_recorded, { invoiceNumber: invoice.invoiceNumber });
  }
}
