/** Who hears of what becomes of loans that run. */
export const LOAN_LIVES = {
  'financing.advance.overdue': [],
  'financing.advance.extended': [],
  'financing.extension.requested': [],
  'financing.extension.refused': [],
  'financing.extension.lapsed': [],
  'financing.extension.overdue': [],
} as const;
