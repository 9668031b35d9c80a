export const CLAIM_DOCUMENT_KINDS = [
  'sales_contract',
  'invoice',
  'transport_document',
  'customs_declaration',
  'correspondence',
  'acknowledgement',
  'other',
] as const;
export type ClaimDocumentKind = (typeof CLAIM_DOCUMENT_KINDS)[number];

/** A file that somebody keeps: its digest proves it. */
export interface ClaimDocument {
  readonly kind: ClaimDocumentKind;
  readonly name: string;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
  readonly uri: string | null;
}
