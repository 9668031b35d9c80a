/** What a product says of loans that are not paid back. */
export interface WriteOffTerms {
  /** Overdue for more days than these, a loan may be written off. */
  readonly afterDays: number;
}

/** Whether a loan is overdue long enough; by terms that say nothing none is. */
export function isRipe(terms: WriteOffTerms | undefined, daysOverdue: number): boolean {
  return terms !== undefined && daysOverdue > terms.afterDays;
}
