/** Whether an invoice of an issuer without a valid review is used with a warning, or not at all. */
export const ISSUER_REVIEWS = ['warn', 'block'] as const;
export type IssuerReview = (typeof ISSUER_REVIEWS)[number];
