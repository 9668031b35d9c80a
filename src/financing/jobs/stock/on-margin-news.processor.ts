import { Injectable } from '@nestjs/common';

import { type EventData } from '../../../contracts/events.js';
import { parseId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { type Tx } from '../../../platform/database/session.js';
import { Deliveries } from '../../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../../platform/queues/processor.js';
import { MarginLoans } from '../../application/stock/margin-loans.service.js';
import { type MarginState } from '../../domain/stock/margin-state.js';
import { learnMargin } from '../../entities/called-margin.table.js';
import { ON_MARGIN_NEWS } from './stock.job.js';

type Called = EventData['fx.margin_call.called'];

/** Learns which margin banks call for forwards, and what becomes of it; what is free again repays what was lent for it. */
@Injectable()
export class OnMarginNews extends Subscriber {
  readonly job = ON_MARGIN_NEWS;
  readonly hearing: Hearing = {
    'fx.margin_call.called': (tx, { resourceId, data }) => learn(tx, resourceId, data, 'called'),
    'fx.margin_call.paid': (tx, { resourceId, data }) => learn(tx, resourceId, data, 'paid'),
    'fx.margin_call.released': async (tx, { resourceId, data }) => {
      await learn(tx, resourceId, data, 'released');
      await this.loans.repay(tx, parseId('forward', data.forwardId), Money.fromJSON(data.freed));
    },
    'fx.margin_call.settled': async (tx, { resourceId, data }) => {
      await learn(tx, resourceId, data, 'settled');
      await this.loans.repay(tx, parseId('forward', data.forwardId), null);
    },
    'fx.forward.margin_unused': (tx, { data: { advanceId, amount, holdId, isOver } }) =>
      this.loans.giveBack(tx, parseId('advance', advanceId), {
        ...{ amount: Money.fromJSON(amount), holdId: parseId('hold', holdId), isOver },
      }),
  };

  constructor(
    deliveries: Deliveries,
    private readonly loans: MarginLoans,
  ) {
    super(deliveries);
  }
}

function learn(tx: Tx, id: string, data: Called, state: MarginState): Promise<void> {
  const { amount, calledOn, dueOn } = data;
  const of = { forwardId: parseId('forward', data.forwardId), sellerId: parseId('party', data.sellerId) };
  return learnMargin(tx, { id, ...of, amount: Money.fromJSON(amount), calledOn, dueOn, state });
}
