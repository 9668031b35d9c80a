import { type Explained, step } from '../../kernel/calculation.js';
import { InputCheck } from '../../kernel/input-check.js';
import { addDays, addMonths, earlierOf, laterOf, type LocalDate } from '../../kernel/local-date.js';
import { DEADLINE_REGIMES, type DeadlineRegime } from './deadline-regimes.js';

export interface ExportToRefund {
  /** The export date printed on the declaration. */
  readonly exportDate: LocalDate;
  /** The last collection date of the contract, if it names one. */
  readonly contractFinalCollection?: LocalDate | null | undefined;
}

/** Plain calendar days of China; nothing is moved for weekends or holidays. */
export interface RefundDeadlines extends Explained {
  /** Not collected by then: a refund already paid must be given back. */
  readonly collectBy: LocalDate;
  /** Last day of the regular filing window. */
  readonly fileBy: LocalDate;
  /** Last day on which filing is possible at all. */
  readonly filingExpiresOn: LocalDate | null;
  /** From this day the sale counts as domestic and VAT is due. */
  readonly deemedDomesticOn: LocalDate | null;
}

/**
 * The clocks that an export starts: collection, regular filing, and the end of filing.
 *
 * Which regime holds depends on the export date (`deadline-regimes.ts`), never on today.
 * @throws InvalidInputError when a date does not exist
 * @example exported 2026-05-31, contract to 2029-05-31 → collect by 2029-05-31, file by 2027-04-30, domestic from 2029-06-01
 */
export function refundDeadlines({ exportDate, contractFinalCollection }: ExportToRefund): RefundDeadlines {
  const check = new InputCheck();
  check.date(exportDate, '/exportDate');
  check.date(contractFinalCollection, '/contractFinalCollection');
  check.done();

  const regime = regimeOf(exportDate);
  const nextYearDay = `${Number(exportDate.slice(0, 4)) + 1}-${regime.nextYearDay}`;
  const collectionLimit = addMonths(exportDate, regime.collectionMonthsMax);
  const collectBy = laterOf(nextYearDay, earlierOf(contractFinalCollection ?? nextYearDay, collectionLimit));
  const filingExpiresOn = regime.filingMonthsMax === null ? null : addMonths(exportDate, regime.filingMonthsMax);
  const deemedDomesticOn = filingExpiresOn === null ? null : addDays(filingExpiresOn, 1);
  return {
    collectBy,
    fileBy: nextYearDay,
    filingExpiresOn,
    deemedDomesticOn,
    rule: { id: 'tax-refund.deadlines', version: regime.exportedFrom ?? 'before-2026', source: regime.source },
    steps: [
      step('fileBy', `${regime.nextYearDay} of the year after exportDate`, nextYearDay),
      step('limit', `exportDate + ${regime.collectionMonthsMax} months`, collectionLimit),
      step('collectBy', 'max(fileBy, min(contractFinalCollection, limit)); fileBy without contract date', collectBy),
      step('filingExpiresOn', 'last day of filing', filingExpiresOn ?? 'none'),
      step('deemedDomesticOn', 'the day after filingExpiresOn', deemedDomesticOn ?? 'none'),
    ],
  };
}

function regimeOf(exportDate: LocalDate): DeadlineRegime {
  const regime = DEADLINE_REGIMES.find(
    ({ exportedFrom, exportedTo }) =>
      (exportedFrom === null || exportDate >= exportedFrom) && (exportedTo === null || exportDate <= exportedTo),
  );
  if (regime === undefined) throw new Error(`No deadline regime covers ${exportDate}`);
  return regime;
}
