/** What is paid to an authority: taxes of an import, or a refund that the tax bureau wants back (缴回已退税款). */
export const TAX_PAYMENT_KINDS = ['customs_tax', 'refund_clawback'] as const;

/** What is paid, which makes a second payment of it impossible. */
export type TaxPaymentCause =
  | { readonly kind: 'customs_tax'; readonly billId: string }
  | {
      readonly kind: 'refund_clawback';
      readonly claimId: string;
      /** Of the recovery within its claim. */
      readonly clawbackNumber: number;
      /** Of the bureau's notice. */
      readonly letter: string;
    };

/**
 * The pairs of accounts that a payment settles beside the client's funds and the bank: what stood against the client, and what
 * stood against the authority. Both sides were booked when the authority asked for the money.
 */
export const SETTLED_BY = {
  // Owed by the client to the platform, and by the platform to customs.
  customs_tax: { client: 'client_dues', authority: 'clearing_customs', sign: -1 },
  // The demand took it off the refund that is to come; now that is whole again.
  refund_clawback: { client: 'refund_receivable', authority: 'clearing_tax_bureau', sign: 1 },
} as const;
