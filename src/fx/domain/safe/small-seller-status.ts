import { type CalculationRule, type Explained, step } from '../../../kernel/calculation.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { Money } from '../../../kernel/money.js';

const RULE: CalculationRule = {
  id: 'fx.small-seller-status',
  version: '2020-05-20',
  source: '汇发〔2020〕11号；国家外汇管理局问答（2021）',
};

export const SMALL_SELLER_STATUSES = ['exempt', 'warning', 'registration_required'] as const;

export interface SmallSellerStatus extends Explained {
  readonly status: (typeof SMALL_SELLER_STATUSES)[number];
}

const WARNING_FROM = Money.parse('180000.00', 'USD');
const EXEMPT_UP_TO = Money.parse('200000.00', 'USD');

/**
 * Whether a small cross-border seller may do without 名录 registration.
 * @param annualTrade USD, receipts and payments of the year; 180,000.00 already warns, 200,000.00 is still exempt
 * @throws InvalidInputError
 */
export function smallSellerStatus(annualTrade: Money): SmallSellerStatus {
  const check = new InputCheck();
  check.amount(annualTrade, '/annualTrade', 'USD');
  check.done();
  const status = statusOf(annualTrade);
  return {
    status,
    rule: RULE,
    steps: [step('status', '< 180000 exempt, to 200000 warning, else registration', status)],
  };
}

function statusOf(annualTrade: Money): SmallSellerStatus['status'] {
  if (annualTrade.isMoreThan(EXEMPT_UP_TO)) return 'registration_required';
  return WARNING_FROM.isMoreThan(annualTrade) ? 'exempt' : 'warning';
}
