import { Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type Delivery } from './deliveries.js';
import { type Verdict } from './retry-policy.js';

const BURY = `
  WITH taken AS (
    DELETE FROM platform.delivery WHERE tenant_id = $1 AND message_id = $2 AND queue = $3
    RETURNING message_id, queue, topic, payload, traceparent)
  INSERT INTO platform.dead_letter (tenant_id, id, message_id, queue, topic, payload, error_code, error_message,
                                    attempts, failed_at, state, traceparent)
  SELECT $1, $4, message_id, queue, topic, payload, $5, $6, $7, $8, 'open', traceparent FROM taken`;

const MESSAGE_MAX = 2_000;

/** Where a delivery goes when its tries are used up: a list that people read, retry and discard. */
@Injectable()
export class DeadLetterOffice {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Moves the delivery in one statement: it is in the queue's list or in this one, never in both or neither. */
  async bury(delivery: Delivery<object>, { code, message }: Verdict): Promise<void> {
    const { tenantId, messageId } = delivery.job;
    await this.unitOfWork.run(delivery.caller, async (tx) => {
      const text = message.slice(0, MESSAGE_MAX);
      await tx.query(BURY, [tenantId, messageId, delivery.queue, newId(), code, text, delivery.attempt, tx.now]);
    });
  }
}
