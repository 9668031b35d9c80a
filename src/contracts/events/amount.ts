/** Money as it travels: a decimal string at the scale of the currency. */
export interface Amount {
  readonly amount: string;
  readonly currency: string;
}
