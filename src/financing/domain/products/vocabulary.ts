/** What may be lent against. */
export const BASES = [
  'matched_refund',
  'insured_invoice',
  'signed_order',
  'export_data',
  'guarantee_pool',
  'warehouse_receipt',
  'fx_margin',
] as const;
export type Base = (typeof BASES)[number];

/** Facts that may be asked for before a product opens. A product names those it wants; each is judged by its name. */
export const CONDITIONS = [
  'order_live',
  'order_placed',
  'goods_released',
  'goods_departed',
  'refund_matched',
  'refund_unpaid',
  'claim_not_rejected',
  'payout_account',
  'guarantee_clear',
  'in_guarantee_group',
  'no_overdue_debt',
  'collections_at_least',
  'trading_for_months',
  'score_at_least',
  'buyer_insured',
  'invoice_assigned',
  'not_disputed',
  'screening_clear',
  'receipt_pledged',
  'pledge_registered',
  'margin_called',
] as const;
export type ConditionName = (typeof CONDITIONS)[number];

/** Those that ask about one order: nothing that is lent to a seller opens by them. */
export const OF_ORDERS: ReadonlySet<ConditionName> = new Set([
  ...(['order_live', 'order_placed', 'goods_released', 'goods_departed'] as const),
  ...([
    'refund_matched',
    'refund_unpaid',
    'claim_not_rejected',
    'buyer_insured',
    'invoice_assigned',
    'not_disputed',
  ] as const),
]);

/** Those that compare something with a figure of the product's. */
export const MEASURED: ReadonlySet<ConditionName> = new Set([
  'collections_at_least',
  'trading_for_months',
  'score_at_least',
]);

export interface Condition {
  readonly name: ConditionName;
  /** Yuan of the last twelve months, months, or a grade; only of the measured ones. */
  readonly value?: string;
}

/** Money that repays. */
export const CLOSINGS = [
  'refund_paid',
  'collection_received',
  'instalments',
  'redemption',
  'forward_settled',
  'repayment_by_client',
] as const;
export type Closing = (typeof CLOSINGS)[number];

/** Papers that the lender wants to see. */
export const PAPERS = [
  'sales_contract',
  'customs_declaration',
  'vat_invoice',
  'transport_document',
  'assignment_notice',
  'insurance_policy',
  'refund_account_agreement',
  'guarantee_agreement',
  'warehouse_receipt',
  'pledge_registration',
  'forward_agreement',
] as const;
export type Paper = (typeof PAPERS)[number];

/** What a base cannot be lent against without: a product that leaves it out would lend on nothing. */
const OF_BASE: Readonly<Record<Base, readonly ConditionName[]>> = {
  matched_refund: [
    'order_live',
    'goods_released',
    'refund_matched',
    'refund_unpaid',
    'claim_not_rejected',
    'payout_account',
  ],
  insured_invoice: ['order_live', 'goods_departed', 'buyer_insured', 'invoice_assigned', 'payout_account'],
  signed_order: ['order_live', 'order_placed', 'payout_account'],
  export_data: ['collections_at_least', 'no_overdue_debt'],
  guarantee_pool: ['in_guarantee_group'],
  warehouse_receipt: ['receipt_pledged', 'pledge_registered'],
  fx_margin: ['margin_called'],
};

/** Conditions that every product on this base has. Who guarantees for others draws by the rules of its group, whatever it draws. */
export function neededFor(base: Base): readonly ConditionName[] {
  return [...OF_BASE[base], 'guarantee_clear'];
}
