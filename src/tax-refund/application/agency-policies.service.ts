import { Injectable } from '@nestjs/common';

import { type Tx, type View } from '../../platform/database/session.js';
import { audit } from '../../platform/outbox/outbox.js';
import { AgencyRequiredError } from '../domain/agency.errors.js';
import { SAY } from '../domain/agency.sentences.js';
import { type AgencyPolicy, readAgencyPolicy, setAgencyPolicy } from '../entities/agencies.table.js';

/** Whether nothing is filed for a producer without an agreement: of live tenants always, of sandbox tenants as they choose. */
@Injectable()
export class AgencyPolicies {
  get(view: View): Promise<AgencyPolicy> {
    return readAgencyPolicy(view);
  }

  /** @throws AgencyRequiredError */
  async set(tx: Tx, isRequired: boolean): Promise<AgencyPolicy> {
    if (tx.livemode && !isRequired) throw new AgencyRequiredError(SAY.always_required);
    const before = await readAgencyPolicy(tx);
    await setAgencyPolicy(tx, isRequired);
    const details = { from: before.isRequired, to: isRequired };
    const resource = { resourceType: 'tenant', resourceId: tx.tenantId };
    audit(tx, { action: 'tax_refund.agency_policy.set', ...resource, details });
    return { ...before, isRequired };
  }
}
