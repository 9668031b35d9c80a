import { Money } from '../../kernel/money.js';
import { type Words } from './entrusting-sentences.js';

/** What new issues of the refund library mean for an order. */
export const REFUND_RATES: { readonly 'tax_refund.rate.changed': Words<'tax_refund.rate.changed'> } = {
  'tax_refund.rate.changed': ({ version, impact }) => {
    const change = impact === null ? null : Money.fromJSON(impact).toString();
    return [
      change === null ? `${version} changes refund rates` : `${version} changes refund rates: ${change} of refund`,
      change === null ? `${version} 调整退税率` : `${version} 调整退税率，退税额变化 ${change}`,
    ];
  },
};
