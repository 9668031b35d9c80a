import { type IdKind } from '../../kernel/ids.js';
import { type Bilingual } from '../../kernel/sentence.js';

interface GuardedCommand {
  /** What it is done to. */
  readonly subject: IdKind;
  readonly name: Bilingual;
}

/** What a tenant may ask a second person for: each of these steps stops at the gate in its use case. */
export const GUARDED_COMMANDS = {
  'customs.declaration.submission': {
    subject: 'declaration',
    name: { en: 'Declare to customs', zh: '向海关申报' },
  },
  'catalogue.product.approval': {
    subject: 'product',
    name: { en: 'Approve a product for declaration', zh: '商品归档审批' },
  },
  'customs.declaration.change': {
    subject: 'declaration',
    name: { en: 'Withdraw or amend a declaration', zh: '修改或撤销报关单' },
  },
  'fx.conversion': { subject: 'conversion', name: { en: 'Convert currency', zh: '兑换货币' } },
  'fx.forward': { subject: 'forward', name: { en: 'Sell currency forward', zh: '签订远期结汇合约' } },
  'fx.payout': { subject: 'payout', name: { en: 'Pay out to the seller', zh: '向卖方付款' } },
  'fx.refund': { subject: 'collectionRefund', name: { en: 'Send money back to its payer', zh: '款项原路退回' } },
  'fx.tax_payment': { subject: 'taxPayment', name: { en: 'Pay the taxes of an import', zh: '缴纳进口税款' } },
  'fx.clawback_payment': {
    subject: 'taxPayment',
    name: { en: 'Give a recovered refund back', zh: '缴回已退税款' },
  },
  'tax_refund.claim.filing': { subject: 'claim', name: { en: 'File a tax refund', zh: '申报退税' } },
  'financing.advance.draw': { subject: 'advance', name: { en: 'Draw an advance', zh: '提取融资' } },
  'financing.advance.write_off': {
    subject: 'loanWriteOff',
    name: { en: 'Propose to write off an advance', zh: '提议核销融资' },
  },
  'financing.limit.change': { subject: 'creditLimit', name: { en: 'Set a credit limit', zh: '设定额度' } },
} as const satisfies Record<string, GuardedCommand>;

export type ApprovalCommand = keyof typeof GUARDED_COMMANDS;

export const APPROVAL_COMMANDS = Object.keys(GUARDED_COMMANDS) as ApprovalCommand[];
