import { Injectable } from '@nestjs/common';

import { type Tx } from '../../platform/database/session.js';
import { type InvoiceStandings as Judged, judgeInvoices } from '../domain/invoice-standing.js';
import { holdListsSteady, openEntriesOf } from '../entities/abnormal-entries.table.js';
import { readInvoicePolicy } from '../entities/invoice-policies.table.js';
import { standingsOf } from '../entities/invoice-checks.table.js';

/** How the invoices of an order stand, beside what they say: asked before a claim is made of them. */
@Injectable()
export class InvoiceStandings {
  async of(tx: Tx, orderId: string): Promise<Judged> {
    await holdListsSteady(tx);
    const standings = await standingsOf(tx, orderId);
    if (standings.length === 0) return judgeInvoices([], 'warn');
    const ids = standings.map(({ id }) => id);
    const [{ issuerReview }, listed] = [await readInvoicePolicy(tx), await openEntriesOf(tx, ids)];
    const judged = standings.map((standing) => ({
      ...standing,
      abnormal: listed.find(({ invoiceId }) => invoiceId === standing.id) ?? null,
    }));
    return judgeInvoices(judged, issuerReview);
  }
}
