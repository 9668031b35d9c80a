import { Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type Delivery } from './deliveries.js';
import { type JobDefinition } from './job-definition.js';
import { type Verdict } from './retry-policy.js';

/** How long a watch rests after its tries are used up. */
const WATCH_RESTS_SECONDS = { live: 3_600, sandbox: 60 } as const;

/** With $9, which is null for all but watches: the same work, due again that many seconds from now. */
const BURY = `
  WITH taken AS (
    DELETE FROM platform.delivery WHERE tenant_id = $1 AND message_id = $2 AND queue = $3
    RETURNING message_id, queue, topic, payload, traceparent
  ), again AS (
    INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at, traceparent)
    SELECT $1, $10, queue, topic, payload, now() + make_interval(secs => $9), now(), traceparent
    FROM taken WHERE $9 IS NOT NULL)
  INSERT INTO platform.dead_letter (tenant_id, id, message_id, queue, topic, payload, error_code, error_message,
                                    attempts, failed_at, state, decided_at, traceparent)
  SELECT $1, $4, message_id, queue, topic, payload, $5, $6, $7, $8,
         CASE WHEN $9 IS NULL THEN 'open' ELSE 'retried' END, CASE WHEN $9 IS NOT NULL THEN $8::timestamptz END, traceparent
  FROM taken`;

const MESSAGE_MAX = 2_000;

/** Where a delivery goes when its tries are used up: a list that people read, retry and discard. */
@Injectable()
export class DeadLetterOffice {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Moves the delivery in one statement: it is in the queue's list or in this one, never in both or neither. A watch is
   * noted here as retried, which it is: were it to end, nobody would ever ask again, and the resource would wait forever.
   */
  async bury(delivery: Delivery<object>, { code, message }: Verdict, { lane }: JobDefinition<object>): Promise<void> {
    const { queue, attempt, job } = delivery;
    const text = message.slice(0, MESSAGE_MAX);
    await this.unitOfWork.run(delivery.caller, async (tx) => {
      const rests = lane === 'watch' ? WATCH_RESTS_SECONDS[tx.livemode ? 'live' : 'sandbox'] : null;
      const letter = [job.tenantId, job.messageId, queue, newId(), code, text, attempt, tx.now];
      await tx.query(BURY, [...letter, rests, newId()]);
    });
  }
}
