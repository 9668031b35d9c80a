import { type EventType } from '../../contracts/events.js';
import { type Words } from './entrusting-sentences.js';

type BatchEvent = Extract<EventType, `tax_refund.filing_batch.${string}`>;

/** What is told of batches of refund claims. */
export const FILING_BATCH_NEWS: { readonly [Type in BatchEvent]: Words<Type> } = {
  'tax_refund.filing_batch.opened': ({ period }) => [
    `Refund claims of ${period} are gathered in a batch`,
    `已开立 ${period} 申报批次`,
  ],
  'tax_refund.filing_batch.filed': ({ period, number }) => [
    `Batch ${number} of ${period} is with the tax bureau`,
    `${period} 第 ${number} 批已申报`,
  ],
  'tax_refund.filing_batch.refused': ({ period, reason }) => [
    `The tax bureau refused a batch of ${period}: ${reason}`,
    `税务机关未接收 ${period} 的申报批次：${reason}`,
  ],
  'tax_refund.filing_batch.emptied': ({ period }) => [
    `The self-check left no claim in a batch of ${period}`,
    `${period} 的申报批次自检后为空`,
  ],
  'tax_refund.filing_batch.paid': ({ period, amount }) => [
    `${amount.amount} ${amount.currency} paid for a batch of ${period}`,
    `${period} 的申报批次已退付 ${amount.amount} ${amount.currency}`,
  ],
};
