import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { PartnerRejectedError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { type Hearing, Processor, Subscriber } from '../../platform/queues/processor.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type EventType, type ReceivedEvent } from '../../contracts/events.js';
import { type Tx } from '../../platform/database/session.js';
import { bankAccountsOf } from '../application/bank-account-of.js';
import { Receivables } from '../application/collections/receivables.js';
import { Cover } from '../application/forwards/cover.js';
import { Curves } from '../application/forwards/curves.js';
import { ForwardAnswers, type Moving } from '../application/forwards/forward-answers.js';
import { ForwardDeliveries } from '../application/forwards/forward-deliveries.js';
import { ForwardNotices } from '../application/forwards/forward-notices.js';
import { Forwards } from '../application/forwards/forwards.js';
import { HOME } from '../domain/conversions/price-quote.js';
import { type BankCaller } from '../partners/bank.port.js';
import { type Ended, ForwardDesk } from '../partners/forward-desk.port.js';
import {
  askForward,
  askForwardMove,
  bookForward,
  deliverForward,
  expireForward,
  type ForwardDayPayload,
  type ForwardMovePayload,
  type ForwardPayload,
  moveForward,
  onCoverChanged,
  refreshCurves,
} from './forward.job.js';

/** An order's money was sold at a price of the day, less came than was owed, or the seller owes less. */
@Injectable()
export class OnCoverChangedProcessor extends Subscriber {
  readonly job = onCoverChanged;

  readonly hearing: Hearing = {
    'fx.conversion.booked': (tx, event) => this.review(tx, event),
    'fx.order.collected': (tx, event) => this.review(tx, event),
    'fx.collection.match_undone': (tx, event) => this.review(tx, event),
    'fx.dues.bought': (tx, event) => this.review(tx, event),
    'fx.dues.returned': (tx, event) => this.review(tx, event),
    'freight.booking.cancelled': (tx, event) => this.review(tx, event),
    'freight.booking.rejected': (tx, event) => this.review(tx, event),
  };

  constructor(
    deliveries: Deliveries,
    private readonly cover: Cover,
  ) {
    super(deliveries);
  }

  private async review(tx: Tx, { orderId }: Pick<ReceivedEvent<EventType>, 'orderId'>): Promise<void> {
    if (orderId !== null) await this.cover.review(tx, orderId);
  }
}

/** Fetches the bank's interest curves. */
@Injectable()
export class RefreshCurvesProcessor extends Processor<object> {
  readonly job = refreshCurves;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly curves: Curves,
    private readonly desk: ForwardDesk,
  ) {
    super();
  }

  override async process(delivery: Delivery<object>): Promise<void> {
    const found = await this.desk.curves(delivery.caller);
    await this.deliveries.once(delivery, (tx) => this.curves.record(tx, found));
  }
}

/** Books a contract with the bank; its id is the reference, so asking again books no second one. */
@Injectable()
export class BookForwardProcessor extends Processor<ForwardPayload> {
  readonly job = bookForward;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly forwards: Forwards,
    private readonly receivables: Receivables,
    private readonly desk: ForwardDesk,
  ) {
    super();
  }

  override async process(delivery: Delivery<ForwardPayload>): Promise<void> {
    const { forwardId } = delivery.payload;
    const { forward, receivable } = await this.deliveries.read(delivery, async (view) => {
      const found = await this.forwards.get(view, forwardId);
      const { orderId } = found;
      const receivable = orderId === null ? null : await this.receivables.find(view, orderId);
      return { forward: found, receivable };
    });
    if (forward.state !== 'requested') return;
    const { side, amount, bankRate, unit, startsOn, dueOn, createdAt } = forward;
    try {
      const { contractNumber } = await this.desk.book(delivery.caller, {
        reference: publicId('forward', forwardId),
        underlying: receivable?.contractNumber ?? publicId('party', forward.partyId),
        ...{ side, amount, rate: bankRate, unit, tradeDate: dateInZone(createdAt, CHINA), startsOn, dueOn },
      });
      await this.deliveries.once(delivery, (tx) => this.forwards.recordBooked(tx, forwardId, contractNumber));
    } catch (error) {
      const reason = refusalIn(error);
      await this.deliveries.once(delivery, (tx) => this.forwards.recordRefusal(tx, forwardId, reason));
    }
  }
}

/** The time in which the bank books a contract is over. */
@Injectable()
export class AskForwardProcessor extends Processor<ForwardPayload> {
  readonly job = askForward;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly forwards: Forwards,
  ) {
    super();
  }

  override async process(delivery: Delivery<ForwardPayload>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.forwards.chase(tx, delivery.payload.forwardId));
  }
}

/** Rolls over or closes out a part with the bank; its id is the reference. */
@Injectable()
export class MoveForwardProcessor extends Processor<ForwardMovePayload> {
  readonly job = moveForward;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly answers: ForwardAnswers,
    private readonly desk: ForwardDesk,
  ) {
    super();
  }

  override async process(delivery: Delivery<ForwardMovePayload>): Promise<void> {
    const { moveId } = delivery.payload;
    const { moving, account } = await this.deliveries.read(delivery, async (view) => {
      const found = await this.answers.moving(view, moveId);
      const accounts = await bankAccountsOf(view, found.forward.partyId, [HOME]);
      return { moving: found, account: accounts.get(HOME)?.accountNumber ?? null };
    });
    if (moving.move.state !== 'pending') return;
    try {
      const { ended, contractNumber } = await this.tell(delivery.caller, moving, account);
      await this.deliveries.once(delivery, (tx) => this.answers.recordEnd(tx, moveId, ended, contractNumber));
    } catch (error) {
      const reason = refusalIn(error);
      await this.deliveries.once(delivery, (tx) => this.answers.recordRefusal(tx, moveId, reason));
    }
  }

  private async tell(
    caller: BankCaller,
    { move, forward, next }: Moving,
    account: string | null,
  ): Promise<{ ended: Ended; contractNumber: string | null }> {
    const order = {
      reference: publicId('forwardMove', move.id),
      contractNumber: forward.contractNumber ?? '',
      account,
      ...{ amount: move.amount, closeRate: move.bankRate, tradeDate: move.tradeDate },
    };
    if (next === null) return { ended: await this.desk.closeOut(caller, order), contractNumber: null };
    const { bankRate, startsOn, dueOn } = next;
    const ended = await this.desk.rollOver(caller, { ...order, rate: bankRate, startsOn, dueOn });
    return { ended, contractNumber: ended.contractNumber };
  }
}

/** The time in which the bank rolls over or closes out is over. */
@Injectable()
export class AskForwardMoveProcessor extends Processor<ForwardMovePayload> {
  readonly job = askForwardMove;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly answers: ForwardAnswers,
  ) {
    super();
  }

  override async process(delivery: Delivery<ForwardMovePayload>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.answers.chase(tx, delivery.payload.moveId));
  }
}

/** A day of a contract that matters has come. */
@Injectable()
export class ExpireForwardProcessor extends Processor<ForwardDayPayload> {
  readonly job = expireForward;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly notices: ForwardNotices,
  ) {
    super();
  }

  override async process(delivery: Delivery<ForwardDayPayload>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.notices.look(tx, delivery.payload.forwardId));
  }
}

/** The last day of a contract of an order that converts by itself. */
@Injectable()
export class DeliverForwardProcessor extends Processor<ForwardPayload> {
  readonly job = deliverForward;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly forwardDeliveries: ForwardDeliveries,
  ) {
    super();
  }

  override async process(delivery: Delivery<ForwardPayload>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.forwardDeliveries.deliverDue(tx, delivery.payload.forwardId));
  }
}

/** A final no, in the bank's words. @throws what is none: it is asked again */
function refusalIn(error: unknown): string {
  if (!(error instanceof PartnerRejectedError)) throw error;
  return `${String(error.details['reasonCode'] ?? 'REFUSED')}: ${error.message}`;
}
