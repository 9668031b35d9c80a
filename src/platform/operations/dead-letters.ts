import { Injectable } from '@nestjs/common';

import { type Tx, type View } from '../database/session.js';
import { ResourceNotFoundError } from '../http/request.errors.js';
import { among, equal, page, type Page, type PageQuery } from '../http/paging.js';
import { audit } from '../outbox/outbox.js';
import { SAY } from '../platform.sentences.js';
import { DEAD_LETTER, type DeadLetterState } from './dead-letter-state.js';

/** A delivery whose tries are used up. */
export interface DeadLetter {
  readonly tenantId: string;
  readonly id: string;
  readonly queue: string;
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly attempts: number;
  readonly failedAt: Date;
  readonly state: DeadLetterState;
  readonly decidedAt: Date | null;
  readonly version: number;
}

const COLUMNS = `
  tenant_id AS "tenantId", id, queue, topic, payload, error_code AS "errorCode", error_message AS "errorMessage", attempts,
  failed_at AS "failedAt", state, decided_at AS "decidedAt", version`;
const ONE = `SELECT ${COLUMNS} FROM platform.dead_letter WHERE tenant_id = $1 AND id = $2`;
const DECIDE = `
  UPDATE platform.dead_letter SET state = $3, decided_at = $4, version = version + 1
  WHERE tenant_id = $1 AND id = $2 RETURNING ${COLUMNS}`;
/** The delivery as it was, under its own message id: what it did already, it does not do twice. */
const REVIVE = `
  INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at, traceparent)
  SELECT tenant_id, message_id, queue, topic, payload, now(), now(), traceparent
  FROM platform.dead_letter WHERE tenant_id = $1 AND id = $2`;

/** What people do with deliveries that failed for good. */
@Injectable()
export class DeadLetters {
  list(view: View, query: PageQuery, filter: { state?: string; queue?: string }): Promise<Page<DeadLetter>> {
    return page<DeadLetter>(view, {
      table: 'platform.dead_letter',
      columns: COLUMNS,
      query,
      conditions: [...among('state', filter.state), ...equal('queue', filter.queue)],
    });
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<DeadLetter> {
    return found(await view.query<DeadLetter>(ONE, [view.tenantId, id]));
  }

  /** Puts the delivery back into its queue, with all its tries before it. @throws IllegalTransitionError */
  async retry(tx: Tx, id: string): Promise<DeadLetter> {
    const decided = await this.decide(tx, id, 'retry');
    await tx.query(REVIVE, [tx.tenantId, id]);
    return decided;
  }

  /** Gives the delivery up. @throws IllegalTransitionError */
  discard(tx: Tx, id: string): Promise<DeadLetter> {
    return this.decide(tx, id, 'discard');
  }

  private async decide(tx: Tx, id: string, command: 'retry' | 'discard'): Promise<DeadLetter> {
    const letter = found(await tx.query<DeadLetter>(`${ONE} FOR UPDATE`, [tx.tenantId, id]));
    tx.assertFresh(letter);
    const to = DEAD_LETTER.next(letter.state, command);
    const { queue, errorCode } = letter;
    audit(tx, {
      action: `operations.dead-letter.${command}`,
      resourceType: 'deadLetter',
      resourceId: id,
      from: letter.state,
      to,
      details: { queue, errorCode },
    });
    return found(await tx.query<DeadLetter>(DECIDE, [tx.tenantId, id, to, tx.now]));
  }
}

function found([letter]: readonly DeadLetter[]): DeadLetter {
  if (letter === undefined) throw new ResourceNotFoundError(SAY.no_such_dead_letter);
  return letter;
}
