/** Who lets whom act for it, and with what; in the log of either tenant. */
interface MandateTerms {
  readonly grantorId: string;
  readonly integratorId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: string;
}

/** What the machine room says about itself. */
export interface PlatformEvents {
  'mandates.mandate.granted': MandateTerms;
  'mandates.mandate.accepted': MandateTerms;
  'mandates.mandate.declined': MandateTerms;
  /** Ended before its time, by either side or by the mandate that took its place. */
  'mandates.mandate.revoked': MandateTerms & { readonly endedBy: 'grantor' | 'integrator' };
  'mandates.mandate.expired': MandateTerms;
  /** A receiver failed for so long, or said 410, that nothing is sent to it any more. */
  'webhooks.endpoint.disabled': { readonly reason: 'gone' | 'failing'; readonly lastStatus: number | null };
}
