/** Why a message that claims to be of customs is not taken in. Labels of a metric, so few and fixed. */
export const RECEIPT_REFUSALS = [
  'sender',
  'too_large',
  'packing',
  'encoding',
  'document_type',
  'not_well_formed',
  'too_deep',
  'envelope',
  'unknown_message',
  'signature',
  'layout',
] as const;
export type ReceiptRefusal = (typeof RECEIPT_REFUSALS)[number];
