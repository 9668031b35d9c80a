import { Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { Ledger } from '../../ledger/index.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, enqueue } from '../../platform/outbox/outbox.js';
import { REFERENCE_RATES } from '../data/reference-rates.js';
import { totalOfLoan } from '../domain/waterfall.js';
import { type Advance } from '../entities/advance.entity.js';
import { claimDue } from '../entities/loan-accounts.table.js';
import { TAKE_INSTALMENT } from '../jobs/financing.job.js';
import { freeFunds, unlessSpent } from './free-funds.js';
import { holdAdvance } from './hold-advance.js';
import { Waterfalls } from './waterfalls.service.js';

/** Ordered by one transaction. */
const LOANS_MAX = 500;

/** Takes what has fallen due of loans that are paid back in parts, from what the platform holds for their sellers. */
@Injectable()
export class Instalments {
  constructor(
    private readonly ledger: Ledger,
    private readonly waterfalls: Waterfalls,
  ) {}

  /**
   * Orders that what has fallen due is taken: of each loan by itself and once a day, so that one that fails holds up no other.
   * @returns whether there may be more
   */
  async order(tx: Tx): Promise<boolean> {
    const ids = await claimDue(tx, dateInZone(tx.now, CHINA), LOANS_MAX);
    for (const advanceId of ids) enqueue(tx, TAKE_INSTALMENT, { advanceId });
    return ids.length === LOANS_MAX;
  }

  /**
   * Takes what is due of one loan, as far as there is money. What is missing stays due, and is taken of what comes in for the
   * seller, or on another day.
   */
  async take(tx: Tx, advanceId: string): Promise<void> {
    const advance = await holdAdvance(tx, advanceId);
    const due = dueOf(advance, dateInZone(tx.now, CHINA));
    if (due.isZero()) return;
    const amount = Money.min(due, await freeFunds(this.ledger, tx, advance));
    if (!amount.isZero()) await unlessSpent(() => this.repay(tx, advance, amount));
  }

  private async repay(tx: Tx, { id, orderId, sellerId }: Advance, amount: Money): Promise<void> {
    await this.waterfalls.take(tx, {
      ...{ source: 'repayment', sourceId: newId(), orderId, sellerId, amount, advanceId: id },
    });
    const details = { amount: amount.toAmountString(), currency: amount.currency };
    audit(tx, { action: 'financing.instalment.take', resourceType: 'advance', resourceId: id, details });
  }
}

/** By the rates that were published by the day; nothing of one that was paid meanwhile. */
function dueOf(advance: Advance, day: LocalDate): Money {
  if (advance.state !== 'drawn' || !advance.isDueOn(day)) return Money.zero(advance.principal.currency);
  advance.followReference(REFERENCE_RATES, day);
  return totalOfLoan(advance.dueOn(day));
}
