import { Injectable } from '@nestjs/common';

import { type Tx, type View } from '../../platform/database/session.js';
import { audit } from '../../platform/outbox/outbox.js';
import { type FilingPolicy } from '../domain/filing-policy.js';
import { readFilingPolicy, setFilingPolicy } from '../entities/filing-policies.table.js';

/** Whether a tenant files claims one by one, or in batches. */
@Injectable()
export class FilingPolicies {
  get(view: View): Promise<FilingPolicy> {
    return readFilingPolicy(view);
  }

  /** Of what becomes ready from now on; what waits in a batch stays there. */
  async set(tx: Tx, policy: FilingPolicy): Promise<FilingPolicy> {
    const before = await readFilingPolicy(tx);
    await setFilingPolicy(tx, policy);
    const resource = { resourceType: 'tenant', resourceId: tx.tenantId };
    audit(tx, { action: 'tax_refund.filing_policy.set', ...resource, details: { from: before, to: policy } });
    return policy;
  }
}
