import { type Fields } from '../parcels/record-fields.js';
import { pick } from './record-parts.js';

const OF_LIST = [
  ...[
    'customsCode',
    'orderNo',
    'ebpCode',
    'ebpName',
    'ebcCode',
    'ebcName',
    'logisticsNo',
    'logisticsCode',
    'logisticsName',
  ],
  ...['buyerIdType', 'buyerIdNumber', 'buyerName', 'buyerTelephone', 'agentCode', 'agentName'],
];

/** Whose list it is, as it was filed: what withdrawals and returns of imports repeat of it. */
export function importParties(head: Readonly<Record<string, string>> | undefined): Fields {
  return pick(head, OF_LIST);
}
