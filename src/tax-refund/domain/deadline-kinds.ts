import { type LocalDate } from '../../kernel/local-date.js';

/** The clocks of one export, by what must have happened when they run out. */
export const DEADLINE_KINDS = [
  'filing_window',
  'collection',
  'thirty_six_months',
  'evidence_documents',
  'agency_certificate',
  'overseas_settlement',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** How a deadline stands: `met` in time or late, `void` once nothing is to be done any more. */
export const DEADLINE_STATES = ['open', 'at_risk', 'overdue', 'deemed_domestic', 'met', 'void'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

interface KindRule {
  /** An alert goes out as many days before the last day; the greatest first. */
  readonly alertDays: readonly number[];
  /** It is at risk from as many days before the last day on. */
  readonly atRiskDays: number;
  /** What it becomes on the day after. */
  readonly missed: 'overdue' | 'deemed_domestic';
}

const LONG: KindRule = { alertDays: [90, 30, 7], atRiskDays: 30, missed: 'overdue' };

export const DEADLINE_RULES: Readonly<Record<DeadlineKind, KindRule>> = {
  filing_window: LONG,
  collection: LONG,
  thirty_six_months: { ...LONG, missed: 'deemed_domestic' },
  // A fortnight in all: there is but one alert to give.
  evidence_documents: { alertDays: [7], atRiskDays: 7, missed: 'overdue' },
  agency_certificate: LONG,
  overseas_settlement: LONG,
};

/** What the law asks to be kept of an export that was filed (备案单证), by the day of filing; both days inclusive, `null` = open. */
export interface EvidenceLaw {
  readonly filedFrom: LocalDate | null;
  readonly filedTo: LocalDate | null;
  /** Days after the filing within which the documents must be there. */
  readonly withinDays: number;
  /** Years from the end of the day of filing for which they are kept. */
  readonly keptYears: number;
  readonly source: string;
}

/** Effective-dated, newest last. A new notice is a new row, and an end day on the row before. */
export const EVIDENCE_LAWS: readonly EvidenceLaw[] = [
  {
    filedFrom: null,
    filedTo: '2025-12-31',
    withinDays: 15,
    keptYears: 5,
    source: '国家税务总局公告2022年第9号 第二条',
  },
  {
    filedFrom: '2026-01-01',
    filedTo: null,
    withinDays: 15,
    keptYears: 10,
    source: '国家税务总局公告2026年第5号 第四十五条',
  },
];

export function evidenceLaw(filedOn: LocalDate): EvidenceLaw {
  const law = EVIDENCE_LAWS.find(
    ({ filedFrom, filedTo }) =>
      (filedFrom === null || filedOn >= filedFrom) && (filedTo === null || filedOn <= filedTo),
  );
  if (law === undefined) throw new Error(`No law of evidence covers ${filedOn}`);
  return law;
}
