import { ORDER } from './order.js';

/** Who hears of what becomes of loans that run. */
export const LOAN_LIVES = {
  'financing.advance.overdue': [],
  'financing.advance.extended': [],
  'financing.extension.requested': [],
  'financing.extension.refused': [],
  'financing.extension.lapsed': [],
  'financing.extension.overdue': [],
  'financing.agreement.offered': [],
  'financing.agreement.signed': [],
  'financing.agreement.lapsed': [],
  'financing.advance.written_off': [],
  'financing.advance.recovered': [ORDER],
  'financing.write_off.proposed': [],
  'financing.write_off.declined': [],
} as const;
