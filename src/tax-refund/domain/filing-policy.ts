import { type LocalDate } from '../../kernel/local-date.js';

/** Each claim at once, in a message of its own, or gathered with the others of its taxpayer and period. */
export const FILING_MODES = ['immediate', 'batched'] as const;
export type FilingMode = (typeof FILING_MODES)[number];

/** How a tenant files. */
export interface FilingPolicy {
  readonly mode: FilingMode;
  /** Day of the month on which open batches are filed by themselves, 1 to 28; null: by command alone. */
  readonly fileOnDay: number | null;
}

const MONTHS = 12;

/** The next day of a month with this number, after `today`: what is gathered on the day itself has a month to gather. */
export function nextFilingDay(day: number, today: LocalDate): LocalDate {
  const [year = 0, month = 0, todays = 0] = today.split('-').map(Number);
  const isThisMonth = day > todays;
  const months = year * MONTHS + month - 1 + (isThisMonth ? 0 : 1);
  const parts = [Math.floor(months / MONTHS), (months % MONTHS) + 1, day];
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}
