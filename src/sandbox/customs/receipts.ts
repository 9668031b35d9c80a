import { chinaDate, chinaDigits } from '../world/china-time.js';
import { type Departure } from '../world/signals.js';
import { leaf, node } from '../world/xml.js';
import { type Declaration } from './declaration.js';

/** Processing results (处理结果, CHANNEL) of the published receipt that this customs uses. */
export const CHANNEL = {
  accepted: 'L',
  rejected: 'Z',
  inspection: 'C',
  review: 'M',
  concluded: 'G',
  released: 'F',
  cleared: 'R',
  deleted: 'D',
} as const;
export type Decision = keyof typeof CHANNEL;

const NOTE: Record<Decision, string> = {
  accepted: '海关已接收,入库成功',
  rejected: '退回修改',
  inspection: '出口查验通知',
  review: '报关单重审,转人工审核',
  concluded: '报关单已审结',
  released: '放行交单',
  cleared: '已结关',
  deleted: '海关删单',
};

/** What a receipt repeats of the declaration. */
export interface ReceiptFacts {
  readonly seqNo: string;
  readonly entryId: string;
  readonly customMaster: string;
  readonly agentName: string;
  readonly tradeCode: string;
  readonly packNo: string;
  readonly billNo: string;
  readonly trafMode: string;
  readonly netWeight: string;
  readonly grossWeight: string;
  readonly declaredOn: string;
  readonly departure: Departure | null;
}

/** What the receipts of a declaration repeat, before it has numbers. */
export function factsOf(declaration: Declaration): Omit<ReceiptFacts, 'seqNo' | 'declaredOn'> {
  const { customMaster, agentName, tradeCode, packNo, billNo, trafMode, netWeight, grossWeight } = declaration;
  return {
    entryId: '',
    customMaster,
    agentName,
    tradeCode,
    packNo,
    billNo,
    trafMode,
    netWeight,
    grossWeight,
    departure: null,
  };
}

/** RESULT_INFO is VARCHAR2(70), NOTE VARCHAR2(255). */
const RESULT_MAX = 70;
const NOTE_MAX = 255;

/** 报关单回执报文. @param note replaces the usual words, as the reasons of a rejection do */
export function receipt(decision: Decision, facts: ReceiptFacts, now: Date, note = NOTE[decision]): string {
  const { departure } = facts;
  const fields: readonly (readonly [string, string])[] = [
    ['SEQ_NO', facts.seqNo],
    ['ENTRY_ID', facts.entryId],
    ['NOTICE_DATE', noticeTime(now)],
    ['CHANNEL', CHANNEL[decision]],
    ['NOTE', note.slice(0, NOTE_MAX)],
    ['DECL_PORT', facts.customMaster],
    ['AGENT_NAME', facts.agentName],
    ['DECLARE_NO', ''],
    ['TRADE_CO', facts.tradeCode],
    ['CUSTOMS_FIELD', ''],
    ['BONDED_NO', ''],
    ['I_E_DATE', departure === null ? '' : noticeTime(new Date(departure.at))],
    ['PACK_NO', facts.packNo],
    ['BILL_NO', facts.billNo],
    ['TRAF_MODE', facts.trafMode],
    ['VOYAGE_NO', departure?.voyage ?? ''],
    ['NET_WT', facts.netWeight],
    ['GROSS_WT', facts.grossWeight],
    ['D_DATE', facts.declaredOn],
  ];
  const result = node('DEC_RESULT', fields.map(([name, text]) => leaf(name, text)).join(''));
  return node('DEC_DATA', result + leaf('RESULT_INFO', note.slice(0, RESULT_MAX)));
}

/**
 * The vessel left: the tally report of the export manifest (出口理货, MT5402). The published interface sends
 * declarants no receipt of departure; single windows pass this on, and so do we, with the node names of MT5402.
 */
export function tallyReport(number: string, facts: ReceiptFacts, departure: Departure, now: Date): string {
  const head = node(
    'Head',
    leaf('MessageID', `MT5402_${number}`) +
      leaf('FunctionCode', '9') +
      leaf('MessageType', 'MT5402') +
      leaf('SenderID', 'EPORT') +
      leaf('ReceiverID', facts.customMaster) +
      leaf('SendTime', chinaDigits(now)) +
      leaf('Version', '1.0'),
  );
  const means =
    leaf('Name', departure.vesselName) +
    leaf('JourneyID', departure.voyage) +
    leaf('DepartureDateTime', `${chinaDigits(new Date(departure.at)).slice(0, 14)}086`);
  const consignment =
    node('TransportContractDocument', leaf('ID', facts.billNo)) + node('PreviousDocument', leaf('ID', facts.entryId));
  const declaration = node(
    'Declaration',
    leaf('DeclarationOfficeID', facts.customMaster) +
      leaf('ID', `${departure.vesselName}/${departure.voyage}`) +
      node('BorderTransportMeans', means) +
      node('Consignment', consignment),
  );
  return node('Manifest', head + declaration, 'xmlns="urn:Declaration:datamodel:standard:CN:MT5402:1"');
}

/** 报关单导入系统响应报文. @param code 0 when it was taken */
export function importResponse(code: number, error: string, clientSeqNo: string, seqNo: string): string {
  const fields =
    leaf('ResponseCode', String(code)) +
    leaf('ErrorMessage', error) +
    leaf('ClientSeqNo', clientSeqNo) +
    leaf('SeqNo', seqNo) +
    leaf('TrnPreId', '');
  return node('DecImportResponse', fields, 'xmlns="http://www.chinaport.gov.cn/dec"');
}

/** `20061130T16294000`: hundredths of a second, Beijing time. */
function noticeTime(instant: Date): string {
  const digits = chinaDigits(instant);
  return `${digits.slice(0, 8)}T${digits.slice(8, 16)}`;
}

/** `20261124` */
export function declarationDay(now: Date): string {
  return chinaDate(now).replaceAll('-', '');
}
