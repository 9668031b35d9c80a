import { type EventType } from '../events.js';

type OfInsurance = Extract<
  EventType,
  | `financing.insurance_policy.${string}`
  | `financing.buyer_limit.${string}`
  | `financing.shipment_declaration.${string}`
  | `financing.insurance_claim.${string}`
  | `financing.assignment.${string}`
>;

/** Who hears what happens to insured and assigned receivables: nobody but the event feed. */
export const INSURANCE_SUBSCRIPTIONS: Readonly<Record<OfInsurance, readonly string[]>> = {
  'financing.insurance_policy.entered': [],
  'financing.insurance_policy.lapsed': [],
  'financing.buyer_limit.requested': [],
  'financing.buyer_limit.granted': [],
  'financing.buyer_limit.refused': [],
  'financing.buyer_limit.reduced': [],
  'financing.buyer_limit.revoked': [],
  'financing.buyer_limit.overdue': [],
  'financing.shipment_declaration.declared': [],
  'financing.shipment_declaration.accepted': [],
  'financing.shipment_declaration.refused': [],
  'financing.shipment_declaration.missed': [],
  'financing.shipment_declaration.premium_paid': [],
  'financing.shipment_declaration.settled': [],
  'financing.shipment_declaration.notice_due': [],
  'financing.shipment_declaration.notice_missed': [],
  'financing.insurance_claim.notified': [],
  'financing.insurance_claim.filed': [],
  'financing.insurance_claim.assessed': [],
  'financing.insurance_claim.refused': [],
  'financing.insurance_claim.paid': [],
  'financing.insurance_claim.recovered': [],
  'financing.insurance_claim.overdue': [],
  'financing.assignment.drafted': [],
  'financing.assignment.sent': [],
  'financing.assignment.acknowledged': [],
  'financing.assignment.released': [],
};
