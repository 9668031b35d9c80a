import { sentences } from '../../../kernel/sentence.js';

/** What is said of agreements that are signed before money moves. */
export const SAY_AGREEMENT = sentences('FINANCING_AGREEMENT', {
  no_such_agreement: { en: 'There is no such agreement', zh: '没有该借款合同' },
  over: { en: 'It could be signed until {validUntil}', zh: '签署截止日为 {validUntil}' },
  signed_before_offer: { en: 'It was offered on {offeredOn}', zh: '签署日不得早于要约日 {offeredOn}' },
  signed_in_future: { en: 'It cannot have been signed in the future', zh: '签署日不得晚于今天' },
  not_signed_in_time: {
    en: 'The agreement was not signed by {validUntil}',
    zh: '借款合同未在 {validUntil} 前签署',
  },
  paid_unsigned: {
    en: 'The lender paid out before the agreement was signed',
    zh: '借款合同尚未签署，资金方已放款',
  },
  longer_than_term: {
    en: 'It is signed before the loan would be due',
    zh: '签署期不得长于贷款期限',
  },
});
