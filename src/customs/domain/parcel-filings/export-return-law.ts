import { addMonths, CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';

/** Until when exported goods may come back as returns, from a day of release on. */
interface ExportReturnLaw {
  readonly from: LocalDate;
  /** After the release; the last day is within. */
  readonly months: number;
  readonly source: string;
}

/** The newest first; a changed law is a new row with its day. */
export const EXPORT_RETURN_LAWS: readonly [ExportReturnLaw, ...ExportReturnLaw[]] = [
  {
    from: '2020-03-27',
    months: 12,
    source: '海关总署公告2020年第44号: 退货商品应在出口放行之日起1年内退运进境',
  },
];

/** How many months there were, where they are over; null where there is time left, or no law. */
export function monthsOver(releasedAt: Date, now: Date): number | null {
  const released = dateInZone(releasedAt, CHINA);
  const law = EXPORT_RETURN_LAWS.find(({ from }) => from <= released);
  if (law === undefined) return null;
  return dateInZone(now, CHINA) > addMonths(released, law.months) ? law.months : null;
}
