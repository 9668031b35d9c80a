import { type LocalDate } from '../../kernel/local-date.js';

/** What holds of mandates that begin on or after a day. */
export interface BrokerMandateLaw {
  readonly from: LocalDate;
  /** A mandate ends before the same day of this many months later. */
  readonly longestMonths: number;
  readonly source: string;
}

/**
 * The newest first. The statute asks for a written mandate with its limits and names no longest time; a year is what the
 * standard form is given for (长期委托). A changed practice is a new row with its day, not a changed one.
 */
export const BROKER_MANDATE_LAWS: readonly BrokerMandateLaw[] = [
  {
    from: '2004-12-01',
    longestMonths: 12,
    source: '海关法 Art. 11; 代理报关委托书/委托报关协议, standard form of GACC since 2004-12-01; a year by practice',
  },
];

/** @returns null before there was a standard form */
export function brokerMandateLaw(day: LocalDate): BrokerMandateLaw | null {
  return BROKER_MANDATE_LAWS.find(({ from }) => from <= day) ?? null;
}
