/** Ways that goods go under a consignment; by sea they go under a booking, to a warehouse abroad under an inbound notice. */
export const CONSIGNMENT_WAYS = ['express', 'postal', 'dedicated_line', 'air', 'rail'] as const;
export type ConsignmentWay = (typeof CONSIGNMENT_WAYS)[number];

export function isConsignmentWay(mode: string): mode is ConsignmentWay {
  return CONSIGNMENT_WAYS.some((way) => way === mode);
}

/** Each piece has a number of its own; by air and by rail one number goes for all of them. */
export function isPieceNumbered(way: ConsignmentWay): boolean {
  return way !== 'air' && way !== 'rail';
}
