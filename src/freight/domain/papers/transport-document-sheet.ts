import { type LocalDate } from '../../../kernel/local-date.js';
import { type Block, type Box, boxRow, type Sheet } from '../../../kernel/sheet.js';
import { type DocumentType } from '../booking-change.js';
import { type DocumentLevel, type DocumentState } from '../lading/transport-document-status.js';
import { type Json, listAt, objectAt, textAt } from '../told-json.js';
import {
  bookingsOf,
  freightText,
  goodsTables,
  originalsOf,
  partyBoxes,
  partyText,
  type PlaceName,
  placeText,
  referencesBox,
  textList,
} from './dcsa-paper.js';

export interface PrintedDocument {
  readonly level: DocumentLevel;
  readonly type: DocumentType;
  readonly state: DocumentState;
  readonly transportDocumentReference: string;
  readonly transportDocumentSubReference: string | null;
  /** DCSA TransportDocument, as the carrier told it last; of a house document with our changes. */
  readonly document: Json;
  /** In China; null before it is issued. */
  readonly issuedOn: LocalDate | null;
  /** Who issues a house document. */
  readonly forwarder: string;
}

const TITLES: Readonly<Record<`${DocumentLevel} ${DocumentType}`, readonly [string, string]>> = {
  'master BOL': ['BILL OF LADING', '提单'],
  'master SWB': ['SEA WAYBILL', '海运单'],
  'house BOL': ['HOUSE BILL OF LADING', '货代提单'],
  'house SWB': ['HOUSE SEA WAYBILL', '货代海运单'],
};
const COPY = 'COPY NON-NEGOTIABLE 副本 不可转让';
const MARKS: Readonly<Record<DocumentState, string>> = {
  draft: 'DRAFT 草稿',
  approved: 'DRAFT 草稿',
  issued: COPY,
  pending_surrender_for_amendment: COPY,
  surrendered_for_amendment: 'SURRENDERED 已交回',
  pending_surrender_for_delivery: COPY,
  surrendered_for_delivery: 'SURRENDERED 已交回',
  voided: 'VOID 作废',
};
/** A full set, where the master has none on paper. */
const FULL_SET = 3;
const SET_MAX = 9;
/** What a copy shows of the terms on the back; all of them stand in the document itself. */
const TERMS_MAX = 2_000;

/**
 * What is printed of a transport document. The carrier alone issues its originals: of its documents there is a draft, then
 * copies. A house bill is ours, so once issued it is printed as its set of originals; an electronic one has none on paper, nor
 * has a waybill.
 */
export function documentSheets(facts: PrintedDocument, nameOf: PlaceName): Sheet[] {
  const { level, type, state, document } = facts;
  const isOriginal = level === 'house' && type === 'BOL' && state === 'issued' && document['isElectronic'] !== true;
  if (!isOriginal) return [sheetOf(facts, nameOf, markOf(facts))];
  const count = originalsInSet(facts);
  return Array.from({ length: count }, (_none, index) => sheetOf(facts, nameOf, `ORIGINAL ${index + 1}/${count} 正本`));
}

/** A waybill is none to negotiate, also the one that its issuer signs. */
function markOf({ level, type, state }: PrintedDocument): string {
  const isSigned = level === 'house' && type === 'SWB' && state === 'issued';
  return isSigned ? 'NON-NEGOTIABLE 不可转让' : MARKS[state];
}

function originalsInSet({ level, document }: PrintedDocument): number {
  const said = originalsOf(document);
  return level === 'house' && said === 0 ? FULL_SET : Math.min(said, SET_MAX);
}

function sheetOf(facts: PrintedDocument, nameOf: PlaceName, mark: string): Sheet {
  const { level, type, transportDocumentReference: reference, transportDocumentSubReference: sub, document } = facts;
  const [title, titleZh] = TITLES[`${level} ${type}`];
  return {
    ...{ title, titleZh, mark, number: sub === null ? reference : `${reference} ${sub}` },
    blocks: [...partyBlocks(facts, nameOf), ...goodsTables(document), ...endBlocks(facts, nameOf)],
  };
}

function partyBlocks({ level, forwarder, document }: PrintedDocument, nameOf: PlaceName): Block[] {
  const parties = objectAt(document, 'documentParties');
  const { shipper, consignee, notify } = partyBoxes(document);
  const issuer = level === 'house' ? forwarder : partyText(objectAt(parties, 'issuingParty'));
  const carrier = [textAt(document, 'carrierCode'), textAt(document, 'carrierCodeListProvider')]
    .filter(Boolean)
    .join(' ');
  return [
    boxRow(shipper, {
      label: 'Issued by 签发人',
      text: [issuer, carrier && `Carrier ${carrier}`].filter(Boolean).join('\n'),
    }),
    boxRow(consignee, { label: 'Booking no. 订舱号', text: bookingsOf(document) }),
    // Those of the master are between its carrier and us.
    boxRow(...(level === 'house' ? [notify] : [notify, referencesBox(document)])),
    ...routeBlocks(document, nameOf),
  ];
}

function routeBlocks(document: Json, nameOf: PlaceName): Block[] {
  const transports = objectAt(document, 'transports');
  const place = (label: string, name: string): Box => ({ label, text: placeText(objectAt(transports, name), nameOf) });
  const ships = listAt(transports, 'vesselVoyages').map((ship) =>
    [textAt(ship, 'vesselName'), textAt(ship, 'carrierExportVoyageNumber')].filter(Boolean).join(' / '),
  );
  const fact = (label: string, ...names: string[]): Box => ({
    label,
    text: names.flatMap((name) => textAt(document, name) ?? textAt(transports, name) ?? []).join(' / '),
  });
  return [
    boxRow(
      place('Place of receipt 收货地', 'placeOfReceipt'),
      place('Port of loading 装货港', 'portOfLoading'),
      place('Port of discharge 卸货港', 'portOfDischarge'),
      place('Place of delivery 交货地', 'placeOfDelivery'),
    ),
    boxRow(
      { label: 'Vessel / voyage 船名航次', text: ships.join('\n') },
      fact('Departure, as planned 预计开航', 'plannedDepartureDate'),
      fact('Arrival, as planned 预计到港', 'plannedArrivalDate'),
      fact('Service 运输条款', 'receiptTypeAtOrigin', 'deliveryTypeAtDestination'),
    ),
  ];
}

function endBlocks(facts: PrintedDocument, nameOf: PlaceName): Block[] {
  const { level, type, document, issuedOn, forwarder } = facts;
  const originals = type === 'SWB' || document['isElectronic'] === true ? 0 : originalsInSet(facts);
  const issue = [placeText(objectAt(document, 'placeOfIssue'), nameOf), dateOfIssue(facts)].filter(Boolean).join('\n');
  const clauses = textList(document, 'carrierClauses');
  const terms = level === 'house' ? null : textAt(document, 'termsAndConditions');
  return [
    boxRow(
      { label: 'Freight 运费', text: freightText(document, nameOf) },
      { label: 'Original bills of lading 正本份数', text: originalsText(originals) },
      { label: 'Place and date of issue 签发地点和日期', text: issue },
      { label: 'Shipped on board 装船日期', text: textAt(document, 'shippedOnBoardDate') ?? '' },
    ),
    ...clauses.map((text): Block => ({ kind: 'text', text })),
    ...(terms === null ? [] : [{ kind: 'text', text: cut(terms) } as const]),
    ...(level === 'house' && issuedOn !== null ? [boxRow(signature(forwarder, originals))] : []),
  ];
}

function dateOfIssue({ level, document, issuedOn }: PrintedDocument): string | null {
  return level === 'house' ? issuedOn : (textAt(document, 'issueDate') ?? issuedOn);
}

function originalsText(count: number): string {
  return count === 0 ? 'NONE 无' : `${count}/${count}`;
}

function signature(forwarder: string, originals: number): Box {
  const accomplished =
    'In witness of which this number of original bills of lading has been signed, all of this tenor and date; one being ' +
    'accomplished, the others stand void.';
  return { label: 'Signed 签章', text: `${originals > 0 ? `${accomplished}\n` : ''}\n\nFor ${forwarder}` };
}

function cut(terms: string): string {
  return terms.length > TERMS_MAX ? `${terms.slice(0, TERMS_MAX)}…` : terms;
}
