import { Injectable } from '@nestjs/common';

import { Reference } from '../../catalogue/index.js';
import { OrderBook } from '../../orders/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { type InvoiceInput } from '../domain/invoice-input.js';
import { type EInvoiceBody, eInvoiceBody, type EInvoiceHint, unitName } from '../domain/e-invoice.js';
import { SAY } from '../domain/e-invoice.sentences.js';
import { type InvoiceWarning } from '../domain/invoice-findings.js';
import { findOriginal, keepOriginal, type OriginalInvoice } from '../entities/e-invoices.table.js';
import { EInvoiceReader } from '../partners/e-invoice-reader.port.js';
import { type FullInvoice, Invoices } from './invoices.service.js';

interface Given {
  readonly xml: string;
  readonly orderId: string | null;
  readonly hints: readonly EInvoiceHint[];
}

interface Recording {
  readonly xml: string;
  readonly orderId: string | null;
  readonly input: InvoiceInput;
  readonly warnings: readonly InvoiceWarning[];
}

/** Fully digital invoices (数电票), from the file in which the tax bureau gives them out. */
@Injectable()
export class EInvoices {
  constructor(
    private readonly reader: EInvoiceReader,
    private readonly reference: Reference,
    private readonly orders: OrderBook,
    private readonly invoices: Invoices,
  ) {}

  /** @throws UnreadableEInvoiceError, ResourceNotFoundError */
  async read(view: View, { xml, orderId, hints }: Given): Promise<EInvoiceBody> {
    const invoice = this.reader.read(xml);
    const names = [...new Set(invoice.items.map(({ unit }) => unitName(unit)))];
    const units = await this.reference.unitCodes(view, names, await this.reference.today(view));
    const orderLines = orderId === null ? [] : (await this.orders.snapshot(view, orderId)).lines;
    return eInvoiceBody(invoice, { hints, orderLines, units });
  }

  /** The invoice with its file, or neither. @throws as `Invoices.record` */
  async record(tx: Tx, { xml, orderId, input, warnings }: Recording): Promise<FullInvoice> {
    const recorded = await this.invoices.record(tx, orderId, input, warnings);
    await keepOriginal(tx, recorded.invoice.id, xml);
    return recorded;
  }

  /** @throws ResourceNotFoundError where it did not come as a file */
  async original(view: View, invoiceId: string): Promise<OriginalInvoice> {
    const original = await findOriginal(view, invoiceId);
    if (original === null) throw new ResourceNotFoundError(SAY.no_original);
    return original;
  }
}
