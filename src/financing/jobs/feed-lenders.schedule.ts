import { Injectable } from '@nestjs/common';

import { prepared } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ScheduledTask } from '../../platform/operations/schedules/scheduled-task.js';
import { type FedConsent, LenderFeeds } from '../application/lender/lender-feeds.service.js';

const CONSENTS_MAX = 100;

/** Those whose lender does not know yet what is in the client's log; the one that waits longest first. */
const BEHIND = `
  SELECT c.id AS "consentId", c.tenant_id AS "grantorId", c.lender_id AS "lenderId"
  FROM financing.lender_consent c
  LEFT JOIN platform.event_feed_head h ON h.tenant_id = c.tenant_id
  LEFT JOIN financing.lender_feed f ON f.tenant_id = c.lender_id AND f.consent_id = c.id
  WHERE c.accepted_at IS NOT NULL
    AND (f.consent_id IS NULL OR NOT f.is_over AND (f.after_loan_id IS NOT NULL OR f.position < h.position))
  ORDER BY f.moved_at NULLS FIRST, c.id LIMIT $1`;

/** Brings to each lender, every second, what has become of its loans. */
@Injectable()
export class FeedLenders extends ScheduledTask {
  readonly name = 'financing.feed-lenders';
  readonly everyMs = 1_000;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly feeds: LenderFeeds,
  ) {
    super();
  }

  async run(): Promise<boolean> {
    const behind = await this.unitOfWork.asMachine((client) => prepared<FedConsent>(client, BEHIND, [CONSENTS_MAX]));
    const faults: unknown[] = [];
    // A lender that cannot be told keeps no other from its turn.
    for (const consent of behind) {
      const [outcome] = await Promise.allSettled([this.feeds.step(consent, `schedule:${this.name}`)]);
      if (outcome.status === 'rejected') faults.push(outcome.reason);
    }
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} lenders could not be told`);
    return behind.length > 0;
  }
}
