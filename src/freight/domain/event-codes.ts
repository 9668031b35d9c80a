/** A milestone as we call it, and as others do. */
export interface EventCode {
  readonly code: string;
  /** `TRANSPORT`, `EQUIPMENT` or `SHIPMENT`, as DCSA sorts them. */
  readonly type: 'TRANSPORT' | 'EQUIPMENT' | 'SHIPMENT';
  readonly en: string;
  readonly zh: string;
  /** Words that Track & Trace 3.0 drafts use for it. */
  readonly words: readonly string[];
}

/** DCSA Track & Trace 2.2 codes: ours too. */
export const EVENT_CODES: readonly EventCode[] = [
  { code: 'ARRI', type: 'TRANSPORT', en: 'Arrived', zh: '抵达', words: ['ARRIVED'] },
  { code: 'DEPA', type: 'TRANSPORT', en: 'Departed', zh: '离开', words: ['DEPARTED'] },
  { code: 'LOAD', type: 'EQUIPMENT', en: 'Loaded', zh: '装船', words: ['LOADED'] },
  { code: 'DISC', type: 'EQUIPMENT', en: 'Discharged', zh: '卸船', words: ['DISCHARGED'] },
  { code: 'GTIN', type: 'EQUIPMENT', en: 'Gate in', zh: '进闸', words: ['GATED_IN'] },
  { code: 'GTOT', type: 'EQUIPMENT', en: 'Gate out', zh: '出闸', words: ['GATED_OUT'] },
  { code: 'STUF', type: 'EQUIPMENT', en: 'Stuffed', zh: '装箱', words: ['STUFFED'] },
  { code: 'STRP', type: 'EQUIPMENT', en: 'Stripped', zh: '拆箱', words: ['STRIPPED'] },
  { code: 'PICK', type: 'EQUIPMENT', en: 'Picked up', zh: '提箱', words: ['PICKED_UP'] },
  { code: 'DROP', type: 'EQUIPMENT', en: 'Dropped off', zh: '还箱', words: ['DROPPED_OFF'] },
  { code: 'AVPU', type: 'EQUIPMENT', en: 'Available for pick-up', zh: '可提箱', words: ['AVAILABLE_FOR_PICK_UP'] },
  { code: 'AVDO', type: 'EQUIPMENT', en: 'Available for drop-off', zh: '可还箱', words: ['AVAILABLE_FOR_DROP_OFF'] },
  { code: 'INSP', type: 'EQUIPMENT', en: 'Inspected', zh: '查验', words: ['INSPECTED'] },
  { code: 'RSEA', type: 'EQUIPMENT', en: 'Resealed', zh: '重新加封', words: ['RESEALED'] },
  { code: 'RMVD', type: 'EQUIPMENT', en: 'Removed', zh: '移除', words: ['REMOVED'] },
  { code: 'CROS', type: 'EQUIPMENT', en: 'Border crossed', zh: '过境', words: ['CROSSED'] },
  {
    code: 'CUSS',
    type: 'EQUIPMENT',
    en: 'Selected for scan',
    zh: '海关选中扫描',
    words: ['CUSTOMS_SELECTED_FOR_SCAN'],
  },
  {
    code: 'CUSI',
    type: 'EQUIPMENT',
    en: 'Selected for inspection',
    zh: '海关选中查验',
    words: ['CUSTOMS_SELECTED_FOR_INSPECTION'],
  },
  { code: 'CUSR', type: 'EQUIPMENT', en: 'Customs released', zh: '海关放行', words: ['CUSTOMS_RELEASED'] },
  { code: 'RECE', type: 'SHIPMENT', en: 'Received', zh: '已收到', words: ['RECEIVED'] },
  { code: 'DRFT', type: 'SHIPMENT', en: 'Drafted', zh: '草稿', words: ['DRAFTED'] },
  { code: 'PENA', type: 'SHIPMENT', en: 'Pending approval', zh: '待批准', words: ['PENDING_APPROVAL'] },
  { code: 'PENU', type: 'SHIPMENT', en: 'Pending update', zh: '待更新', words: ['PENDING_UPDATE'] },
  { code: 'PENC', type: 'SHIPMENT', en: 'Pending confirmation', zh: '待确认', words: ['PENDING_CONFIRMATION'] },
  { code: 'REJE', type: 'SHIPMENT', en: 'Rejected', zh: '已拒绝', words: ['REJECTED'] },
  { code: 'APPR', type: 'SHIPMENT', en: 'Approved', zh: '已批准', words: ['APPROVED'] },
  { code: 'ISSU', type: 'SHIPMENT', en: 'Issued', zh: '已签发', words: ['ISSUED'] },
  { code: 'SURR', type: 'SHIPMENT', en: 'Surrendered', zh: '已交单', words: ['SURRENDERED'] },
  { code: 'SUBM', type: 'SHIPMENT', en: 'Submitted', zh: '已提交', words: ['SUBMITTED'] },
  { code: 'VOID', type: 'SHIPMENT', en: 'Void', zh: '已作废', words: ['VOIDED'] },
  { code: 'CONF', type: 'SHIPMENT', en: 'Confirmed', zh: '已确认', words: ['CONFIRMED'] },
  { code: 'REQS', type: 'SHIPMENT', en: 'Requested', zh: '已请求', words: ['REQUESTED'] },
  { code: 'CMPL', type: 'SHIPMENT', en: 'Completed', zh: '已完成', words: ['COMPLETED'] },
  { code: 'HOLD', type: 'SHIPMENT', en: 'On hold', zh: '暂扣', words: ['ON_HOLD'] },
  { code: 'RELS', type: 'SHIPMENT', en: 'Released', zh: '已放行', words: ['RELEASED'] },
  { code: 'CANC', type: 'SHIPMENT', en: 'Cancelled', zh: '已取消', words: ['CANCELLED'] },
];

export const CODE_SCHEMES = ['dcsa', 'x12', 'codeco', 'upu'] as const;
export type CodeScheme = (typeof CODE_SCHEMES)[number];

/** Codes of others: what they mean, by scheme. */
export const FOREIGN_CODES: Readonly<Record<Exclude<CodeScheme, 'dcsa'>, Readonly<Record<string, string>>>> = {
  // ANSI X12 315, element 157 (shipment status).
  x12: {
    AE: 'LOAD',
    AV: 'AVPU',
    CT: 'CUSR',
    EE: 'PICK',
    I: 'GTIN',
    OA: 'GTOT',
    RD: 'DROP',
    UV: 'DISC',
    VA: 'ARRI',
    VD: 'DEPA',
  },
  // UN/EDIFACT CODECO, data element 1001 of BGM: gate-in and gate-out report.
  codeco: { '34': 'GTIN', '36': 'GTOT' },
  // UPU EMS events, for parcels: posting, export and import office, customs, delivery.
  upu: {
    EMA: 'RECE',
    EMC: 'DEPA',
    EMD: 'ARRI',
    EME: 'CUSI',
    EMF: 'CUSR',
    EMG: 'AVPU',
    EMI: 'DROP',
  },
};

const BY_NAME: ReadonlyMap<string, EventCode> = new Map(
  EVENT_CODES.flatMap((entry) => [entry.code, ...entry.words].map((name) => [name, entry] as const)),
);

/** One code for what DCSA 2.2 and 3.0 call differently; a name that nobody knows stays as it is. */
export function dcsaCode(name: string): string {
  return BY_NAME.get(name)?.code ?? name;
}

/** @returns null where the scheme has no such code */
export function eventCode(scheme: CodeScheme, name: string): EventCode | null {
  if (scheme === 'dcsa') return BY_NAME.get(name) ?? null;
  const table = FOREIGN_CODES[scheme];
  const code = Object.hasOwn(table, name) ? table[name] : undefined;
  return code === undefined ? null : (BY_NAME.get(code) ?? null);
}
