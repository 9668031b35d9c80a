import { type EventType } from '../../contracts/events.js';
import { type Words } from './entrusting-sentences.js';

type OfRequests = Extract<
  EventType,
  `customs.declaration.${'change_requested' | 'change_refused' | 'withdrawn' | 'exit_cancelled' | 'amended'}`
>;

const KIND: Readonly<Record<string, readonly [string, string]>> = {
  withdrawal: ['the withdrawal', '撤单'],
  exit_cancellation: ['the cancellation of the exit', '退关'],
  amendment: ['an amendment', '改单'],
};
const named = (kind: string): readonly [string, string] => KIND[kind] ?? [kind, kind];

/** What is asked of customs about a declaration, and what comes of it. */
export const OF_REQUESTS: { readonly [Type in OfRequests]: Words<Type> } = {
  'customs.declaration.change_requested': ({ kind, reason }) => [
    `Customs was asked for ${named(kind)[0]}: ${reason}`,
    `已向海关申请${named(kind)[1]}：${reason}`,
  ],
  'customs.declaration.change_refused': ({ kind, reason }) => [
    `Customs refused ${named(kind)[0]}: ${reason}`,
    `海关未同意${named(kind)[1]}：${reason}`,
  ],
  'customs.declaration.withdrawn': ({ entryNumber, reason }) => [
    `Declaration ${entryNumber} was withdrawn: ${reason}`,
    `报关单 ${entryNumber} 已撤单：${reason}`,
  ],
  'customs.declaration.exit_cancelled': ({ entryNumber, reason }) => [
    `The goods of declaration ${entryNumber} do not leave: ${reason}`,
    `报关单 ${entryNumber} 已退关：${reason}`,
  ],
  'customs.declaration.amended': ({ entryNumber, fields }) => [
    `Customs amended declaration ${entryNumber}: ${fields.join(', ')}`,
    `报关单 ${entryNumber} 已改单：${fields.join('、')}`,
  ],
};
