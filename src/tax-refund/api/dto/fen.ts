import { Money } from '../../../kernel/money.js';
import { type MoneyDto } from '../../../platform/http/fields.js';

/** CNY as a table keeps it, as the API shows it. */
export function fen(minor: string): MoneyDto {
  return Money.ofMinor(BigInt(minor), 'CNY').toJSON();
}
