import { boxOf } from '../domain/data/container-specs.js';
import { alpha2 } from '../domain/data/countries.js';
import { incotermOf } from '../domain/data/trade-terms.js';
import { MODE_CODE, type TransportMode } from '../domain/data/transport-modes.js';
import { portAbroad } from '../domain/data/ports.js';
import {
  type DeclarationForm,
  type Direction,
  type DomesticParty,
  type FormContainer,
} from '../domain/declaration-form.js';
import { FREE_TEXT_DETAILS, HEAD_DETAILS } from '../domain/message-details.js';
import { type GivenPart, messagePart, type PartName } from '../domain/message-parts.js';
import { type MoneyJson } from '../../kernel/money.js';
import { type MessageJson } from './customs-window.port.js';
import { FIXED } from './dec-message.js';
import { itemsOfMessage } from './dec-message-items.js';
import { detailsOf, leaf, type Leaf, part, rows } from './message-values.js';

/**
 * A form that is written as the message is, as far as it can be. What a message does not say is empty: addresses, English
 * names, UN/LOCODEs (the customs codes of the ports stand in), the lines of the order; what it says for all goods together,
 * weights and packages, is put on the items so that it adds up.
 * An import has no rate of exchange, and its items no treatment but MFN: the message says neither.
 * @returns null where there are no goods, or nobody says which way they go
 */
export function formOfMessage(message: MessageJson): DeclarationForm | null {
  const head = leaf(part(message, 'DecHead'));
  const lists = rows(message, 'DecLists');
  const direction = DIRECTION_OF[head('IEFlag')];
  if (direction === undefined || lists.length === 0) return null;
  const freeText = part(message, 'DecFreeTxt');
  const items = itemsOfMessage(message, head, direction);
  return {
    supervisionMode: head('TradeMode'),
    declarationOffice: head('CustomMaster'),
    exitOffice: head('IEPort'),
    ...partiesOf(head),
    contractNumber: head('ContrNo'),
    ...termsOf(head, leaf(lists[0] ?? {})('TradeCurr')),
    ...routeOf(head, leaf(freeText)('VoyNo')),
    ...containersOf(message, items.map(({ itemNumber }) => String(itemNumber)).join(',')),
    goodsPlace: head('GoodsPlace'),
    marks: head('MarkNo') === 'N/M' ? null : given(head('MarkNo')),
    remarks: given(head('NoteS')),
    details: { ...detailsOf(part(message, 'DecHead'), HEAD_DETAILS, FIXED), ...detailsOf(freeText, FREE_TEXT_DETAILS) },
    licences: rows(message, 'DecLicenseDocus').map((row) => ({
      code: leaf(row)('DocuCode'),
      number: leaf(row)('CertCode'),
    })),
    parts: partsOf(message, lists),
    items,
    ...(direction === 'import' && importOf(head)),
  };
}

const DIRECTION_OF: Readonly<Record<string, Direction | undefined>> = { E: 'export', I: 'import' };

/** What stands elsewhere where goods are imported, and what only an import says. */
function importOf(head: Leaf): Pick<DeclarationForm, 'consignee' | 'portOfLoading' | 'import'> {
  const country = alpha2(head('TradeAreaCode')) ?? '';
  return {
    consignee: { name: head('OverseasConsignorEname'), country, address: head('OverseasConsignorAddr') },
    portOfLoading: portAbroad(head('DespPortCode')) ?? '',
    import: { exchangeRate: null, otherCharge: chargeOf(head, 'Other') },
  };
}

function partiesOf(head: Leaf): Pick<DeclarationForm, 'exporter' | 'producer' | 'declarant' | 'consignee'> {
  const party = (name: string, uscc: string, customsCode: string): DomesticParty => ({
    name: head(name),
    nameEn: '',
    uscc: head(uscc),
    customsCode: head(customsCode),
  });
  return {
    exporter: party('TradeName', 'TradeCoScc', 'TradeCode'),
    producer: party('OwnerName', 'OwnerCodeScc', 'OwnerCode'),
    declarant: party('AgentName', 'AgentCodeScc', 'AgentCode'),
    consignee: { name: head('OverseasConsigneeEname'), country: alpha2(head('TradeAreaCode')) ?? '', address: '' },
  };
}

/** A charge as a total; as a rate or per unit a form cannot say it. */
function termsOf(
  head: Leaf,
  currency: string,
): Pick<DeclarationForm, 'incoterm' | 'currency' | 'freightCharge' | 'insuranceCharge'> {
  return {
    incoterm: incotermOf(head('TransMode')) ?? '',
    currency,
    freightCharge: chargeOf(head, 'Fee'),
    insuranceCharge: chargeOf(head, 'Insur'),
  };
}

function chargeOf(head: Leaf, name: 'Fee' | 'Insur' | 'Other'): MoneyJson | null {
  return head(`${name}Mark`) === '3' ? { amount: head(`${name}Rate`), currency: head(`${name}Curr`) } : null;
}

const MODES = Object.entries(MODE_CODE) as readonly (readonly [TransportMode, string])[];

function routeOf(head: Leaf, voyage: string) {
  return {
    // A mode of no border traffic is not held: it is read as by sea, and told as what is not.
    transportMode: MODES.find(([, code]) => code === head('TrafMode'))?.[0] ?? ('sea' as const),
    transport: {
      vesselName: given(head('TrafName')),
      voyageNumber: given(voyage),
      billNumber: given(head('BillNo')),
    },
    portOfLoading: '',
    portOfDischarge: '',
    destinationPortCode: head('DistinatePort'),
    exitPortCode: head('EntyPortCode'),
    destinationCountry: alpha2(head('TradeCountry')) ?? '',
  };
}

/** @param all the numbers of the items: a container that holds a part of all of them says no more than one that names none */
function containersOf(message: MessageJson, all: string): Pick<DeclarationForm, 'containers' | 'isContainerised'> {
  const boxes = rows(message, 'DecContainers').map(leaf);
  const containers = boxes.map((box): FormContainer => ({
    number: box('ContainerId'),
    sizeType: boxOf(box('ContainerMd')),
    goodsWeightKg: given(box('GoodsContaWt')),
    itemNumbers: box('GoodsNo') === all ? null : given(box('GoodsNo')),
  }));
  return { containers, isContainerised: boxes.some((box) => box('LclFlag') === '0') };
}

function partsOf(message: MessageJson, lists: readonly MessageJson[]): GivenPart[] {
  const ofItems = lists.flatMap((list) => {
    const itemNumber = Number(leaf(list)('GNo'));
    return rows(list, 'DecGoodsLimits').flatMap((licence) => [
      partOf('DecGoodsLimit', licence, itemNumber),
      ...rows(licence, 'DecGoodsLimitVin').map((vehicle) => partOf('DecGoodsLimitVin', vehicle, itemNumber)),
    ]);
  });
  const wrapped = (['DecRequestCert', 'DecCopLimit', 'DecUser', 'DecMarkLob'] as const).flatMap((name) =>
    rows(message, `${name}s`).map((row) => partOf(name, row, null)),
  );
  const after = (['EdocRealation', 'EcoRelation'] as const).flatMap((name) =>
    rows(message, name).map((row) => partOf(name, row, null)),
  );
  return [...ofItems, ...wrapped, ...after, ...transitOf(message), ...taxesOf(message)];
}

function transitOf(message: MessageJson): GivenPart[] {
  return [
    ...singleOf(message, 'TrnHead'),
    ...singleOf(message, 'TrnList'),
    ...rows(message, 'TrnContainers').map((row) => partOf('TrnContainer', row, null)),
    ...rows(message, 'TrnContaGoodsList').map((row) => partOf('TrnContaGoods', row, null)),
  ];
}

function taxesOf(message: MessageJson): GivenPart[] {
  const taxes = part(message, 'SddTax');
  return [
    ...singleOf(taxes, 'SddTaxHead'),
    ...rows(taxes, 'SddTaxLists').map((row) => partOf('SddTaxList', row, null)),
    ...rows(taxes, 'SddTaxDetails').map((row) => partOf('SddTaxDetail', row, null)),
    ...singleOf(message, 'DecRisk'),
  ];
}

/** One that is there once, or not at all. */
function singleOf(message: MessageJson, name: PartName): GivenPart[] {
  return name in message ? [partOf(name, part(message, name), null)] : [];
}

function partOf(name: PartName, row: MessageJson, itemNumber: number | null): GivenPart {
  return { part: name, itemNumber, fields: detailsOf(row, messagePart(name).fields) };
}

function given(text: string): string | null {
  return text === '' ? null : text;
}
