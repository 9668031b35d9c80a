import { sentences } from '../../../kernel/sentence.js';

/** What is said to people of money that goes back to its payer. */
export const SAY = sentences('FX_REFUND', {
  no_such_refund: { en: 'There is no such refund', zh: '退款记录不存在' },
  payer_account_unknown: {
    en: 'The account of the payer, or its bank, is not known',
    zh: '付款人账户或其开户行未知',
  },
  nothing_left: { en: 'Nothing is left of it', zh: '已无剩余款项' },
  in_currency: { en: 'In {currency}, as the money came', zh: '应为到账币种 {currency}' },
  above_zero: { en: 'Above zero', zh: '应大于零' },
  no_more_than: { en: 'No more than is left: {left}', zh: '不得超过剩余金额 {left}' },
  approve_refund: {
    en: 'Send {amount} back to {holder}, account ending {ending}, from which it came: {remittance}',
    zh: '将 {amount} 原路退回 {holder}（账号尾号 {ending}）：{remittance}',
  },
  sent_back: { en: 'The bank of the payer sent it back', zh: '付款人银行将退款退回' },
});
