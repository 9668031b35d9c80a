import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../../platform/queues/deliveries.js';
import { Processor } from '../../../platform/queues/processor.js';
import { InsurancePolicies } from '../../application/insurance/insurance-policies.service.js';
import { EXPIRE_INSURANCE_POLICY, type PolicyPayload } from './insurance.job.js';

/** The last day of a policy is over: whoever lends on what it covers is told. */
@Injectable()
export class ExpireInsurancePolicy extends Processor<PolicyPayload> {
  readonly job = EXPIRE_INSURANCE_POLICY;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly policies: InsurancePolicies,
  ) {
    super();
  }

  override async process(delivery: Delivery<PolicyPayload>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.policies.lapse(tx, delivery.payload.policyId));
  }
}
