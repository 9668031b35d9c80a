import { FREE_TEXT_DETAILS, HEAD_DETAILS, ITEM_DETAILS } from '../../src/customs/domain/message-details.js';
import {
  CONTAINER,
  type Field,
  FREE_TEXT,
  HEAD,
  ITEM,
  SIGNATURE,
} from '../../src/customs/partners/dec-message.layout.js';

/** Elements that are given by no `details`, and where each comes from: the form, who else fills it, or an import only. */
const FILLED_BY: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  DecHead: [
    ['the exporter', 'TradeCode TradeName TradeCoScc'],
    ['the producer', 'OwnerCode OwnerName OwnerCodeScc'],
    ['the declarant', 'AgentCode AgentName AgentCodeScc CopCode CopName CopCodeScc'],
    ['the consignee', 'OverseasConsigneeEname TradeAreaCode'],
    ['transport and ports', 'TrafMode TrafName BillNo DistinatePort EntyPortCode TradeCountry'],
    ['offices and place', 'CustomMaster IEPort GoodsPlace'],
    ['Incoterm and charges', 'TransMode FeeMark FeeRate FeeCurr InsurMark InsurRate InsurCurr'],
    ['the sums of the items', 'GrossWet NetWt PackNo WrapType NoOtherPack'],
    ['contract, mode, marks, remarks', 'ContrNo TradeMode MarkNo NoteS'],
    ['always the same: an export, without paper, declared here', 'IEFlag EdiId EntryType DeclTrnRel'],
    [
      'the single window and customs',
      'SeqNo EntryId PreEntryId PDate Risk CheckFlow DataSource PartenerID Type EdiRemark2',
    ],
    ['the IC card at the signature', 'TypistNo InputerName DeclareName'],
    [
      'imports only',
      'IEDate DespPortCode DespDate CmplDschrgDt OrigBoxFlag OverseasConsignorCode OverseasConsignorCname OverseasConsignorEname OverseasConsignorAddr',
    ],
    ['nobody any more', 'ApprNo TgdNo BillType'],
  ],
  DecList: [
    ['the item', 'GNo CodeTS GName GModel DeclGoodsEname DistrictCode'],
    ['its quantities and units', 'GQty GUnit FirstQty FirstUnit SecondQty SecondUnit'],
    ['its price', 'DeclPrice DeclTotal TradeCurr'],
    ['its origin and the destination', 'OriginCountry DestinationCountry'],
    ['`parts` of the item', 'DecGoodsLimits'],
    ['customs', 'ClassMark Factor'],
    ['imports and processing trade only', 'EngManEntCnm WorkUsd'],
  ],
  Container: [['`containers`', 'ContainerId ContainerMd GoodsNo LclFlag GoodsContaWt']],
  DecFreeTxt: [['the voyage', 'VoyNo']],
  DecSign: [
    ['the attempt', 'OperType ClientSeqNo SignDate DomainId CopCode'],
    ['the IC card at the signature', 'ICCode OperName Sign Certificate'],
    ['the single window', 'HostId BillSeqNo Note'],
  ],
};

const LAYOUTS: Readonly<Record<string, readonly [readonly Field[], readonly { readonly name: string }[]]>> = {
  DecHead: [HEAD, HEAD_DETAILS],
  DecList: [ITEM, ITEM_DETAILS],
  Container: [CONTAINER, []],
  DecFreeTxt: [FREE_TEXT, FREE_TEXT_DETAILS],
  DecSign: [SIGNATURE, []],
};

/** @throws Error where an element of the message is told by nobody, or twice */
export function readOnlyTable(): string {
  const rows = Object.entries(LAYOUTS).flatMap(([element, [layout, details]]) => {
    const labels = new Map(layout.map(({ name, label }) => [name, label]));
    const filled = (FILLED_BY[element] ?? []).map(([by, names]) => [by, names.split(' ')] as const);
    assertWhole(element, [...filled.flatMap(([, names]) => names), ...details.map(({ name }) => name)], labels);
    return filled.map(
      ([by, names]) => `| ${element} | ${by} | ${names.map((name) => told(name, labels)).join(', ')} |`,
    );
  });
  return ['| in | filled from | elements |', '|---|---|---|', ...rows].join('\n');
}

function told(name: string, labels: ReadonlyMap<string, string>): string {
  return `\`${name}\` ${labels.get(name) ?? ''}`;
}

function assertWhole(element: string, names: readonly string[], labels: ReadonlyMap<string, string>): void {
  const missing = [...labels.keys()].filter((name) => names.filter((each) => each === name).length !== 1);
  const unknown = names.filter((name) => !labels.has(name));
  if (missing.length + unknown.length > 0) throw new Error(`Of ${element}: ${[...missing, ...unknown].join(', ')}`);
}
