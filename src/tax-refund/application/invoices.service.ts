import { Injectable } from '@nestjs/common';

import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { OrderBook } from '../../orders/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { violates } from '../../platform/database/violates.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit, enqueue } from '../../platform/outbox/outbox.js';
import { checkInvoice, type InvoiceInput } from '../domain/check-invoice.js';
import { DuplicateInvoiceError, InvoiceInUseError } from '../domain/invoice.errors.js';
import { INVOICE_MACHINE, type InvoiceCommand } from '../domain/invoice-status.js';
import { SAY } from '../domain/tax-refund.sentences.js';
import { Invoice } from '../entities/invoice.entity.js';
import { insertInvoiceLines, type InvoiceLineRow, invoiceLinesOf } from '../entities/invoice-lines.table.js';
import { MATCH_EXPORT } from '../jobs/tax-refund.job.js';
import { announceInvoice } from './announce.js';

/** An invoice with its lines. */
export interface FullInvoice {
  readonly invoice: Invoice;
  readonly lines: readonly InvoiceLineRow[];
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
  constructor(private readonly orders: OrderBook) {}

  /**
   * @throws InvalidInputError naming every fault
   * @throws DuplicateInvoiceError when the same paper is recorded already
   */
  async record(tx: Tx, orderId: string | null, input: InvoiceInput): Promise<FullInvoice> {
    const totals = checkInvoice(input, dateInZone(tx.now, CHINA));
    if (orderId !== null) await this.assertOrder(tx, orderId, input);
    const invoice = Invoice.record({ tenantId: tx.tenantId, id: newId(), orderId, input, totals, now: tx.now });
    await insertOnce(tx, invoice);
    await insertInvoiceLines(tx, invoice.id, input.lines);
    announceInvoice(tx, invoice);
    this.note(tx, 'record', invoice, null);
    lookAgain(tx, invoice);
    return this.full(tx, invoice);
  }

  /** Gives an invoice to the order whose goods it bought, or to another one. */
  async assign(tx: Tx, id: string, orderId: string): Promise<FullInvoice> {
    const invoice = await this.locked(tx, id);
    INVOICE_MACHINE.next(invoice.state, 'assign');
    await this.orders.snapshot(tx, orderId);
    await this.assertUnused(tx, invoice);
    const from = invoice.state;
    lookAgain(tx, invoice);
    invoice.assign(orderId, tx.now);
    lookAgain(tx, invoice);
    this.note(tx, 'assign', invoice, from);
    await tx.store(Invoice, invoice);
    return this.full(tx, invoice);
  }

  /** @throws InvoiceInUseError while a claim stands on it */
  async cancel(tx: Tx, id: string, reason: string): Promise<FullInvoice> {
    const invoice = await this.locked(tx, id);
    INVOICE_MACHINE.next(invoice.state, 'cancel');
    await this.assertUnused(tx, invoice);
    const from = invoice.state;
    invoice.cancel(reason, tx.now);
    lookAgain(tx, invoice);
    this.note(tx, 'cancel', invoice, from, { reason });
    await tx.store(Invoice, invoice);
    return this.full(tx, invoice);
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
    const lines = await invoiceLinesOf(
      view,
      data.map(({ id }) => id),
    );
    const full = data.map((invoice) => ({
      invoice,
      lines: lines.filter(({ invoice_id }) => invoice_id === invoice.id),
    }));
    return { data: full, nextCursor };
  }

  private async full(view: View, invoice: Invoice): Promise<FullInvoice> {
    return { invoice, lines: await invoiceLinesOf(view, [invoice.id]) };
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

  private note(
    tx: Tx,
    command: InvoiceCommand | 'record',
    { id, state }: Invoice,
    from: string | null,
    details: Readonly<Record<string, unknown>> = {},
  ): void {
    const action = `tax_refund.invoice.${command}`;
    audit(tx, { action, resourceType: 'invoice', resourceId: id, from, to: state, details });
  }
}

/** The case of the order holds its facts against one another anew. */
function lookAgain(tx: Tx, { orderId }: Invoice): void {
  if (orderId !== null) enqueue(tx, MATCH_EXPORT, { orderId });
}

async function insertOnce(tx: Tx, invoice: Invoice): Promise<void> {
  try {
    await tx.insert(Invoice, invoice);
  } catch (error) {
    if (!violates(error, 'uq_invoice_number')) throw error;
    throw new DuplicateInvoiceError(SAY.invoice_recorded, { invoiceNumber: invoice.invoiceNumber });
  }
}
