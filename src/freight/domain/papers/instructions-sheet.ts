import { type Block, type Box, type Sheet } from '../../../kernel/sheet.js';
import { type InstructionsState, type UpdateState } from '../lading/shipping-instructions-status.js';
import { type Json, listAt, textAt } from '../told-json.js';
import {
  bookingsOf,
  freightText,
  goodsTables,
  originalsOf,
  partyBoxes,
  type PlaceName,
  referencesBox,
} from './dcsa-paper.js';
import { countAt } from './figures.js';
import { type Voyage, voyageBlocks } from './voyage.js';

export interface PrintedInstructions {
  /** As the carrier knows them. */
  readonly reference: string;
  readonly state: InstructionsState;
  readonly updateState: UpdateState;
  readonly shippingInstructionsReference: string | null;
  readonly transportDocumentReference: string | null;
  /** DCSA CreateShippingInstructions, as sent and as they stand. */
  readonly message: Json;
  readonly voyage: Voyage;
}

/** What does not hold, or not as it is wanted. */
const MARKS: Readonly<Partial<Record<InstructionsState, string>>> = {
  cancelled: 'CANCELLED 已取消',
  declined: 'DECLINED 已拒绝',
  refused: 'REFUSED 未受理',
};
const OPEN: readonly UpdateState[] = ['requested', 'received', 'withdrawing'];

/** Shipping instructions as the carrier was told them. An update stands in them once the carrier has agreed to it. */
export function instructionsSheet(facts: PrintedInstructions, nameOf: PlaceName): Sheet {
  const { reference, state, updateState, message } = facts;
  const isOpen = OPEN.includes(updateState);
  const text = 'An update has been asked for, and the carrier has not decided it. 已申请更改，承运人尚未答复。';
  return {
    ...{ title: 'SHIPPING INSTRUCTIONS', titleZh: '提单补料', number: reference, mark: MARKS[state] ?? null },
    blocks: [
      ...partyBlocks(facts),
      ...voyageBlocks(facts.voyage, nameOf),
      ...goodsTables(message),
      { kind: 'boxes', boxes: wantedBoxes(message, nameOf) },
      ...(isOpen ? [{ kind: 'text', text } as const] : []),
    ],
  };
}

function partyBlocks({
  message,
  shippingInstructionsReference,
  transportDocumentReference,
}: PrintedInstructions): Block[] {
  const { shipper, consignee, notify } = partyBoxes(message);
  const references = referencesBox(message);
  const contacts = listAt(message, 'partyContactDetails').map((each) =>
    [textAt(each, 'name'), textAt(each, 'phone'), textAt(each, 'email')].filter(Boolean).join(' '),
  );
  const numbers = [
    ['Booking 订舱号', bookingsOf(message)],
    ['Instructions 补料号', shippingInstructionsReference],
    ['Revision 版次', textAt(message, 'shippingInstructionsRevisionNumber')],
    ['Document 单号', transportDocumentReference],
  ].flatMap(([name, value]) => (value ? [`${name}  ${value}`] : []));
  return [
    { kind: 'boxes', boxes: [shipper, { label: 'Numbers 编号', text: numbers.join('\n') }] },
    { kind: 'boxes', boxes: [consignee, references] },
    { kind: 'boxes', boxes: [notify, { label: 'Contact 联系人', text: contacts.join('\n') }] },
  ];
}

/** Which document is to be made out. */
function wantedBoxes(message: Json, nameOf: PlaceName): Box[] {
  const isWaybill = textAt(message, 'transportDocumentTypeCode') === 'SWB';
  const kind = isWaybill ? 'SEA WAYBILL 海运单' : 'BILL OF LADING 提单';
  const form = message['isElectronic'] === true ? 'electronic 电子' : 'on paper 纸质';
  const loading =
    message['isShippedOnBoardType'] === false ? 'received for shipment 收货待运' : 'shipped on board 已装船';
  const sets = `${originalsOf(message)} originals 正本\n${copiesOf(message)} copies 副本`;
  return [
    { label: 'Document wanted 单证类型', text: `${kind}\n${form}, ${loading}` },
    { label: 'Number 份数', text: sets },
    { label: 'Freight 运费', text: freightText(message, nameOf) },
  ];
}

function copiesOf(message: Json): number {
  return countAt(message, 'numberOfCopiesWithCharges') + countAt(message, 'numberOfCopiesWithoutCharges');
}
