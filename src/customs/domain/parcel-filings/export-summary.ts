import { summaryKey } from '../monthly-summary.js';
import { given } from '../parcels/record-fields.js';
import { listOf, type SummaryTerms } from '../parcel-summaries/summary-groups.js';
import { type ParcelFilingKind } from './filing-kind.js';
import { WHY_NOT } from './parcel-filing.sentences.js';
import { numbered, pick, started } from './record-parts.js';

/** Lists in one message; the schema sets no end. */
const LISTS_PER_RECORD = 1_000;
/** 申报业务类型: only lists of this kind are summarised; A are simplified and declared by themselves. */
const SUMMARISED = 'B';

/**
 * 汇总申请单: cleared lists of a month become export declarations. One application for the lists that make one declaration; what
 * they became is told by CEB792Message.
 */
export const EXPORT_SUMMARY: ParcelFilingKind<SummaryTerms> = {
  name: 'summary',
  direction: 'export',
  message: 'CEB701Message',
  element: 'SummaryApply',
  reply: 'CEB702Message',
  acceptedBy: 'concluded',
  from: ['cleared'],
  parcelsPerRecord: LISTS_PER_RECORD,
  effect: null,
  numberField: 'sumNo',

  whyNot: ({ list }) => (list.head['statisticsFlag'] === SUMMARISED ? null : WHY_NOT.simplified),

  groupOf: (parcel, { byOwner, byGoodsName }) => summaryKey(listOf(parcel), { byOwner, byName: byGoodsName }),

  recordOf: (record, { byOwner, byGoodsName, declarant, note }) => {
    const head = record.parcels[0]?.list.head ?? {};
    return {
      SummaryApplyHead: {
        ...started(record),
        ...pick(head, ['customsCode']),
        copNo: record.copNo,
        ...pick(head, ['agentCode', 'agentName', 'ebcCode', 'ebcName']),
        declAgentCode: declarant?.code ?? head['agentCode'] ?? '',
        declAgentName: declarant?.name ?? head['agentName'] ?? '',
        summaryFlag: byOwner ? '2' : '1',
        itemNameFlag: byGoodsName ? '1' : '0',
        ...numbered(record),
        ...given({ note }),
      },
      SummaryApplyList: record.parcels.map(({ invtNo }) => ({ invtNo })),
    };
  },
};
