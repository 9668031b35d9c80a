import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '../../database/unit-of-work.js';
import { Deliveries, type Delivery } from '../../queues/deliveries.js';
import { Processor } from '../../queues/processor.js';
import { note, raise, TELL_OTHER_SIDE, type TellPayload } from './mandate-news.js';
import { getMandate, lockMandate } from './mandate-rows.js';

/** Each kind of news happens to a mandate once, so the log itself says whether it was told. */
const IS_TOLD = `SELECT 1 FROM platform.event WHERE tenant_id = $1 AND resource_id = $2 AND type = $3`;

/** Puts what happened to a mandate into the log and the audit of its other side, in a transaction of that tenant. */
@Injectable()
export class TellOtherSide extends Processor<TellPayload> {
  readonly job = TELL_OTHER_SIDE;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deliveries: Deliveries,
  ) {
    super();
  }

  override async process(delivery: Delivery<TellPayload>): Promise<void> {
    const { mandateId, news, tenantId } = delivery.payload;
    await this.unitOfWork.run({ ...delivery.caller, tenantId }, async (tx) => {
      await lockMandate(tx, mandateId);
      const told = await tx.query(IS_TOLD, [tenantId, mandateId, `mandates.mandate.${news}`]);
      if (told.length > 0) return;
      const mandate = await getMandate(tx, mandateId);
      raise(tx, mandate, news);
      note(tx, mandate, news, {});
    });
    await this.deliveries.once(delivery, () => Promise.resolve());
  }
}
