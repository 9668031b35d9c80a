import { type EventType } from '../../contracts/events.js';
import { type Cause } from '../../contracts/events/cause.js';
import { reasonIn, type Sentence } from '../../kernel/sentence.js';
import { type Words } from './entrusting-sentences.js';

type OfConsignments = Extract<EventType, `freight.consignment.${string}`>;

const inChinese = ({ reason, causes }: { readonly reason: string; readonly causes?: readonly Cause[] }): string =>
  causes === undefined ? reason : reasonIn(causes as readonly Sentence[], 'zh');

const WAYS: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  air: ['by air', '空运'],
  dedicated_line: ['by dedicated line', '专线'],
  express: ['by express', '快递'],
  postal: ['by post', '邮政'],
  rail: ['by rail', '铁路'],
};

/** What is said of goods that go otherwise than by sea. */
export const OF_CONSIGNMENTS: { readonly [Type in OfConsignments]: Words<Type> } = {
  'freight.consignment.requested': ({ way }) => [
    `Consignment ${WAYS[way]?.[0] ?? way} sent to the courier`,
    `已向承运人下单（${WAYS[way]?.[1] ?? way}）`,
  ],
  'freight.consignment.accepted': ({ waybillNumber }) => [
    `The courier takes the consignment: ${waybillNumber ?? '–'}`,
    `承运人已接单：${waybillNumber ?? '–'}`,
  ],
  'freight.consignment.collected': ({ waybillNumber }) => [
    `Collected: ${waybillNumber ?? '–'}`,
    `已揽收：${waybillNumber ?? '–'}`,
  ],
  'freight.consignment.in_transit': ({ waybillNumber }) => [
    `On its way: ${waybillNumber ?? '–'}`,
    `运输中：${waybillNumber ?? '–'}`,
  ],
  'freight.consignment.delivered': ({ waybillNumber }) => [
    `Delivered: ${waybillNumber ?? '–'}`,
    `已签收：${waybillNumber ?? '–'}`,
  ],
  'freight.consignment.rejected': (data) => [
    `The courier will not take the consignment: ${data.reason}`,
    `承运人拒绝承运：${inChinese(data)}`,
  ],
  'freight.consignment.cancelled': (data) => [
    `Consignment cancelled: ${data.reason}`,
    `运单已取消：${inChinese(data)}`,
  ],
  'freight.consignment.cancellation_declined': (data) => [
    `The consignment goes its way: ${data.reason}`,
    `运单未能取消：${inChinese(data)}`,
  ],
  'freight.consignment.returned': (data) => [`Sent back: ${data.reason}`, `已退回：${inChinese(data)}`],
  'freight.consignment.lost': (data) => [`Lost by the courier: ${data.reason}`, `承运人丢失：${inChinese(data)}`],
  'freight.consignment.overdue': ({ state }) => [
    `No word from the courier; the consignment is ${state}`,
    `承运人逾期未更新，运单状态为 ${state}`,
  ],
  'freight.consignment.milestone': ({ classifier, code, at, location }) => [
    `${classifier} ${code}${location === null ? '' : ` at ${location}`}: ${at}`,
    `${classifier} ${code}${location === null ? '' : ` ${location}`}：${at}`,
  ],
};
