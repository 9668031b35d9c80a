import { Injectable } from '@nestjs/common';

import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { hearDeparted } from '../application/warehouses/export-accounts.js';
import { ON_OVERSEAS_EXPORT } from './freight.job.js';

/** What left under 9810 can be announced to warehouses, and is accounted for by declaration. */
@Injectable()
export class OnOverseasExport extends Subscriber {
  readonly job = ON_OVERSEAS_EXPORT;

  readonly hearing: Hearing = {
    'customs.overseas_export.departed': (tx, { resourceId, orderId, data }) =>
      hearDeparted(tx, resourceId, { orderId, data }),
  };
}
