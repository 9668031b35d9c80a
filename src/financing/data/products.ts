import { type Product } from '../domain/product.js';

/**
 * What lenders offer through the platform, by date. A new product or price is a new row here, no code.
 * Source: the platform's own sample terms of 2026; the manner (退税托管账户质押) follows the studies of refund-account pledges.
 */
export const PRODUCTS: readonly Product[] = [
  {
    code: 'refund_advance',
    name: { en: 'Refund advance', zh: '退税融资' },
    validFrom: '2026-01-01',
    validTo: null,
    currency: 'CNY',
    advanceRate: '0.80',
    clientLimit: '5000000.00',
    annualRate: '0.0435',
    penaltyRate: '0.02175',
    dayBasis: 360,
    feeRate: '0.001',
    tenorDays: 180,
    minimum: '100.00',
  },
];
