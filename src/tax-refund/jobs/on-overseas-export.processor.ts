import { Injectable } from '@nestjs/common';

import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { RefundCases } from '../application/refund-cases.service.js';
import { partOf } from '../domain/export-facts.js';
import { ON_OVERSEAS_EXPORT } from './tax-refund.job.js';

/** What left for a warehouse abroad is refunded in advance; what is sold of it settles that. */
@Injectable()
export class OnOverseasExport extends Subscriber {
  readonly job = ON_OVERSEAS_EXPORT;

  readonly hearing: Hearing = {
    'customs.overseas_export.departed': async (tx, { orderId, data }) => {
      if (orderId !== null) await this.cases.clear(tx, orderId, { ...data, part: partOf(data) });
    },
    'customs.overseas_export.accounted': async (tx, { orderId, data }) => {
      if (orderId !== null) await this.cases.account(tx, orderId, data);
    },
  };

  constructor(
    deliveries: Deliveries,
    private readonly cases: RefundCases,
  ) {
    super(deliveries);
  }
}
