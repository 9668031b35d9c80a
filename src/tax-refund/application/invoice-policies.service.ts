import { Injectable } from '@nestjs/common';

import { type Tx, type View } from '../../platform/database/session.js';
import { audit } from '../../platform/outbox/outbox.js';
import { type InvoicePolicy, readInvoicePolicy, setInvoicePolicy } from '../entities/invoice-policies.table.js';

/** What a tenant asks of the invoices that it takes in, beyond what the law does. */
@Injectable()
export class InvoicePolicies {
  get(view: View): Promise<InvoicePolicy> {
    return readInvoicePolicy(view);
  }

  async set(tx: Tx, policy: InvoicePolicy): Promise<InvoicePolicy> {
    const before = await readInvoicePolicy(tx);
    await setInvoicePolicy(tx, policy);
    const resource = { resourceType: 'tenant', resourceId: tx.tenantId };
    audit(tx, { action: 'tax_refund.invoice_policy.set', ...resource, details: { from: before, to: policy } });
    return policy;
  }
}
