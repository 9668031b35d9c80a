import { Money } from '../../kernel/money.js';
import { CERTIFICATE_NEWS } from './certificate-sentences.js';
import { ENTRUSTING, type Words } from './entrusting-sentences.js';

/** What new issues of the refund library mean for an order. */
const RATES: { readonly 'tax_refund.rate.changed': Words<'tax_refund.rate.changed'> } = {
  'tax_refund.rate.changed': ({ version, impact }) => {
    const change = impact === null ? null : Money.fromJSON(impact).toString();
    return [
      change === null ? `${version} changes refund rates` : `${version} changes refund rates: ${change} of refund`,
      change === null ? `${version} 调整退税率` : `${version} 调整退税率，退税额变化 ${change}`,
    ];
  },
};

/** Who may declare and file for whom, what is certified for principals, and at which rates. */
export const REFUND_NEWS = { ...ENTRUSTING, ...CERTIFICATE_NEWS, ...RATES };
