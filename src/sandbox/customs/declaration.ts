import { isContainerNumber } from '../world/container-number.js';
import { type Fault, Faults } from '../world/refusal.js';
import { type Element } from '../world/xml.js';

/** What customs keep of a declaration (`DecMessage`, 关检融合 V1.0), after its form was found right. */
export interface Declaration {
  readonly isImport: boolean;
  readonly clientSeqNo: string;
  readonly contractNumber: string;
  readonly billNumbers: readonly string[];
  readonly billNo: string;
  readonly customMaster: string;
  readonly agentName: string;
  readonly tradeCode: string;
  readonly trafMode: string;
  readonly transMode: string;
  readonly packNo: string;
  readonly grossWeight: string;
  readonly netWeight: string;
  readonly hasFreight: boolean;
  readonly hasInsurance: boolean;
  readonly remarks: string;
  readonly items: readonly Item[];
}

export interface Item {
  readonly number: string;
  readonly hsCode: string;
  readonly name: string;
  readonly quantity: string;
  readonly price: string;
  readonly total: string;
  readonly currency: string;
}

type Rule = readonly [field: string, pattern: RegExp, rule: string];

const DECIMAL = /^\d{1,13}(\.\d{1,5})?$/;
const ITEMS_MAX = 50;

/** Form of the header: DecHeadType of the published schema, without its patterns that refuse its own sample. */
const HEAD_RULES: readonly Rule[] = [
  ['IEFlag', /^[IE]$/, 'must be I or E'],
  ['AgentCode', /^\S{1,18}$/, 'is required'],
  ['AgentName', /^.{1,70}$/, 'is required, 70 characters at most'],
  ['CustomMaster', /^\d{4}$/, 'must be a customs office of 4 digits'],
  ['IEPort', /^\d{4}$/, 'must be a customs office of 4 digits'],
  ['DistinatePort', /^[A-Z]{3}\d{3}$/, 'must be a port code such as DEU018'],
  ['GrossWet', DECIMAL, 'must be a weight in kg'],
  ['NetWt', DECIMAL, 'must be a weight in kg'],
  ['OwnerName', /^.{1,70}$/, 'is required, 70 characters at most'],
  ['PackNo', /^[1-9]\d{0,8}$/, 'must be a number of packages'],
  ['TradeCode', /^\d{5}[0-9A-Z]{5}$/, 'must be a customs registration of 10 characters'],
  ['TradeCoScc', /^[0-9A-Z]{18}$/, 'must be a credit code of 18 characters'],
  ['TradeName', /^.{1,70}$/, 'is required, 70 characters at most'],
  ['TradeCountry', /^[A-Z]{3}$/, 'must be a country of 3 letters'],
  ['TradeAreaCode', /^[A-Z]{3}$/, 'must be a country of 3 letters'],
  ['TradeMode', /^\d{4}$/, 'must be a supervision mode of 4 digits'],
  ['TrafMode', /^[0-9A-Z]$/, 'must be a transport mode'],
  ['TransMode', /^[1-7]$/, 'must be a trade term 1 to 7'],
  ['WrapType', /^[0-9A-Z]{2}$/, 'must be a packing of 2 characters'],
  ['EdiId', /^\d$/, 'must be one digit'],
  ['CopName', /^.{1,70}$/, 'is required, 70 characters at most'],
  ['EntryType', /^[0LWDM]$/, 'must be 0, L, W, D or M'],
  ['DeclTrnRel', /^[01]$/, 'must be 0 or 1'],
  ['PromiseItmes', /^[019]{1,32}$/, 'must be confirmations 0, 1 or 9'],
  ['EntyPortCode', /^[0-9A-Z]{1,8}$/, 'is required, 8 characters at most'],
  ['GoodsPlace', /^.{1,100}$/, 'is required, 100 characters at most'],
  ['ContrNo', /^.{0,32}$/, 'takes 32 characters at most'],
  ['BillNo', /^.{0,32}$/, 'takes 32 characters at most'],
  ['BLNo', /^.{0,50}$/, 'takes 50 characters at most'],
  ['NoteS', /^.{0,70}$/s, 'takes 70 characters at most'],
];

const ITEM_RULES: readonly Rule[] = [
  ['CodeTS', /^\d{10}$/, 'must be a HS code of 10 digits'],
  ['GName', /^.{1,255}$/, 'is required, 255 characters at most'],
  ['GModel', /^.{0,255}$/, 'takes 255 characters at most'],
  ['GQty', DECIMAL, 'must be a quantity'],
  ['GUnit', /^\d{3}$/, 'must be a unit of 3 digits'],
  ['DeclPrice', /^\d{1,15}(\.\d{1,4})?$/, 'must be a price with 4 decimals at most'],
  ['DeclTotal', /^\d{1,17}(\.\d{1,2})?$/, 'must be an amount with 2 decimals at most'],
  ['TradeCurr', /^[A-Z]{3}$/, 'must be a currency of 3 letters'],
  ['FirstQty', DECIMAL, 'must be a quantity'],
  ['FirstUnit', /^\d{3}$/, 'must be a unit of 3 digits'],
  ['OriginCountry', /^[A-Z]{3}$/, 'must be a country of 3 letters'],
  ['DestinationCountry', /^[A-Z]{3}$/, 'must be a country of 3 letters'],
  ['DutyMode', /^\d$/, 'must be one digit'],
  ['DistrictCode', /^\d{5}$/, 'must be a district of 5 digits'],
];

/** @returns every fault of form; the trade rules are another matter (`trade-rules.ts`) */
export function faultsOfForm(message: Element): readonly Fault[] {
  const faults = new Faults();
  const head = message.child('DecHead');
  for (const [field, pattern, rule] of HEAD_RULES)
    faults.unless(pattern.test(head.text(field)), `DecHead/${field}`, rule);
  const items = message.all('DecLists/DecList');
  faults.unless(items.length > 0 && items.length <= ITEMS_MAX, 'DecLists', `needs 1 to ${String(ITEMS_MAX)} items`);
  for (const [index, item] of items.entries()) {
    const place = `DecLists/DecList[${String(index + 1)}]`;
    faults.unless(item.text('GNo') === String(index + 1), `${place}/GNo`, `must be ${String(index + 1)}`);
    for (const [field, pattern, rule] of ITEM_RULES)
      faults.unless(pattern.test(item.text(field)), `${place}/${field}`, rule);
  }
  for (const container of message.all('DecContainers/Container')) {
    const id = container.text('ContainerId');
    faults.unless(
      isContainerNumber(id),
      'DecContainers/Container/ContainerId',
      `${id} is no container number (ISO 6346)`,
    );
  }
  faults.unless(
    /^.{1,18}$/.test(message.text('DecSign/ClientSeqNo')),
    'DecSign/ClientSeqNo',
    'is required, 18 at most',
  );
  faults.unless(/^[A-G]$/.test(message.text('DecSign/OperType')), 'DecSign/OperType', 'must be A to G');
  return faults.list;
}

/** @param message whose form is right */
export function readDeclaration(message: Element): Declaration {
  const head = message.child('DecHead');
  const billNo = head.text('BillNo');
  const isGiven = (field: string): boolean => Number(head.text(field)) > 0;
  return {
    isImport: head.text('IEFlag') === 'I',
    clientSeqNo: message.text('DecSign/ClientSeqNo'),
    contractNumber: head.text('ContrNo'),
    billNumbers: [...new Set([billNo, head.text('BLNo')])].filter((number) => number !== ''),
    billNo,
    customMaster: head.text('CustomMaster'),
    agentName: head.text('AgentName'),
    tradeCode: head.text('TradeCode'),
    trafMode: head.text('TrafMode'),
    transMode: head.text('TransMode'),
    packNo: head.text('PackNo'),
    grossWeight: head.text('GrossWet'),
    netWeight: head.text('NetWt'),
    hasFreight: head.text('FeeMark') !== '' && isGiven('FeeRate'),
    hasInsurance: head.text('InsurMark') !== '' && isGiven('InsurRate'),
    remarks: head.text('NoteS'),
    items: message.all('DecLists/DecList').map((item) => ({
      number: item.text('GNo'),
      hsCode: item.text('CodeTS'),
      name: item.text('GName'),
      quantity: item.text('GQty'),
      price: item.text('DeclPrice'),
      total: item.text('DeclTotal'),
      currency: item.text('TradeCurr'),
    })),
  };
}
