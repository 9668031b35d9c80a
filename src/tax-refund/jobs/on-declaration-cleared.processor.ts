import { Injectable } from '@nestjs/common';

import { type Tx } from '../../platform/database/session.js';
import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { RefundCases } from '../application/refund-cases.service.js';
import { type ExportPart, partOf } from '../domain/export-facts.js';
import { ON_DECLARATION_CLEARED } from './tax-refund.job.js';

/** A cleared declaration is what the tax bureau knows of the export; one that was given up is not waited for. */
@Injectable()
export class OnDeclarationCleared extends Subscriber {
  readonly job = ON_DECLARATION_CLEARED;

  readonly hearing: Hearing = {
    'customs.declaration.cleared': async (tx, { orderId, data }) => {
      if (orderId !== null) await this.cases.clear(tx, orderId, { ...data, part: partOf(data) });
    },
    'customs.declaration.cancelled': (tx, event) => this.giveUp(tx, event),
    'customs.declaration.exit_cancelled': (tx, event) => this.giveUp(tx, event),
  };

  constructor(
    deliveries: Deliveries,
    private readonly cases: RefundCases,
  ) {
    super(deliveries);
  }

  private async giveUp(
    tx: Tx,
    { orderId, data }: { readonly orderId: string | null; readonly data: { readonly part?: ExportPart } },
  ): Promise<void> {
    if (orderId !== null) await this.cases.giveUpPart(tx, orderId, partOf(data).number);
  }
}
