import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { type InvoiceStandings as Judged, judgeInvoices } from '../domain/invoice-standing.js';
import { readInvoicePolicy } from '../entities/invoice-policies.table.js';
import { standingsOf } from '../entities/invoice-checks.table.js';

/** How the invoices of an order stand, beside what they say: asked before a claim is made of them. */
@Injectable()
export class InvoiceStandings {
  async of(view: View, orderId: string): Promise<Judged> {
    const standings = await standingsOf(view, orderId);
    if (standings.length === 0) return judgeInvoices([], 'warn');
    const { issuerReview } = await readInvoicePolicy(view);
    return judgeInvoices(standings, issuerReview);
  }
}
