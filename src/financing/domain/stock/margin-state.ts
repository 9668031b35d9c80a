/** In this order: what is heard later in time but earlier in life changes nothing. */
export const MARGIN_STATES = ['called', 'paid', 'released', 'settled'] as const;
/**
 * How margin that a bank called for a forward stands, as FX tells it. `called`: it is owed. `paid`: it is held of the seller's money.
 * `released`: the bank wants it no more, or has given it back. `settled`: the forward is over.
 */
export type MarginState = (typeof MARGIN_STATES)[number];
