import { type LocalDate } from '../../kernel/local-date.js';

/** Until when the agent applies for the certificate of agency export; both days of export inclusive, `null` = open. */
export interface CertificateLaw {
  readonly exportedFrom: LocalDate | null;
  readonly exportedTo: LocalDate | null;
  /** `MM-DD` of the year after the export. */
  readonly nextYearDay: string;
  readonly source: string;
}

/** Effective-dated, newest last. A new notice is a new row, and an end day on the row before. */
export const CERTIFICATE_LAWS: readonly CertificateLaw[] = [
  {
    exportedFrom: null,
    exportedTo: '2025-12-31',
    nextYearDay: '04-15',
    source: '国家税务总局公告2012年第24号 第十条；国家税务总局公告2018年第16号',
  },
  { exportedFrom: '2026-01-01', exportedTo: null, nextYearDay: '04-15', source: '国家税务总局公告2026年第5号' },
];

/**
 * The last day for the agent's application; plain calendar days of China, nothing is moved for weekends.
 * @example exported 2026-11-20 → 2027-04-15
 */
export function certificateDue(exportDate: LocalDate): { readonly dueOn: LocalDate; readonly source: string } {
  const law = CERTIFICATE_LAWS.find(
    ({ exportedFrom, exportedTo }) =>
      (exportedFrom === null || exportDate >= exportedFrom) && (exportedTo === null || exportDate <= exportedTo),
  );
  if (law === undefined) throw new Error(`No law of agency exports covers ${exportDate}`);
  return { dueOn: `${Number(exportDate.slice(0, 4)) + 1}-${law.nextYearDay}`, source: law.source };
}
