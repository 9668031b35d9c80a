import { Injectable } from '@nestjs/common';

import { type Tx, type View } from '../../../platform/database/session.js';
import { MalformedRequestError } from '../../../platform/http/request.errors.js';
import { audit } from '../../../platform/outbox/outbox.js';
import { SAY } from '../../domain/payouts/payout-batch.sentences.js';
import { type PayoutPolicy } from '../../domain/payouts/payout-schedule.js';
import { readPayoutPolicy, setPayoutPolicy } from '../../entities/payout-batches.table.js';

/** Whether a tenant orders payouts one by one or in batches, and until which hour for the same day. */
@Injectable()
export class PayoutPolicies {
  get(view: View): Promise<PayoutPolicy> {
    return readPayoutPolicy(view);
  }

  /** Of what is ordered from now on; what waits in a batch stays there. @throws MalformedRequestError for batches without a cut-off */
  async set(tx: Tx, policy: PayoutPolicy): Promise<PayoutPolicy> {
    if (policy.mode === 'batched' && policy.cutOff === null) {
      throw new MalformedRequestError(SAY.cut_off_needed, [
        { pointer: '/cutOff', code: 'required', message: SAY.cut_off_needed },
      ]);
    }
    const before = await readPayoutPolicy(tx);
    await setPayoutPolicy(tx, policy);
    const resource = { resourceType: 'tenant', resourceId: tx.tenantId };
    audit(tx, { action: 'fx.payout_policy.set', ...resource, details: { from: before, to: policy } });
    return policy;
  }
}
