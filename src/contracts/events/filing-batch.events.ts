import { money } from './amount.js';
import { event, integer, text, type ValueOf, word } from './shape.js';

/** Whose claims of which period. */
const BATCH = {
  taxpayerName: text('宁波示例进出口有限公司'),
  taxpayerNumber: text('91330200MA2AEFJN86'),
  period: text('202611', '所属期'),
  regime: word(['trading', 'manufacturer', 'agency'], '免退税, 免抵退税, 代办退税'),
} as const;
export type FilingBatchNews = ValueOf<typeof BATCH>;

/** The life of a batch of claims that are filed in one message (申报批次). */
export const FILING_BATCH_EVENTS = {
  'tax_refund.filing_batch.opened': event(
    ['filingBatch'],
    'claims of a taxpayer and period are gathered from now on',
    '已开立申报批次，归集同一所属期的申报',
    BATCH,
  ),
  'tax_refund.filing_batch.filed': event(
    ['filingBatch'],
    'the bureau has the batch, with its number; each claim tells how it was taken',
    '税务机关已接收该批次；各申报另行通知',
    { ...BATCH, number: integer(1, '申报批次'), acceptanceNumber: text('330220268000000001') },
  ),
  'tax_refund.filing_batch.refused': event(
    ['filingBatch'],
    'the bureau does not take the batch: its claims are rejected',
    '税务机关未接收该批次，其申报均被退回',
    { ...BATCH, reason: text('The totals are not those of the claims') },
  ),
  'tax_refund.filing_batch.emptied': event(
    ['filingBatch'],
    'the self-check left no claim in it: nothing was filed',
    '自检后批次内已无申报，未申报',
    BATCH,
  ),
  'tax_refund.filing_batch.paid': event(
    ['filingBatch'],
    'the treasury paid for the batch; `unspread` covers no whole claim yet',
    '国库已退付该批次；`unspread` 为尚不足以结清一笔申报的余额',
    {
      ...BATCH,
      amount: money('18407.08', 'CNY'),
      unspread: money('0.00', 'CNY'),
      treasuryReference: text('TRS000000001'),
    },
  ),
} as const;
