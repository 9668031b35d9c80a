import { decimal, object, type Shape, text } from './shape.js';

/** Money as it travels: a decimal string at the scale of the currency. */
export interface Amount {
  readonly amount: string;
  readonly currency: string;
}

export function money(example: string, currency: string, description?: string): Shape<Amount> {
  return object({ amount: decimal(example), currency: text(currency, 'ISO 4217') }, description);
}
