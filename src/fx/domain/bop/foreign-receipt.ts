import { type Money } from '../../../kernel/money.js';

/**
 * Whether money is a receipt from abroad, which is declared (涉外收入): whatever the currency, paid by somebody outside
 * China. In foreign currency it is taken for one even where the bank does not say where the payer is.
 */
export function isForeignReceipt({
  amount,
  payerCountry,
}: {
  readonly amount: Money;
  readonly payerCountry: string | null;
}): boolean {
  return payerCountry === null ? amount.currency !== 'CNY' : payerCountry !== 'CN';
}
