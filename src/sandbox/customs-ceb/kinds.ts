/** How customs goes about records of one kind. */
export interface CebKind {
  /** Element of one record, and of its head where it has one. */
  readonly record: string;
  readonly head: string | null;
  /** What answers it: message, element of a record, and what that repeats of ours, in its order. */
  readonly reply: string;
  readonly answer: string;
  readonly repeats: readonly string[];
  /** `document` is stored, `list` goes through clearance, `application` is decided (399). */
  readonly course: 'document' | 'list' | 'application';
  /** What makes it the same thing again. */
  readonly key: readonly string[];
  readonly direction: 'export' | 'import';
  readonly mustBeSigned: boolean;
  /** Codes for the same thing again, an older message of it (where the specification has none: those of waybills), and a bad signature. */
  readonly codes: { readonly repeated: string; readonly outdated: string; readonly unsigned: string };
}

type Row = readonly [
  message: string,
  record: string,
  head: string,
  answer: string,
  repeats: string,
  course: CebKind['course'],
  key: string,
  codes: string,
];

/** Numbers that customs gives itself, wherever they stand in an answer. */
export const GIVEN = ['preNo', 'invtNo', 'sumNo', 'rkdNo'] as const;

const EXPORTS: readonly Row[] = [
  [
    '303',
    'Order',
    'OrderHead',
    'OrderReturn',
    'ebpCode ebcCode orderNo',
    'document',
    'ebpCode orderNo',
    '-301010 -301014',
  ],
  ['403', 'Receipts', '', 'ReceiptsReturn', 'ebcCode orderNo payNo', 'document', 'ebpCode orderNo', '-401007 -401012'],
  [
    '505',
    'Logistics',
    '',
    'LogisticsReturn',
    'logisticsCode logisticsNo',
    'document',
    'logisticsCode logisticsNo',
    '-504015 -505016',
  ],
  [
    '507',
    'Arrival',
    'ArrivalHead',
    'ArrivalReturn',
    'operatorCode logisticsCode preNo copNo billNo msgSeqNo',
    'application',
    'copNo msgSeqNo',
    '-504012 -505016',
  ],
  [
    '509',
    'Departure',
    'DepartureHead',
    'DepartureReturn',
    'logisticsCode copNo preNo msgSeqNo',
    'application',
    'copNo msgSeqNo',
    '-504012 -505016',
  ],
  [
    '603',
    'Inventory',
    'InventoryHead',
    'InventoryReturn',
    'agentCode copNo preNo invtNo ebcCode ebpCode orderNo statisticsFlag',
    'list',
    'agentCode copNo',
    '-621004 -621004',
  ],
  [
    '605',
    'InvtCancel',
    '',
    'InvtCancelReturn',
    'agentCode copNo preNo invtNo',
    'application',
    'invtNo',
    '-623009 -623009',
  ],
  [
    '607',
    'WayBill',
    'WayBillHead',
    'WayBillReturn',
    'agentCode logisticsCode copNo preNo billNo msgSeqNo',
    'application',
    'copNo msgSeqNo',
    '-504012 -505016',
  ],
  [
    '213',
    'InvtRefund',
    'InvtRefundHead',
    'RefundReturn',
    'ebpCode ebcCode agentCode coElNo preNo invtNo',
    'application',
    'coElNo',
    '-625022 -625022',
  ],
  [
    '215',
    'InvtRefundDetail',
    '',
    'InvtRefundDetailReturn',
    'operatorCode logisticsCode logisticsNo coElNo preNo',
    'application',
    'coElNo',
    '-504012 -505016',
  ],
  [
    '701',
    'SummaryApply',
    'SummaryApplyHead',
    'SummaryReturn',
    'agentCode ebcCode copNo preNo sumNo msgSeqNo',
    'application',
    'copNo msgSeqNo',
    '-504012 -505016',
  ],
];
const IMPORTS: readonly Row[] = [
  [
    '311',
    'Order',
    'OrderHead',
    'OrderReturn',
    'ebpCode ebcCode orderNo',
    'document',
    'ebpCode orderNo',
    '-301010 -301014',
  ],
  [
    '411',
    'Payment',
    'PaymentHead',
    'PaymentReturn',
    'payCode payTransactionId',
    'document',
    'payCode payTransactionId',
    '-401007 -401012',
  ],
  [
    '511',
    'Logistics',
    'LogisticsHead',
    'LogisticsReturn',
    'logisticsCode logisticsNo',
    'document',
    'logisticsCode logisticsNo',
    '-504015 -505016',
  ],
  [
    '513',
    'LogisticsStatus',
    '',
    'LogisticsStatusReturn',
    'logisticsCode logisticsNo logisticsStatus',
    'document',
    'logisticsCode logisticsNo logisticsStatus',
    '-505012 -505016',
  ],
  [
    '621',
    'Inventory',
    'InventoryHead',
    'InventoryReturn',
    'customsCode ebpCode ebcCode agentCode copNo preNo invtNo',
    'list',
    'agentCode copNo',
    '-621004 -621004',
  ],
  [
    '623',
    'InvtCancel',
    '',
    'InvtCancelReturn',
    'customsCode agentCode ebpCode ebcCode copNo preNo invtNo',
    'application',
    'invtNo',
    '-623009 -623009',
  ],
  [
    '625',
    'InvtRefund',
    'InvtRefundHead',
    'InvtRefundReturn',
    'customsCode agentCode ebpCode ebcCode copNo preNo invtNo',
    'application',
    'copNo',
    '-625022 -625022',
  ],
  [
    '711',
    'Delivery',
    'DeliveryHead',
    'DeliveryReturn',
    'customsCode operatorCode copNo preNo rkdNo',
    'application',
    'copNo',
    '-800003 -800005',
  ],
];
/** By the schema itself, and by the text of the specification (605 and 607). */
const SIGNED: readonly string[] = ['605', '607', '621', '623', '625', '711'];
const UNSIGNED_CODES: Readonly<Record<string, string>> = { 623: '-623029', 625: '-625005' };

/** By the name of the root. */
export const KINDS: Readonly<Record<string, CebKind>> = Object.fromEntries([
  ...EXPORTS.map((row) => [`CEB${row[0]}Message`, kindOf(row, 'export')] as const),
  ...IMPORTS.map((row) => [`CEB${row[0]}Message`, kindOf(row, 'import')] as const),
]);

function kindOf(
  [number, record, head, answer, repeats, course, key, codes]: Row,
  direction: CebKind['direction'],
): CebKind {
  const [repeated = '', outdated = ''] = codes.split(' ');
  return {
    record,
    head: head === '' ? null : head,
    reply: `CEB${String(Number(number) + 1)}Message`,
    answer,
    repeats: repeats.split(' '),
    course,
    key: key.split(' '),
    direction,
    mustBeSigned: SIGNED.includes(number),
    codes: { repeated, outdated, unsigned: UNSIGNED_CODES[number] ?? '-621029' },
  };
}
