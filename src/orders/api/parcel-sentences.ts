import { type Words } from './entrusting-sentences.js';

/** What is filed about parcels, for people; a kind that is not here is told by its name. */
const FILED: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  withdrawal: ['withdrawal of lists', '撤销申请'],
  arrival: ['arrival', '运抵'],
  departure: ['departure', '离境'],
  master_waybill: ['master waybill', '总分单'],
  return: ['return', '退货申请'],
  return_tally: ['tally of returned goods', '退货理货'],
  summary: ['monthly summary', '汇总申报'],
  delivery: ['delivery', '签收'],
  warehouse_entry: ['entry into the supervised place', '入库明细'],
};

type Told =
  | 'customs.parcels.moved'
  | `customs.parcel_filing.${'requested' | 'decided' | 'overdue'}`
  | `customs.parcel_summary.${'due' | 'overdue' | 'completed' | 'declared'}`;

/** What events about parcels of e-commerce say to a person. */
export const PARCEL_NEWS: { readonly [Type in Told]: Words<Type> } = {
  'customs.parcels.moved': ({ parcels }) => [
    `${parcels.length} e-commerce parcels moved on`,
    `${parcels.length} 件跨境电商包裹状态更新`,
  ],
  'customs.parcel_filing.requested': ({ kind, parcels }) => [
    `Filed about ${parcels} e-commerce parcels: ${named(kind)[0]}`,
    `已就 ${parcels} 件跨境电商包裹提出：${named(kind)[1]}`,
  ],
  'customs.parcel_filing.decided': ({ kind, accepted, rejected }) => [
    `Customs answered (${named(kind)[0]}): taken for ${accepted} e-commerce parcels, refused for ${rejected}`,
    `海关已答复${named(kind)[1]}：接受 ${accepted} 件，退回 ${rejected} 件`,
  ],
  'customs.parcel_filing.overdue': ({ kind, expectedBy }) => [
    `Customs has not answered by ${expectedBy} (${named(kind)[0]}), and is being asked`,
    `海关逾 ${expectedBy} 未答复${named(kind)[1]}，正在查询`,
  ],
  'customs.parcel_summary.due': ({ month, dueOn, lists }) => [
    `${lists} e-commerce lists of ${month} are to be summarised until ${dueOn}`,
    `${month} 尚有 ${lists} 份清单须在 ${dueOn} 前汇总申报`,
  ],
  'customs.parcel_summary.overdue': ({ month, dueOn, lists }) => [
    `${lists} e-commerce lists of ${month} were not summarised by ${dueOn}`,
    `已过 ${dueOn}，${month} 尚有 ${lists} 份清单未汇总申报`,
  ],
  'customs.parcel_summary.completed': ({ month }) => [
    `All e-commerce lists of ${month} are summarised`,
    `${month} 的清单已全部汇总申报`,
  ],
  'customs.parcel_summary.declared': ({ entryNumber, summaryNumber }) => [
    `Summary ${summaryNumber} became declaration ${entryNumber}`,
    `汇总申请 ${summaryNumber} 已生成报关单 ${entryNumber}`,
  ],
};

function named(kind: string): readonly [en: string, zh: string] {
  return FILED[kind] ?? [kind, kind];
}
