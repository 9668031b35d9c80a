import { Money } from '../../../kernel/money.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { type Tx } from '../../../platform/database/session.js';
import { type LoanSubject } from '../../domain/subject.js';
import { Advance } from '../../entities/advance.entity.js';
import { type EarlyRepayments, owedOn } from '../early-repayments.service.js';

const DRAWN = `
  SELECT id FROM financing.advance
  WHERE tenant_id = $1 AND subject_kind = $2 AND subject_id = $3 AND state = 'drawn' ORDER BY id`;

/** What was drawn on it and is owed, the oldest first; held. To be called past the turnstile. */
export async function drawnOn(tx: Tx, { kind, id: subjectId }: LoanSubject): Promise<Advance[]> {
  const loans: Advance[] = [];
  for (const { id } of await tx.query<{ id: string }>(DRAWN, [tx.tenantId, kind, subjectId])) {
    const advance = await tx.lock(Advance, id);
    if (advance !== null) loans.push(advance);
  }
  return loans;
}

/**
 * Principal is repaid out of what the platform holds for the seller, the oldest loan first, with all fees, penalty and interest that are
 * owed before it.
 * @returns what of it is not owed by loans that are drawn
 * @throws InsufficientFundsError, MandateLimitError
 */
export async function redeem(tx: Tx, early: EarlyRepayments, subject: LoanSubject, principal: Money): Promise<Money> {
  let left = principal;
  const day = dateInZone(tx.now, CHINA);
  for (const advance of await drawnOn(tx, subject)) {
    if (left.isZero()) break;
    const { outstanding } = advance;
    const part = Money.min(left, outstanding);
    await early.pay(tx, advance, owedOn(advance, day).minus(outstanding.minus(part)));
    left = left.minus(part);
  }
  return left;
}
