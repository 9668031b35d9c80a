import { type LocalDate } from '../../kernel/local-date.js';

/** The deadlines that hold for goods exported within the interval; both days inclusive, `null` = open. */
export interface DeadlineRegime {
  readonly exportedFrom: LocalDate | null;
  readonly exportedTo: LocalDate | null;
  /** `MM-DD` of the year after export: end of the regular filing window, and collection without a contract date. */
  readonly nextYearDay: string;
  /** The contract may put collection later, but no later than this many months after export. */
  readonly collectionMonthsMax: number;
  /** Months after export in which filing is possible; then the sale is deemed domestic. `null`: never. */
  readonly filingMonthsMax: number | null;
  readonly source: string;
}

/** Effective-dated, newest last. A new notice is a new row, and an end day on the row before. */
export const DEADLINE_REGIMES: readonly DeadlineRegime[] = [
  {
    exportedFrom: null,
    exportedTo: '2025-12-31',
    nextYearDay: '04-30',
    collectionMonthsMax: 36,
    filingMonthsMax: null,
    source:
      '2026年以前报关出口适用的旧规定：次年4月30日前申报、收汇，不适用36个月视同内销（国家税务总局公告2026年第5号）',
  },
  {
    exportedFrom: '2026-01-01',
    exportedTo: null,
    nextYearDay: '04-30',
    collectionMonthsMax: 36,
    filingMonthsMax: 36,
    source: '国家税务总局公告2026年第5号 第四十八条；财政部 税务总局公告2026年第11号',
  },
];
