import { StateMachine } from '../../../kernel/state-machine.js';

export const BUYER_LIMIT_STATES = ['requested', 'granted', 'refused', 'revoked'] as const;
export type BuyerLimitState = (typeof BUYER_LIMIT_STATES)[number];
export type BuyerLimitCommand = 'grant' | 'refuse' | 'reduce' | 'revoke';

/**
 * The life of a buyer limit. What was granted may be cut, and stays granted; what was revoked covers nothing new, and what was
 * shipped before stays insured.
 *
 *     requested ──► granted ──► revoked
 *         └──► refused
 */
export const BUYER_LIMIT = new StateMachine<BuyerLimitState, BuyerLimitCommand>('buyer limit', BUYER_LIMIT_STATES, {
  grant: { from: ['requested', 'granted'], to: 'granted', event: 'financing.buyer_limit.granted' },
  refuse: { from: ['requested'], to: 'refused', event: 'financing.buyer_limit.refused' },
  reduce: { from: ['requested', 'granted'], to: 'granted', event: 'financing.buyer_limit.reduced' },
  revoke: { from: ['requested', 'granted'], to: 'revoked', event: 'financing.buyer_limit.revoked' },
});

export const SHIPMENT_STATES = ['declared', 'accepted', 'refused', 'settled', 'claimed', 'closed'] as const;
export type ShipmentState = (typeof SHIPMENT_STATES)[number];
export type ShipmentCommand = 'accept' | 'refuse' | 'settle' | 'claim' | 'close';

/**
 * The life of a declared shipment. Once it is paid, refused, or its claim is over, the limit is free again.
 *
 *     declared ──► accepted ──► claimed ──► closed
 *         │            │
 *         ├────────────┴──► settled
 *         └──► refused
 */
export const SHIPMENT = new StateMachine<ShipmentState, ShipmentCommand>('shipment declaration', SHIPMENT_STATES, {
  accept: { from: ['declared'], to: 'accepted', event: 'financing.shipment_declaration.accepted' },
  refuse: { from: ['declared'], to: 'refused', event: 'financing.shipment_declaration.refused' },
  settle: { from: ['declared', 'accepted'], to: 'settled', event: 'financing.shipment_declaration.settled' },
  claim: { from: ['accepted'], to: 'claimed', event: 'financing.insurance_claim.notified', byCaller: true },
  close: { from: ['claimed'], to: 'closed' },
});

export const CLAIM_STATES = ['notified', 'filed', 'assessed', 'refused', 'paid'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];
export type ClaimCommand = 'file' | 'assess' | 'refuse' | 'pay' | 'recover';

/**
 * The life of a claim. A payment may be heard of before the assessment that it follows.
 *
 *     notified ──► filed ──► assessed ──► paid
 *         │          │
 *         └──────────┴──► refused
 */
export const INSURANCE_CLAIM = new StateMachine<ClaimState, ClaimCommand>('insurance claim', CLAIM_STATES, {
  file: { from: ['notified'], to: 'filed', event: 'financing.insurance_claim.filed', byCaller: true },
  assess: { from: ['filed'], to: 'assessed', event: 'financing.insurance_claim.assessed' },
  refuse: { from: ['notified', 'filed'], to: 'refused', event: 'financing.insurance_claim.refused' },
  pay: { from: ['filed', 'assessed'], to: 'paid', event: 'financing.insurance_claim.paid' },
  recover: { from: ['paid'], to: 'paid', event: 'financing.insurance_claim.recovered' },
});
