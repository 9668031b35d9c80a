import { Injectable } from '@nestjs/common';

import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { REFERENCE_RATES } from '../../data/reference-rates.js';
import { type Accrued } from '../../domain/accrual/accrual.js';
import { bucketOf, daysOverdue, type OverdueBucket } from '../../domain/accrual/overdue.js';
import { oldestDue } from '../../domain/instalments/instalments.js';
import { referenceOn } from '../../domain/products/price.js';
import { Advance } from '../../entities/advance.entity.js';
import { goOn, holdRun } from '../../entities/accrual-runs.table.js';
import {
  followAdvance,
  holdAccount,
  holdSlice,
  type LoanAccount,
  outdatedAccounts,
  writeAccrued,
} from '../../entities/loan-accounts.table.js';
import { addRates } from '../../entities/loan-rates.table.js';
import { accrualEntries, owedOn } from './accrual-books.js';

const LOANS_MAX = 2_000;
const RESETS_MAX = 200;
const NOTHING: Accrued = { interest: 0n, penalty: 0n };

/** Puts the interest and penalty of loans into the books: every night of all that run, and of one before money is split. */
@Injectable()
export class Accruals {
  constructor(private readonly ledger: Ledger) {}

  /**
   * Books the next slice of the tenant's loans up to its present day. Each slice commits with its bookings and with how far it
   * came, so a night that is cut short goes on where it stopped, and nothing is booked twice.
   * @returns whether the night is not over yet
   */
  async accrueSlice(tx: Tx): Promise<boolean> {
    const today = dateInZone(tx.now, CHINA);
    const run = await holdRun(tx);
    if (run.doneTo !== null && run.doneTo >= today) return false;
    const afterId = run.day === today ? run.afterId : null;
    if (afterId === null && (await this.resetRates(tx, today))) return true;
    const loans = await holdSlice(tx, afterId, LOANS_MAX);
    await this.accrue(tx, loans, today);
    const last = loans.length < LOANS_MAX ? null : (loans.at(-1)?.id ?? null);
    await goOn(tx, { doneTo: last === null ? today : run.doneTo, day: today, afterId: last });
    return last !== null;
  }

  /** The lender paid out: interest begins to run. */
  async begin(tx: Tx, advance: Advance): Promise<void> {
    const { drawnOn, annualRate, penaltyRate, referenceOn: since } = advance;
    if (drawnOn === null) throw new Error('Only a drawn advance accrues');
    await addRates(tx, advance.id, [{ from: drawnOn, annualRate, penaltyRate, referenceOn: since }]);
    await followAdvance(tx, advance, NOTHING);
  }

  /**
   * Brings one loan's rate and books up to a day, so that what is then paid of its interest is in them.
   * @param occasion names the receipt for whose sake
   * @returns what is owed of it by the books
   */
  async catchUp(tx: Tx, advance: Advance, { day, occasion }: { day: LocalDate; occasion: string }): Promise<Accrued> {
    await addRates(tx, advance.id, advance.followReference(REFERENCE_RATES, day));
    const { running, id, orderId, sellerId } = advance;
    if (running === null) throw new Error('Only a drawn advance accrues');
    const booked = (await holdAccount(tx, id))?.booked ?? NOTHING;
    const owed = owedOn(running, day);
    const loan = { id, orderId, sellerId, currency: advance.principal.currency, booked };
    const entries = accrualEntries(loan, owed, { day, occasion });
    if (entries.length > 0) await this.ledger.postAll(tx, entries);
    return owed;
  }

  private async accrue(tx: Tx, loans: readonly LoanAccount[], today: LocalDate): Promise<void> {
    const night = { day: today, occasion: today };
    const accrued = loans.map((loan) => ({
      loan,
      booked: owedOn(loan, today),
      bucket: bucketOf(daysOverdue(oldestDue(loan.terms), today, loan.overdueFrom)),
    }));
    const entries = accrued.flatMap(({ loan, booked }) => accrualEntries(loan, booked, night));
    await Promise.all([
      entries.length === 0 ? null : this.ledger.postAll(tx, entries),
      writeAccrued(tx, today, accrued),
    ]);
    for (const { loan, bucket } of accrued) if (bucket !== loan.bucket) this.tellOverdue(tx, loan, bucket, today);
  }

  private tellOverdue(
    tx: Tx,
    { id, orderId, terms, currency, overdueFrom }: LoanAccount,
    bucket: OverdueBucket,
    today: LocalDate,
  ): void {
    if (bucket === 'current') return;
    publish(tx, {
      type: 'financing.advance.overdue',
      resource: { type: 'advance', id },
      orderId,
      data: {
        state: 'drawn',
        expectedBy: `${oldestDue(terms)}T15:59:59.999Z`,
        bucket,
        daysOverdue: daysOverdue(oldestDue(terms), today, overdueFrom),
        outstanding: Money.ofMinor(terms.principalMinor, currency).toJSON(),
      },
    });
  }

  /** @returns whether there may be more of them */
  private async resetRates(tx: Tx, today: LocalDate): Promise<boolean> {
    const names = [...new Set(REFERENCE_RATES.map(({ name }) => name))];
    const published = names.flatMap((name) => referenceOn(REFERENCE_RATES, name, today) ?? []);
    const ids = await outdatedAccounts(tx, published, RESETS_MAX);
    for (const id of ids) {
      const advance = await tx.lock(Advance, id);
      if (advance === null) throw new Error(`Loan ${id} has an account and is not there`);
      const booked = (await holdAccount(tx, id))?.booked ?? NOTHING;
      await addRates(tx, id, advance.followReference(REFERENCE_RATES, today));
      await tx.store(Advance, advance);
      await followAdvance(tx, advance, booked);
    }
    return ids.length === RESETS_MAX;
  }
}
