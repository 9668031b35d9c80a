import { Injectable } from '@nestjs/common';

import { type Tx, type View } from '../../platform/database/session.js';
import { audit } from '../../platform/outbox/outbox.js';
import { BrokerMandateRequiredError } from '../domain/broker-mandate.errors.js';
import { SAY } from '../domain/broker-mandate.sentences.js';
import { type MandatePolicy, readMandatePolicy, setMandatePolicy } from '../entities/broker-mandate-policy.table.js';

/** Whether nothing leaves without a mandate: of live tenants always, of sandbox tenants as they choose. */
@Injectable()
export class MandatePolicies {
  get(view: View): Promise<MandatePolicy> {
    return readMandatePolicy(view);
  }

  /** @throws BrokerMandateRequiredError */
  async set(tx: Tx, isRequired: boolean): Promise<MandatePolicy> {
    if (tx.livemode && !isRequired) throw new BrokerMandateRequiredError(SAY.always_required);
    const before = await readMandatePolicy(tx);
    await setMandatePolicy(tx, isRequired);
    const details = { from: before.isRequired, to: isRequired };
    const resource = { resourceType: 'tenant', resourceId: tx.tenantId };
    audit(tx, { action: 'customs.broker_mandate_policy.set', ...resource, details });
    return { ...before, isRequired };
  }
}
