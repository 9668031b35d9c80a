import { Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { Ledger } from '../../ledger/index.js';
import { type Tx } from '../../platform/database/session.js';
import { audit } from '../../platform/outbox/outbox.js';
import { REFERENCE_RATES } from '../data/reference-rates.js';
import { totalOfLoan } from '../domain/waterfall.js';
import { type Advance } from '../entities/advance.entity.js';
import { nextDue, noteTaken } from '../entities/loan-accounts.table.js';
import { holdAdvance } from './hold-advance.js';
import { Waterfalls } from './waterfalls.service.js';

/** Takes what has fallen due of loans that are paid back in parts, from what the platform holds for their sellers. */
@Injectable()
export class Instalments {
  constructor(
    private readonly ledger: Ledger,
    private readonly waterfalls: Waterfalls,
  ) {}

  /**
   * One loan, once a day: that it was looked at commits together with what was taken. What is missing stays due, and is taken of what
   * comes in for the seller, or on another day.
   * @returns whether there may be another one
   */
  async takeNext(tx: Tx): Promise<boolean> {
    const today = dateInZone(tx.now, CHINA);
    const id = await nextDue(tx, today);
    if (id === null) return false;
    const advance = await holdAdvance(tx, id);
    if (!(await noteTaken(tx, id, today))) return true;
    const amount = Money.min(dueOf(advance, today), await this.fundsOf(tx, advance));
    if (!amount.isZero()) await this.take(tx, advance, amount);
    return true;
  }

  private async take(tx: Tx, { id, orderId, sellerId }: Advance, amount: Money): Promise<void> {
    await this.waterfalls.take(tx, {
      ...{ source: 'repayment', sourceId: newId(), orderId, sellerId, amount, advanceId: id },
    });
    const details = { amount: amount.toAmountString(), currency: amount.currency };
    audit(tx, { action: 'financing.instalment.take', resourceType: 'advance', resourceId: id, details });
  }

  /** What of the seller's money is free. */
  private async fundsOf(tx: Tx, { sellerId: partyId, principal: { currency } }: Advance): Promise<Money> {
    const { available } = await this.ledger.balance(tx, { code: 'client_funds', partyId, currency });
    return Money.max(Money.zero(currency), available);
  }
}

/** By the rates that were published by the day; nothing of one that was paid meanwhile. */
function dueOf(advance: Advance, day: LocalDate): Money {
  if (advance.state !== 'drawn' || !advance.isDueOn(day)) return Money.zero(advance.principal.currency);
  advance.followReference(REFERENCE_RATES, day);
  return totalOfLoan(advance.dueOn(day));
}
