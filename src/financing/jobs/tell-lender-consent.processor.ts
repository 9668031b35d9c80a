import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { LenderConsents } from '../application/lender/lender-consents.service.js';
import { TELL_LENDER_CONSENT, type TellConsentPayload } from './lender.job.js';

/** The lender's doings are told to who consented, and the other way round. */
@Injectable()
export class TellLenderConsent extends Processor<TellConsentPayload> {
  readonly job = TELL_LENDER_CONSENT;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deliveries: Deliveries,
    private readonly consents: LenderConsents,
  ) {
    super();
  }

  override async process(delivery: Delivery<TellConsentPayload>): Promise<void> {
    const { consentId, news, tenantId } = delivery.payload;
    const side = news === 'offered' || news === 'revoked' ? 'lender' : 'grantor';
    await this.unitOfWork.run({ ...delivery.caller, tenantId }, (tx) => this.consents.tell(tx, side, consentId, news));
    await this.deliveries.once(delivery, () => Promise.resolve());
  }
}
