import { Injectable } from '@nestjs/common';

import { type EventData } from '../../../contracts/events.js';
import { parseId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { type Tx } from '../../../platform/database/session.js';
import { type Hearing, Subscriber } from '../../../platform/queues/processor.js';
import { type MarginState } from '../../domain/stock/margin-state.js';
import { learnMargin } from '../../entities/called-margin.table.js';
import { ON_MARGIN_NEWS } from './stock.job.js';

type Told = EventData['fx.margin_call.called'];

/** Learns which margin banks call for forwards, and what becomes of it. */
@Injectable()
export class OnMarginNews extends Subscriber {
  readonly job = ON_MARGIN_NEWS;
  readonly hearing: Hearing = {
    'fx.margin_call.called': (tx, { resourceId, data }) => learn(tx, resourceId, data, 'called'),
    'fx.margin_call.paid': (tx, { resourceId, data }) => learn(tx, resourceId, data, 'paid'),
    'fx.margin_call.released': (tx, { resourceId, data }) => learn(tx, resourceId, data, 'released'),
    'fx.margin_call.settled': (tx, { resourceId, data }) => learn(tx, resourceId, data, 'settled'),
  };
}

function learn(tx: Tx, id: string, { forwardId, sellerId, amount, ...days }: Told, state: MarginState): Promise<void> {
  const of = { forwardId: parseId('forward', forwardId), sellerId: parseId('party', sellerId) };
  return learnMargin(tx, { id, ...of, amount: Money.fromJSON(amount), ...days, state });
}
