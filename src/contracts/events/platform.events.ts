/** What the machine room says about itself. */
export interface PlatformEvents {
  /** A receiver failed for so long, or said 410, that nothing is sent to it any more. */
  'webhooks.endpoint.disabled': { readonly reason: 'gone' | 'failing'; readonly lastStatus: number | null };
}
