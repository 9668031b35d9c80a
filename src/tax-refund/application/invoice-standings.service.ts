import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { type InvoiceStandings as Judged, judgeInvoices } from '../domain/invoice-standing.js';
import { standingsOf } from '../entities/invoice-checks.table.js';

/** How the invoices of an order stand, beside what they say: asked before a claim is made of them. */
@Injectable()
export class InvoiceStandings {
  async of(view: View, orderId: string): Promise<Judged> {
    return judgeInvoices(await standingsOf(view, orderId));
  }
}
