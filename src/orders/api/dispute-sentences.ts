import { type EventType } from '../../contracts/events.js';
import { type Words } from './entrusting-sentences.js';

type OfDisputes = Extract<EventType, `financing.dispute.${string}` | `financing.screening.${string}`>;

const KINDS = {
  quality: ['quality', '质量'],
  quantity: ['quantity', '数量'],
  delivery: ['delivery', '交货'],
  price: ['price', '价格'],
  documents: ['documents', '单据'],
  other: ['other', '其他'],
} as const;
const OUTCOMES = {
  upheld: ['the buyer was right', '买方主张成立'],
  rejected: ['the seller was right', '买方主张被驳回'],
  settled: ['both settled', '双方和解'],
} as const;
const RESULTS = {
  hit: ['a hit', '命中'],
  possible: ['a possible hit', '疑似命中'],
  clear: ['clear', '无命中'],
} as const;

/** What is said of disputes with buyers, and of screenings. */
export const OF_DISPUTES: { readonly [Type in OfDisputes]: Words<Type> } = {
  'financing.dispute.opened': ({ kind, amount }) => [
    `The buyer disputes ${amount.amount} ${amount.currency} (${KINDS[kind][0]}): nothing more is drawn on it`,
    `买方就${KINDS[kind][1]}对 ${amount.amount} ${amount.currency} 提出争议，停止新增提款`,
  ],
  'financing.dispute.resolved': ({ outcome, conceded }) => [
    `A dispute is resolved: ${OUTCOMES[outcome][0]}; ${conceded.amount} ${conceded.currency} given up`,
    `争议已解决：${OUTCOMES[outcome][1]}，让步 ${conceded.amount} ${conceded.currency}`,
  ],
  'financing.screening.recorded': ({ list, result }) => [
    `Screened against ${list}: ${RESULTS[result][0]}`,
    `已按 ${list} 筛查：${RESULTS[result][1]}`,
  ],
};
