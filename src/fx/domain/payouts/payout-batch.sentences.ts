import { sentences } from '../../../kernel/sentence.js';

/** What is said to people of batches of payouts. */
export const SAY = sentences('FX_BATCH', {
  no_such_batch: { en: 'There is no such batch of payouts', zh: '付款批次不存在' },
  cut_off_needed: { en: 'Batches need a cut-off', zh: '批量付款须设定截止时间' },
  sent_back: { en: 'The money came back after it was paid out', zh: '款项付出后被退回' },
});
