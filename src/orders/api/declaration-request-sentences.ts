import { type EventType } from '../../contracts/events.js';
import { type Words } from './entrusting-sentences.js';

type OfRequests = Extract<
  EventType,
  `customs.declaration.${'change_requested' | 'change_refused' | 'withdrawn' | 'exit_cancelled' | 'amended' | 'supplement_asked' | 'supplement_answered' | 'inspection_appointed' | 'inspection_reported'}`
>;

const KIND: Readonly<Record<string, readonly [string, string]>> = {
  withdrawal: ['the withdrawal', '撤单'],
  exit_cancellation: ['the cancellation of the exit', '退关'],
  amendment: ['an amendment', '改单'],
  supplement: ['a supplementary declaration to be taken', '补充申报'],
};
const named = (kind: string): readonly [string, string] => KIND[kind] ?? [kind, kind];

const OUTCOME: Readonly<Record<string, readonly [string, string]>> = {
  conforms: ['as declared', '与申报相符'],
  differs: ['not as declared', '与申报不符'],
  sampled: ['samples were taken', '已取样'],
};

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
  'customs.declaration.supplement_asked': ({ question }) => [
    `Customs asks for a supplementary declaration: ${question}`,
    `海关要求补充申报：${question}`,
  ],
  'customs.declaration.supplement_answered': ({ entryNumber }) => [
    `The supplementary declaration to ${entryNumber} was taken`,
    `报关单 ${entryNumber} 的补充申报已提交`,
  ],
  'customs.declaration.inspection_appointed': ({ at, place }) => [
    `The goods are inspected at ${place}, ${at.slice(0, 16).replace('T', ' ')} UTC`,
    `查验地点 ${place}，时间 ${at.slice(0, 16).replace('T', ' ')}（UTC）`,
  ],
  'customs.declaration.inspection_reported': ({ outcome }) => [
    `Inspected: ${OUTCOME[outcome]?.[0] ?? outcome}`,
    `查验结果：${OUTCOME[outcome]?.[1] ?? outcome}`,
  ],
};
