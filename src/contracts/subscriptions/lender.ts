import { type EventType } from '../events.js';

type OfLenders = Extract<EventType, `financing.lender_${string}` | `financing.covenant.${string}`>;

/** Who hears of the lender's side: nobody but the event feed, and by it the lender. */
export const LENDER_SUBSCRIPTIONS: Readonly<Record<OfLenders, readonly string[]>> = {
  'financing.lender_consent.offered': [],
  'financing.lender_consent.accepted': [],
  'financing.lender_consent.declined': [],
  'financing.lender_consent.revoked': [],
  'financing.lender_loan.shared': [],
  'financing.lender_loan.changed': [],
  'financing.lender_loan.fact_changed': [],
  'financing.lender_loan.withdrawn': [],
  'financing.covenant.breached': [],
  'financing.covenant.cured': [],
};
