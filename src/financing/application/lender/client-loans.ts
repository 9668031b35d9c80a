import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type View } from '../../../platform/database/session.js';
import {
  type Backing,
  type LenderCourse,
  type LenderLoan,
  type LenderPayment,
  type RunningFigures,
} from '../../domain/lender/lender-loan.js';
import { feeOn } from '../../domain/products/price.js';
import { Advance } from '../../entities/advance.entity.js';
import { pledgesOf } from '../../entities/advance-pledge.table.js';
import { ratesOf } from '../../entities/loan-rates.table.js';
import { registrationOf } from '../../entities/pledge-registration.table.js';
import { courseOf, type LoanCourse } from '../accrual/loan-course.js';
import { activeGroupOf } from '../guarantee/guarantee-standing.js';
import { type LoanGround, LoanGrounds } from '../loan-grounds.js';
import { productOf } from '../terms.js';

/** A loan of a client with what was paid of it, on its way to its lender. */
export interface ClientLoan {
  readonly loan: Omit<LenderLoan, 'consentId' | 'version'>;
  readonly payments: readonly LenderPayment[];
}

const PAYMENTS = `
  SELECT r.id, w.source, r.value_date::text AS "valueDate", r.fees_minor::text AS "feesMinor", p.penalty::text AS "penaltyMinor",
         (r.interest_minor - p.penalty)::text AS "interestMinor", r.principal_minor::text AS "principalMinor"
  FROM financing.repayment r
  JOIN financing.waterfall w ON w.tenant_id = r.tenant_id AND w.id = r.waterfall_id
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(l.amount_minor), 0)::bigint AS penalty FROM financing.waterfall_line l
    WHERE l.tenant_id = r.tenant_id AND l.waterfall_id = r.waterfall_id AND l.advance_id = r.advance_id AND l.part = 'penalty') AS p
  WHERE r.tenant_id = $1 AND r.advance_id = $2 ORDER BY r.id LIMIT 1000`;

/** Reads a client's loans as their lender may see them. In a view of the client's tenant. */
@Injectable()
export class ClientLoans {
  constructor(private readonly grounds: LoanGrounds) {}

  async read(view: View, ids: readonly string[]): Promise<ClientLoan[]> {
    if (ids.length === 0) return [];
    const where = { tenantId: view.tenantId, id: In([...ids]) };
    const advances = await view.manager.find(Advance, { where, order: { id: 'ASC' } });
    const loans: ClientLoan[] = [];
    for (const advance of advances) loans.push(await this.one(view, advance));
    return loans;
  }

  private async one(view: View, advance: Advance): Promise<ClientLoan> {
    const { id, principal } = advance;
    const payments = await view.query<LenderPayment>(PAYMENTS, [view.tenantId, id]);
    const ground = await this.grounds.see(view, advance.subject);
    const { seller } = ground;
    const buyer = ground.order?.buyer ?? null;
    const rates = await ratesOf(view, id);
    const product = await productOf(view, advance);
    const loan = {
      ...{
        id,
        clientTenantId: view.tenantId,
        product: advance.product,
        productVersion: advance.terms?.version ?? null,
      },
      ...{ state: advance.state as LenderLoan['state'], currency: principal.currency },
      ...{ principalMinor: principal.minor.toString(), outstandingMinor: advance.outstanding.minor.toString() },
      ...{ feeMinor: feeOn(product, principal).minor.toString(), feesDueMinor: advance.feesDue.minor.toString() },
      ...{ annualRate: advance.annualRate.toFixed(), penaltyRate: advance.penaltyRate.toFixed() },
      ...{ dayBasis: advance.dayBasis, requestedOn: dateInZone(advance.createdAt, CHINA), drawnOn: advance.drawnOn },
      ...{ maturityOn: advance.maturityOn, course: told(advance, await courseOf(view, advance)) },
      ...{ endedOn: endOf(advance, payments), isRecourse: advance.isRecourse },
      ...{ lenderLoanId: advance.lenderLoanId, bankReference: advance.bankReference },
      ...{ sellerId: seller.id, sellerName: seller.name, sellerUscc: seller.uscc },
      ...{ buyerId: buyer?.id ?? null, buyerName: buyer?.name ?? '', buyerCountry: buyer?.country ?? '' },
      ...{ groupId: await activeGroupOf(view, advance.sellerId), running: figuresOf(advance) },
      rates: rates.map(({ from, annualRate, penaltyRate }) => ({
        ...{ from, annualRate: annualRate.toFixed(), penaltyRate: penaltyRate.toFixed() },
      })),
      ...{
        backing: await backingOf(view, advance, ground),
        createdAt: advance.createdAt,
        updatedAt: advance.updatedAt,
      },
    };
    return { loan, payments };
  }
}

const OVER: ReadonlySet<string> = new Set(['repaid', 'recovered', 'declined']);

function told(advance: Advance, { maturityOn, extensions, writtenOff }: LoanCourse): LenderCourse {
  return {
    ...{ firstMaturityOn: maturityOn, overdueFrom: advance.overdueFrom, instalments: advance.instalments },
    extensions: extensions.map(({ fee, ...later }) => ({ ...later, feeMinor: fee.minor.toString() })),
    writtenOff:
      writtenOff === null
        ? null
        : {
            ...{ on: writtenOff.on, closedOn: writtenOff.closedOn },
            ...{ forgivenMinor: writtenOff.forgiven.minor.toString(), ...dueOf(advance, writtenOff.on) },
          },
  };
}

/** Of one on which nothing runs any more: the same on every later day. */
function dueOf(advance: Advance, day: LocalDate): { interestDueMinor: string; penaltyDueMinor: string } {
  const { interest, penalty } = advance.duesOn(day, Money.zero(advance.principal.currency));
  return { interestDueMinor: interest.minor.toString(), penaltyDueMinor: penalty.minor.toString() };
}

function endOf({ state, updatedAt }: Advance, payments: readonly LenderPayment[]): string | null {
  if (!OVER.has(state)) return null;
  return payments.at(-1)?.valueDate ?? dateInZone(updatedAt, CHINA);
}

function figuresOf({ running }: Advance): RunningFigures | null {
  if (running === null) return null;
  const { counted, base } = running;
  return {
    ...{ from: counted.from, interestSum: counted.interestSum.toFixed(), penaltySum: counted.penaltySum.toFixed() },
    ...{ interestBase: base.interest.toString(), penaltyBase: base.penalty.toString() },
  };
}

async function backingOf(view: View, { id }: Advance, { facts }: LoanGround): Promise<Backing> {
  const pledges = await pledgesOf(view, id);
  const registration = await registrationOf(view, id);
  return {
    pledges: pledges.map(({ kind, issuer, number, takenAt, releasedAt }) => ({
      ...{ kind, number, issuer: issuer === '' ? null : issuer },
      ...{ takenAt: takenAt.toISOString(), releasedAt: releasedAt?.toISOString() ?? null },
    })),
    registration:
      registration === null
        ? null
        : {
            ...{ state: registration.state, number: registration.registrationNumber },
            expiresOn: registration.expiresOn,
          },
    ...{ entryNumbers: facts?.entryNumbers ?? [], hasDeparted: facts?.isDeparted === true },
    ...{ claimState: facts?.claimState ?? null, refund: facts?.refund?.toJSON() ?? null },
  };
}
