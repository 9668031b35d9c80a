import { Injectable } from '@nestjs/common';

import { InputCheck } from '../../../kernel/input-check.js';
import { publicId } from '../../../kernel/ids.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type View } from '../../../platform/database/session.js';
import { type CovenantStanding, standingsOf } from '../../domain/lender/covenants.js';
import { dueAsOf, type LenderCourse } from '../../domain/lender/lender-loan.js';
import { SAY } from '../../domain/lender/lender.sentences.js';
import { type CurrencyPortfolio, portfolioOf, type Position } from '../../domain/lender/portfolio.js';
import { allCovenants } from '../../entities/lender-covenants.table.js';
import { lenderLimits } from '../../entities/lender-limits.table.js';

/** How the portfolio stood at the end of a day. */
export interface DatedPortfolio {
  readonly asOf: LocalDate;
  readonly currencies: readonly CurrencyPortfolio[];
  readonly covenants: readonly CovenantStanding[];
}

/**
 * Loans that lived on a day: what was paid out by it less what was paid back by it. What was written off by then is no exposure. A loan that the bank dates before it was
 * asked for lives since the earlier day.
 */
const ON_DAY = `
  SELECT l.product, l.currency, l.course, l.consent_id AS "consentId", l.seller_id AS "sellerId",
         l.seller_name AS "sellerName", l.seller_uscc AS "sellerUscc", l.buyer_name AS "buyerName", l.buyer_country AS "buyerCountry",
         l.group_id AS "groupId", coalesce(l.drawn_on <= $2, false) AS "isDrawn",
         (l.principal_minor - CASE WHEN l.drawn_on <= $2 THEN coalesce(
           (SELECT sum(p.principal_minor) FROM financing.lender_payment p
            WHERE p.tenant_id = l.tenant_id AND p.loan_id = l.id AND p.value_date <= $2), 0) ELSE 0 END)::text AS minor
  FROM financing.lender_loan l
  WHERE l.tenant_id = $1 AND least(l.requested_on, l.drawn_on) <= $2 AND (l.ended_on IS NULL OR l.ended_on > $2)
    AND coalesce((l.course -> 'writtenOff' ->> 'on')::date > $2, true)`;

interface LoanOnDay {
  readonly product: string;
  readonly currency: string;
  readonly course: LenderCourse;
  readonly consentId: string;
  readonly sellerId: string;
  readonly sellerName: string;
  readonly sellerUscc: string;
  readonly buyerName: string;
  readonly buyerCountry: string;
  readonly groupId: string | null;
  readonly isDrawn: boolean;
  readonly minor: string;
}

/** What a lender has lent, as it stands and as it stood. */
@Injectable()
export class LenderPortfolios {
  /** @throws InvalidInputError when the day has not come */
  async on(view: View, asOf: LocalDate | undefined, today: LocalDate): Promise<DatedPortfolio> {
    const day = asOf ?? today;
    const check = new InputCheck();
    check.that(day <= today, '?asOf', 'out_of_range', SAY.future_day({ today }));
    check.done();
    const positions = (await view.query<LoanOnDay>(ON_DAY, [view.tenantId, day])).map((loan) => positionOf(loan, day));
    const limits = day === today ? await this.limits(view) : { limits: null, facilities: null };
    const currencies = portfolioOf({ positions, ...limits, asOf: day });
    const covenants = standingsOf(await allCovenants(view), currencies, day);
    return { asOf: day, currencies, covenants };
  }

  private async limits(view: View): Promise<Pick<Parameters<typeof portfolioOf>[0], 'limits' | 'facilities'>> {
    const all = await lenderLimits(view);
    const facilities = new Map<string, bigint>();
    for (const { level, currency, limitMinor } of all) {
      if (level === 'lender') facilities.set(currency, (facilities.get(currency) ?? 0n) + BigInt(limitMinor));
    }
    const limits = all
      .filter(({ level }) => level === 'product')
      .map(({ code, currency, limitMinor, consentId, sellerId }) => ({
        ...{ product: code, currency, limit: BigInt(limitMinor), limitKey: `${consentId}/${sellerId ?? ''}` },
      }));
    return { limits, facilities };
  }
}

/** A company is one client through however many tenants it borrows; a buyer is known by name and country. */
function positionOf(loan: LoanOnDay, day: LocalDate): Position {
  const { product, currency, course, isDrawn, groupId, buyerName, buyerCountry } = loan;
  const minor = BigInt(loan.minor);
  const group = groupId === null ? null : publicId('guaranteeGroup', groupId);
  return {
    ...dueAsOf(course, day, loan.minor),
    ...{ product, currency, drawn: isDrawn ? minor : 0n, reserved: isDrawn ? 0n : minor },
    client: { key: loan.sellerUscc, name: loan.sellerName },
    buyer: buyerName === '' ? null : { key: `${buyerCountry} ${buyerName.toUpperCase()}`, name: buyerName },
    group: group === null ? null : { key: group, name: group },
    limitKey: `${loan.consentId}/${loan.sellerId}`,
  };
}
