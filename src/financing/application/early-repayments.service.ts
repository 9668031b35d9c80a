import { Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { InputCheck } from '../../kernel/input-check.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { moveUnderMandate } from '../../platform/auth/mandates/mandate-limits.js';
import { type Tx } from '../../platform/database/session.js';
import { audit } from '../../platform/outbox/outbox.js';
import { REFERENCE_RATES } from '../data/reference-rates.js';
import { ADVANCE } from '../domain/advance-status.js';
import { SAY } from '../domain/financing.sentences.js';
import { totalOfLoan } from '../domain/waterfall.js';
import { type Advance } from '../entities/advance.entity.js';
import { Advances } from './advances.service.js';
import { holdAdvance } from './hold-advance.js';
import { Waterfalls } from './waterfalls.service.js';

/** A client pays an advance back before anything has come in for its order (提前还款), from what the platform holds for it. */
@Injectable()
export class EarlyRepayments {
  constructor(
    private readonly advances: Advances,
    private readonly waterfalls: Waterfalls,
  ) {}

  /**
   * Split as a receipt is: fees, penalty, interest up to today, principal. The lender is told as of any repayment.
   * @param json null for all that is owed today
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError unless it is drawn, or written off
   * @throws InvalidInputError of more than is owed, or of another currency
   * @throws InsufficientFundsError, MandateLimitError
   */
  async repay(tx: Tx, id: string, json: MoneyJson | null): Promise<Advance> {
    const advance = await holdAdvance(tx, id);
    tx.assertFresh(advance);
    ADVANCE.next(advance.state, advance.state === 'written_off' ? 'recover' : 'settle');
    return this.pay(tx, advance, amountOf(owedOn(advance, dateInZone(tx.now, CHINA)), json));
  }

  /**
   * As `repay`, of an advance that is held and owed, and no more than that.
   * @throws InsufficientFundsError, MandateLimitError
   */
  async pay(tx: Tx, advance: Advance, amount: Money): Promise<Advance> {
    await moveUnderMandate(tx, amount);
    const { id, sellerId, orderId, state: from } = advance;
    await this.waterfalls.take(tx, {
      ...{ source: 'repayment', sourceId: newId(), orderId, sellerId, amount, advanceId: id },
    });
    const repaid = await this.advances.get(tx, id);
    audit(tx, { action: 'financing.advance.repay', resourceType: 'advance', resourceId: id, from, to: repaid.state });
    return repaid;
  }
}

/** All that is owed on a day, by the rates that were published by it. */
export function owedOn(advance: Advance, day: LocalDate): Money {
  advance.followReference(REFERENCE_RATES, day);
  return totalOfLoan(advance.duesOn(day, Money.zero(advance.principal.currency)));
}

/** @throws InvalidInputError */
function amountOf(owed: Money, json: MoneyJson | null): Money {
  if (json === null) return owed;
  const amount = Money.fromJSON(json);
  const { currency } = owed;
  const check = new InputCheck();
  const isSame = check.that(amount.currency === currency, '/amount', 'currency_mismatch', SAY.owed_in({ currency }));
  const isOwed = !isSame || !amount.isMoreThan(owed);
  check.that(isOwed, '/amount', 'too_much', SAY.more_than_owed({ amount: String(owed) }));
  check.done();
  return amount;
}
