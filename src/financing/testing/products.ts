import { type Product } from '../domain/products/product.js';

/** The refund advance as the platform offers it, for tests of rules. */
export const SAMPLE_PRODUCT: Product = {
  code: 'refund_advance',
  name: { en: 'Refund advance', zh: '退税融资' },
  lender: { code: 'partner_bank', name: { en: 'Partner bank', zh: '合作银行' } },
  version: 1,
  origin: 'standard',
  validFrom: '2026-01-01',
  validTo: null,
  base: 'matched_refund',
  currency: 'CNY',
  advanceRate: '0.80',
  clientLimit: '5000000.00',
  minimum: '100.00',
  tenorDays: 180,
  interest: { kind: 'fixed', annualRate: '0.0435' },
  penalty: { kind: 'added_rate', value: '0.02175' },
  dayBasis: 360,
  feeRate: '0.001',
  feeFlat: '0.00',
  opensWhen: [
    { name: 'order_live' },
    { name: 'goods_released' },
    { name: 'refund_matched' },
    { name: 'refund_unpaid' },
    { name: 'claim_not_rejected' },
    { name: 'payout_account' },
    { name: 'guarantee_clear' },
  ],
  closesBy: ['refund_paid'],
  documents: ['customs_declaration', 'vat_invoice', 'refund_account_agreement'],
};
