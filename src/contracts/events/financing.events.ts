import { type Amount } from './amount.js';
import { type Cause, type Reason } from './cause.js';

export interface FinancingEvents {
  'financing.advance.requested': { readonly amount: Amount };
  'financing.advance.ineligible': { readonly reasons: readonly string[]; readonly causes?: readonly Cause[] };
  'financing.advance.drawn': { readonly principal: Amount; readonly annualRate: string };
  'financing.advance.declined': Reason;
  'financing.advance.repaid': { readonly principal: Amount; readonly interest: Amount; readonly fees: Amount };
  'financing.advance.overdue': { readonly state: string; readonly expectedBy: string };
  /** What a receipt leaves for the SME after the waterfall, perhaps nothing; it is paid out next. */
  'financing.proceeds.released': {
    readonly source: 'collection' | 'refund' | 'advance';
    readonly amount: Amount;
    /** Id of the collection's conversion, the claim or the advance that the money came from. */
    readonly sourceId: string;
  };
}
