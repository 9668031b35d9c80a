import { Injectable } from '@nestjs/common';

import { type EventType, type ReceivedEvent } from '../../contracts/events.js';
import { type Caller } from '../database/caller.js';
import { type Tx, type View } from '../database/session.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type JobData, type JobDefinition } from './job-definition.js';

const CLAIM = `DELETE FROM platform.delivery WHERE tenant_id = $1 AND message_id = $2 AND queue = $3 RETURNING payload`;

interface ClaimedRow {
  readonly payload: { readonly resourceId: string; readonly orderId: string | null; readonly data: never };
}

/** One delivery in the hands of a processor. */
export class Delivery<Payload extends object> {
  /** True once its row is deleted in a committed transaction: nobody will act on it again. */
  claimed = false;

  /** The trace that the work belongs to: of its own span, where spans are kept, else of what ordered it. */
  traceparent: string | null;

  constructor(
    readonly queue: string,
    readonly job: JobData,
    /** 1 for the first try. */
    readonly attempt: number,
    readonly attemptsMax: number,
  ) {
    this.traceparent = job.traceparent;
  }

  get payload(): Payload {
    return (this.job.payload ?? {}) as Payload;
  }

  get caller(): Caller {
    return { tenantId: this.job.tenantId, actor: `job:${this.queue}`, traceparent: this.traceparent };
  }
}

/**
 * The door through which queued work enters the application. Claiming deletes the delivery in the same transaction
 * as the effect, so the second of two identical deliveries finds nothing to claim and changes nothing.
 */
@Injectable()
export class Deliveries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Runs `work` once per delivery, however often it is delivered. @returns false when it was done before */
  async once<Payload extends object>(delivery: Delivery<Payload>, work: (tx: Tx) => Promise<void>): Promise<boolean> {
    return this.claim(delivery, (tx) => work(tx));
  }

  /** As `once`, with the event that the delivery carries. */
  async hear(
    delivery: Delivery<object>,
    work: (tx: Tx, event: ReceivedEvent<EventType>) => Promise<void>,
  ): Promise<boolean> {
    const { messageId, topic } = delivery.job;
    return this.claim(delivery, (tx, { payload }) => {
      const { resourceId, orderId, data } = payload;
      return work(tx, { id: messageId, type: topic as EventType, resourceId, orderId, data });
    });
  }

  read<Payload extends object, Result>(
    delivery: Delivery<Payload>,
    work: (view: View) => Promise<Result>,
  ): Promise<Result> {
    return this.unitOfWork.read(delivery.caller, work);
  }

  private async claim(delivery: Delivery<object>, work: (tx: Tx, row: ClaimedRow) => Promise<void>): Promise<boolean> {
    const { tenantId, messageId } = delivery.job;
    const preambles = [{ sql: CLAIM, values: [tenantId, messageId, delivery.queue] }];
    const first = await this.unitOfWork.runAfter(delivery.caller, { preambles }, async (tx, [claimed]) => {
      const row = claimed?.[0] as ClaimedRow | undefined;
      if (row === undefined) return false;
      await work(tx, row);
      return true;
    });
    delivery.claimed = true;
    return first;
  }
}

/** Whether a message to this queue was committed for the tenant and is not acted on yet. */
export async function isUnderWay(view: View, job: JobDefinition<object>): Promise<boolean> {
  const rows = await view.query(`SELECT 1 FROM platform.delivery WHERE tenant_id = $1 AND queue = $2 LIMIT 1`, [
    view.tenantId,
    job.queue,
  ]);
  return rows.length > 0;
}
