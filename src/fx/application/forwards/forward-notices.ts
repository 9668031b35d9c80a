import { Injectable } from '@nestjs/common';

import { CHINA, dateInZone, daysBetween } from '../../../kernel/local-date.js';
import { type Tx } from '../../../platform/database/session.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { FORWARD } from '../../domain/forwards/forward-status.js';
import { instantOf, noticeOn, noticesOf } from '../../domain/forwards/maturity-notices.js';
import { Forward } from '../../entities/forward.entity.js';
import { deliverForward, expireForward } from '../../jobs/forward.job.js';
import { Receivables } from '../collections/receivables.js';
import { announceFallingDue, announcePastDue, noteForward } from './forward-news.js';
import { ForwardTermsBook } from './forward-terms.js';

/** The days of a contract: its owner is reminded, it is delivered on the last one, or is overdue after it. */
@Injectable()
export class ForwardNotices {
  constructor(
    private readonly terms: ForwardTermsBook,
    private readonly receivables: Receivables,
  ) {}

  /** Has somebody look on the next day that matters. */
  async schedule(tx: Tx, { id, dueOn }: Forward): Promise<void> {
    const { noticeDays } = await this.terms.today(tx);
    const [next] = noticesOf(dueOn, noticeDays, dateInZone(tx.now, CHINA));
    if (next !== undefined) enqueue(tx, expireForward, { forwardId: id, on: next.on }, { dueAt: instantOf(next) });
  }

  /** A day that matters has come. What is settled is left alone. */
  async look(tx: Tx, id: string): Promise<void> {
    const forward = await tx.lock(Forward, id);
    if (forward === null || !FORWARD.allows(forward.state, 'expire')) return;
    const today = dateInZone(tx.now, CHINA);
    const notice = noticeOn(forward.dueOn, today);
    if (notice === 'past_due') {
      await this.expire(tx, forward);
      return;
    }
    if (!forward.open.isZero()) announceFallingDue(tx, forward, daysBetween(today, forward.dueOn));
    if (notice === 'due') await this.deliver(tx, forward);
    await this.schedule(tx, forward);
  }

  /** Where its last day is over and something of it is open. What is on its way is looked at when the bank has spoken. */
  async expire(tx: Tx, forward: Forward): Promise<void> {
    const { open, dueOn, state } = forward;
    if (open.isZero() || dueOn >= dateInZone(tx.now, CHINA) || !FORWARD.allows(state, 'expire')) return;
    forward.expire(tx.now);
    await tx.store(Forward, forward);
    announcePastDue(tx, forward);
    noteForward(tx, forward, 'past_due', state);
  }

  private async deliver(tx: Tx, { id, orderId }: Forward): Promise<void> {
    const receivable = orderId === null ? null : await this.receivables.find(tx, orderId);
    if (receivable?.conversion === 'automatic') enqueue(tx, deliverForward, { forwardId: id });
  }
}
