import { type EventType } from '../../contracts/events.js';
import { type Cause } from '../../contracts/events/cause.js';
import { reasonIn, type Sentence } from '../../kernel/sentence.js';
import { type Words } from './entrusting-sentences.js';

type OfLading = Extract<
  EventType,
  `freight.shipping_instructions.${string}` | `freight.transport_document.${string}` | `freight.vgm.${string}`
>;

const inChinese = ({ reason, causes }: { readonly reason: string; readonly causes?: readonly Cause[] }): string =>
  causes === undefined ? reason : reasonIn(causes as readonly Sentence[], 'zh');
const PAPER = { BOL: ['bill of lading', '提单'], SWB: ['sea waybill', '海运单'] } as const;

const PURPOSE = { amendment: '修改', delivery: '提货' } as const;

/** What is said of the papers of a shipment. */
export const OF_LADING: { readonly [Type in OfLading]: Words<Type> } = {
  'freight.shipping_instructions.requested': ({ transportDocumentTypeCode: type }) => [
    `Shipping instructions for a ${PAPER[type][0]} sent to the carrier`,
    `已向承运人提交${PAPER[type][1]}补料`,
  ],
  'freight.shipping_instructions.received': () => ['The carrier has the shipping instructions', '承运人已收到提单补料'],
  'freight.shipping_instructions.update_wanted': (data) => [
    `The carrier wants the shipping instructions updated: ${data.reason}`,
    `承运人要求修改提单补料：${inChinese(data)}`,
  ],
  'freight.shipping_instructions.updated': ({ revision }) => [
    `The carrier agreed to revision ${revision} of the shipping instructions`,
    `承运人同意提单补料第 ${revision} 版`,
  ],
  'freight.shipping_instructions.update_declined': (data) => [
    `The carrier did not agree to the update of the shipping instructions: ${data.reason}`,
    `承运人不同意修改提单补料：${inChinese(data)}`,
  ],
  'freight.shipping_instructions.update_withdrawn': () => [
    'The update of the shipping instructions was taken back',
    '提单补料的修改已撤回',
  ],
  'freight.shipping_instructions.completed': () => ['The shipping instructions are closed', '提单补料已完结'],
  'freight.shipping_instructions.cancelled': () => ['The shipping instructions were cancelled', '提单补料已取消'],
  'freight.shipping_instructions.declined': (data) => [
    `The carrier does not take the shipping instructions: ${data.reason}`,
    `承运人不接受提单补料：${inChinese(data)}`,
  ],
  'freight.transport_document.drafted': ({ transportDocumentReference: number, transportDocumentTypeCode: type }) => [
    `Draft of the ${PAPER[type][0]} ${number} to look at`,
    `${PAPER[type][1]} ${number} 确认件待确认`,
  ],
  'freight.transport_document.approved': ({ transportDocumentReference: number }) => [
    `Draft ${number} approved`,
    `单证 ${number} 确认件已确认`,
  ],
  'freight.transport_document.approval_declined': (data) => [
    `The approval of ${data.transportDocumentReference} was not taken: ${data.reason}`,
    `单证 ${data.transportDocumentReference} 的确认未被接受：${inChinese(data)}`,
  ],
  'freight.transport_document.issued': ({ transportDocumentReference: number, transportDocumentTypeCode: type }) => [
    `The ${PAPER[type][0]} ${number} was issued`,
    `${PAPER[type][1]} ${number} 已签发`,
  ],
  'freight.transport_document.surrender_pending': ({ transportDocumentReference: number, purpose }) => [
    `${number} is being given back for ${purpose}`,
    `单证 ${number} 正在交回（${PURPOSE[purpose]}）`,
  ],
  'freight.transport_document.surrendered': ({ transportDocumentReference: number, purpose }) => [
    `${number} was given back for ${purpose}`,
    `单证 ${number} 已交回（${PURPOSE[purpose]}）`,
  ],
  'freight.transport_document.surrender_declined': (data) => [
    `${data.transportDocumentReference} was not taken back: ${data.reason}`,
    `单证 ${data.transportDocumentReference} 未被收回：${inChinese(data)}`,
  ],
  'freight.transport_document.voided': ({ transportDocumentReference: number }) => [
    `${number} was voided`,
    `单证 ${number} 已作废`,
  ],
  'freight.vgm.declared': ({ equipmentReference: box, verifiedKg, supersedesId }) => [
    `Verified gross mass of ${box} declared${supersedesId === null ? '' : ' anew'}: ${verifiedKg} kg`,
    `集装箱 ${box} VGM 已${supersedesId === null ? '' : '重新'}声明：${verifiedKg} 千克`,
  ],
  'freight.vgm.accepted': ({ equipmentReference: box, verifiedKg }) => [
    `The carrier has accepted ${verifiedKg} kg for ${box}`,
    `承运人已接受集装箱 ${box} 的 VGM：${verifiedKg} 千克`,
  ],
  'freight.vgm.rejected': (data) => [
    `The carrier does not take the verified gross mass of ${data.equipmentReference}: ${data.reason}`,
    `承运人不接受集装箱 ${data.equipmentReference} 的 VGM：${inChinese(data)}`,
  ],
};
