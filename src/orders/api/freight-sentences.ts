import { type EventType } from '../../contracts/events.js';
import { type Cause } from '../../contracts/events/cause.js';
import { reasonIn, type Sentence } from '../../kernel/sentence.js';
import { type Words } from './entrusting-sentences.js';

type OfCarriage = Extract<EventType, `freight.booking.change${string}` | `freight.cut_off.${string}`>;

const inChinese = ({ reason, causes }: { readonly reason: string; readonly causes?: readonly Cause[] }): string =>
  causes === undefined ? reason : reasonIn(causes as readonly Sentence[], 'zh');
const KIND = { update: ['update', '更新'], amendment: ['amendment', '变更'] } as const;
const clock = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** What is said of bookings under way and of their cut-offs. */
export const OF_CARRIAGE: { readonly [Type in OfCarriage]: Words<Type> } = {
  'freight.booking.change_wanted': (data) => [
    `The carrier wants the booking changed: ${data.reason}`,
    `承运人要求修改订舱：${inChinese(data)}`,
  ],
  'freight.booking.change_requested': ({ kind, fields }) => [
    `Booking ${KIND[kind][0]} asked for: ${fields.join(', ')}`,
    `已申请订舱${KIND[kind][1]}：${fields.join('、')}`,
  ],
  'freight.booking.changed': ({ kind, fields }) => [
    `The carrier agreed to the ${KIND[kind][0]}: ${fields.join(', ')}`,
    `承运人同意订舱${KIND[kind][1]}：${fields.join('、')}`,
  ],
  'freight.booking.change_declined': (data) => [
    `The carrier did not agree to the ${KIND[data.kind][0]}: ${data.reason}`,
    `承运人不同意订舱${KIND[data.kind][1]}：${inChinese(data)}`,
  ],
  'freight.booking.change_withdrawn': () => ['The amendment was taken back', '订舱变更已撤回'],
  'freight.cut_off.moved': ({ code, at }) => [
    `Cut-off ${code} moved to ${clock(at)}`,
    `截止时间 ${code} 调整为 ${clock(at)}`,
  ],
  'freight.cut_off.due_soon': ({ code, at }) => [
    `Cut-off ${code} is at ${clock(at)}`,
    `截止时间 ${code}：${clock(at)}`,
  ],
  'freight.cut_off.overdue': ({ code, at }) => [
    `Cut-off ${code} passed at ${clock(at)}`,
    `已过截止时间 ${code}（${clock(at)}）`,
  ],
};
