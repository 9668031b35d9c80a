import { Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type CurrencyPortfolio } from './portfolio.js';

export const COVENANT_MEASURES = [
  'largest_client_share',
  'largest_buyer_share',
  'largest_group_share',
  'overdue_share',
  'overdue_over_90_share',
  'utilisation',
] as const;
export type CovenantMeasure = (typeof COVENANT_MEASURES)[number];

/** A figure of the portfolio that may not pass a threshold, in each currency by itself. */
export interface Covenant {
  readonly id: string;
  readonly name: string;
  readonly measure: CovenantMeasure;
  /** A fraction of one. */
  readonly threshold: Decimal;
  /** First and last day on which it holds; both inclusive, null is open. */
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** How one covenant stands in one currency. */
export interface CovenantStanding {
  readonly covenant: Covenant;
  readonly currency: string;
  readonly value: Decimal;
  /** The value is above the threshold; at it, it is kept. */
  readonly isBreached: boolean;
}

const NONE = new Decimal(0);

const VALUE: Readonly<Record<CovenantMeasure, (portfolio: CurrencyPortfolio) => Decimal | null>> = {
  largest_client_share: ({ clients }) => clients.largest[0]?.share ?? NONE,
  largest_buyer_share: ({ buyers }) => buyers.largest[0]?.share ?? NONE,
  largest_group_share: ({ groups }) => groups.largest[0]?.share ?? NONE,
  overdue_share: ({ ageing }) =>
    ageing.filter(({ bucket }) => bucket !== 'current').reduce((sum, { share }) => sum.plus(share), NONE),
  overdue_over_90_share: ({ ageing }) => ageing.find(({ bucket }) => bucket === 'days_over_90')?.share ?? NONE,
  utilisation: ({ utilisation }) => utilisation,
};

/** Whether a covenant holds on a day. */
function isInForce({ validFrom, validTo }: Covenant, day: LocalDate): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

/** Each covenant that holds on the day, in each currency. One that cannot be measured, for want of a facility, is left out. */
export function standingsOf(
  covenants: readonly Covenant[],
  portfolios: readonly CurrencyPortfolio[],
  day: LocalDate,
): CovenantStanding[] {
  const inForce = covenants.filter((covenant) => isInForce(covenant, day));
  return inForce.flatMap((covenant) =>
    portfolios.flatMap((portfolio) => {
      const value = VALUE[covenant.measure](portfolio);
      if (value === null) return [];
      return [{ covenant, currency: portfolio.currency, value, isBreached: value.greaterThan(covenant.threshold) }];
    }),
  );
}

/** A covenant in one currency that the lender was told is breached. */
export interface ToldBreach {
  readonly covenantId: string;
  readonly currency: string;
}

/** What of covenants has changed since the lender was told last. */
export interface CovenantChanges {
  readonly breached: readonly CovenantStanding[];
  readonly cured: readonly CovenantStanding[];
}

/**
 * Covenants that are breached now and were not, and those that were and are kept now. Where nothing is lent in the currency any
 * more, each share is nothing. One that cannot be measured, or holds no more, stays as it was told.
 */
export function changesOf(
  told: readonly ToldBreach[],
  now: {
    readonly covenants: readonly Covenant[];
    readonly standings: readonly CovenantStanding[];
    readonly currencies: readonly string[];
    readonly day: LocalDate;
  },
): CovenantChanges {
  const wasTold = ({ covenant, currency }: CovenantStanding): boolean =>
    told.some((each) => each.covenantId === covenant.id && each.currency === currency);
  const emptied = told
    .filter(({ currency }) => !now.currencies.includes(currency))
    .flatMap(({ covenantId, currency }): CovenantStanding[] => {
      const covenant = now.covenants.find(({ id }) => id === covenantId);
      if (covenant === undefined || !isInForce(covenant, now.day)) return [];
      return [{ covenant, currency, value: NONE, isBreached: false }];
    });
  return {
    breached: now.standings.filter((each) => each.isBreached && !wasTold(each)),
    cured: [...now.standings.filter((each) => !each.isBreached && wasTold(each)), ...emptied],
  };
}
