import { type ApiParamOptions } from '@nestjs/swagger';

export const PRODUCT_CODE: ApiParamOptions = {
  name: 'product',
  description: 'Code of the product',
  schema: { type: 'string', maxLength: 50, example: 'refund_advance' },
};

export const CREDIT_LIMIT_ID: ApiParamOptions = {
  name: 'id',
  description: 'Id of the limit',
  schema: { type: 'string', maxLength: 40, example: 'lim_01jdq3x7k2e9ta6v0m8r4c5wzb' },
};

const CNY = (amount: string) => ({ amount, currency: 'CNY' });

/** A version that begins long after everything else. */
export const NEXT_VERSION = {
  code: 'order_financing',
  name: { en: 'Financing of a signed order', zh: '订单融资' },
  lender: { code: 'partner_bank', name: { en: 'Partner bank', zh: '合作银行' } },
  validFrom: '2036-01-01',
  base: 'signed_order',
  advanceRate: '0.60',
  clientLimit: CNY('3000000.00'),
  minimum: CNY('10000.00'),
  tenorDays: 180,
  interest: { kind: 'floating', reference: 'LPR_1Y', spread: '0.02' },
  penalty: { kind: 'multiplier', value: '1.5' },
  feeRate: '0.003',
  opensWhen: [
    { name: 'order_live' },
    { name: 'order_placed' },
    { name: 'trading_for_months', value: '6' },
    { name: 'payout_account' },
    { name: 'guarantee_clear' },
  ],
  closesBy: ['collection_received'],
  documents: ['sales_contract'],
};

export const CLIENT_LIMIT = {
  level: 'client',
  sellerId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb',
  limit: CNY('3000000.00'),
};

export const CREDIT_SCORE_ID: ApiParamOptions = {
  name: 'id',
  description: 'Id of the score',
  schema: { type: 'string', maxLength: 40, example: 'scr_01jdq3x7k2e9ta6v0m8r4c5wzb' },
};

export const CHECKED_DOCUMENTS = {
  documents: [
    { kind: 'declaration', number: '310420260000000017' },
    { kind: 'vat_invoice', number: '26332000000012345678' },
    { kind: 'invoice', number: 'SO-2026-0117', issuer: '91330201MA2812345X' },
    { kind: 'warehouse_receipt', number: 'WR-2026-0117', issuer: '91330201MA2812345X' },
  ],
};
