import { sentences } from '../../kernel/sentence.js';

/** What is said about batches of claims (申报批次). */
export const SAY = sentences('TAX_REFUND', {
  no_such_batch: { en: 'No such filing batch', zh: '申报批次不存在' },
  claim_gathered: { en: 'The claim waits in the batch {batch}', zh: '该申报已归入批次 {batch}' },
  claim_alone: { en: 'The claim waits in no open batch', zh: '该申报未归入待报批次' },
  correction_alone: { en: 'A correction is filed by itself', zh: '更正申报须单独申报' },
  batch_under_way: {
    en: 'Batch {number} of {period} is on its way to the bureau',
    zh: '{period} 第 {number} 批正在申报',
  },
  batch_empty: { en: 'No claim waits in it', zh: '该批次没有待申报的申报' },
  no_such_batch_payment: {
    en: 'The bureau paid for {reference}, which was never filed',
    zh: '税务机关退付的批次 {reference} 未曾申报',
  },
});
