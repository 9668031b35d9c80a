import { type Box, boundedTable, type Table } from '../../../kernel/sheet.js';
import { isJson, type Json, listAt, objectAt, textAt } from '../told-json.js';
import { countAt, type Measure, measureAt, sumShown } from './figures.js';

/** How a place is called, by its UN/LOCODE. */
export type PlaceName = (code: string) => string;

interface PaperCargo {
  readonly item: number;
  readonly equipmentReference: string;
  readonly packages: number;
  readonly kind: string | null;
  readonly gross: Measure | null;
  readonly volume: Measure | null;
}

interface PaperItem {
  readonly item: number;
  readonly description: string;
  readonly hsCodes: string;
  readonly marks: string;
  readonly cargo: readonly PaperCargo[];
}

/** Goods and containers of a DCSA message: shipping instructions and transport documents have them alike. */
export function goodsTables(message: Json): Table[] {
  const items = listAt(message, 'consignmentItems').map(itemOf);
  return [itemTable(items), boxTable(items, listAt(message, 'utilizedTransportEquipments'))];
}

/** Bookings of the carrier that the goods stand under. */
export function bookingsOf(message: Json): string {
  return [...new Set(listAt(message, 'consignmentItems').map((item) => textAt(item, 'carrierBookingReference') ?? ''))]
    .filter((reference) => reference !== '')
    .join(', ');
}

/** Name, address and tax numbers of a party of the document; empty where it names none. */
export function partyText(party: Json): string {
  const { address } = party;
  const contacts = listAt(party, 'partyContactDetails').map((each) =>
    textsOf(each, ['name', 'phone', 'email']).join(' '),
  );
  const taxes = listAt(party, 'taxLegalReferences').map((each) => textsOf(each, ['type', 'value']).join(' '));
  return [
    ...textsOf(party, ['partyName']),
    ...textList(party, 'displayedAddress'),
    ...textList(party, 'addressLines'),
    ...(isJson(address) ? [addressText(address)] : []),
    ...taxes,
    ...contacts,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** Who ships, who gets the goods, and who is told. To order stands where nobody is named. */
export function partyBoxes(message: Json): Readonly<Record<'shipper' | 'consignee' | 'notify', Box>> {
  const parties = objectAt(message, 'documentParties');
  const told = listAt(parties, 'notifyParties').map(partyText).join('\n\n');
  const named = partyText(objectAt(parties, 'consignee'));
  const endorsee = partyText(objectAt(parties, 'endorsee'));
  const order = endorsee === '' ? 'TO ORDER 凭指示' : `TO THE ORDER OF 凭指示\n${endorsee}`;
  const consignee = message['isToOrder'] === true ? [order, named].filter((text) => text !== '').join('\n') : named;
  return {
    shipper: { label: 'Shipper 托运人', text: partyText(objectAt(parties, 'shipper')) },
    consignee: { label: 'Consignee 收货人', text: consignee },
    notify: { label: 'Notify party 通知方', text: told },
  };
}

/** A place as DCSA names it: by code, by name, or by address. */
export function placeText(place: Json, nameOf: PlaceName): string {
  const code = textAt(place, 'UNLocationCode');
  if (code !== null) return nameOf(code);
  const { address } = place;
  return [...textsOf(place, ['locationName']), ...(isJson(address) ? [addressText(address)] : [])].join('\n');
}

/** Every UN/LOCODE that the message names. */
export function placesIn(message: unknown): string[] {
  if (Array.isArray(message)) return message.flatMap(placesIn);
  if (!isJson(message)) return [];
  const code = textAt(message, 'UNLocationCode');
  return [...(code === null ? [] : [code]), ...Object.values(message).flatMap(placesIn)];
}

/** @example PRE, payable at Ningbo */
export function freightText(message: Json, nameOf: PlaceName): string {
  const terms: Readonly<Record<string, string>> = { PRE: 'FREIGHT PREPAID 运费预付', COL: 'FREIGHT COLLECT 运费到付' };
  const at = placeText(objectAt(message, 'invoicePayableAt'), nameOf);
  const term = terms[textAt(message, 'freightPaymentTermCode') ?? ''] ?? '';
  return [term, ...(at === '' ? [] : [`payable at ${at}`])].join('\n');
}

/** Paper originals that are asked for, with and without charges on their face. */
export function originalsOf(message: Json): number {
  return countAt(message, 'numberOfOriginalsWithCharges') + countAt(message, 'numberOfOriginalsWithoutCharges');
}

export function referencesBox(message: Json): Box {
  const lines = listAt(message, 'references').map((each) => textsOf(each, ['type', 'value']).join(' '));
  return { label: 'References 参考号', text: lines.join('\n') };
}

export function textList(json: Json, name: string): string[] {
  const value = json[name];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

function itemOf(item: Json, index: number): PaperItem {
  return {
    item: index + 1,
    description: textList(item, 'descriptionOfGoods').join(' '),
    hsCodes: textList(item, 'HSCodes').join(', '),
    marks: textList(item, 'shippingMarks').join(' '),
    cargo: listAt(item, 'cargoItems').map((cargo) => cargoOf(cargo, index + 1)),
  };
}

function cargoOf(cargo: Json, item: number): PaperCargo {
  const packaging = objectAt(cargo, 'outerPackaging');
  return {
    item,
    equipmentReference: textAt(cargo, 'equipmentReference') ?? '',
    packages: countAt(packaging, 'numberOfPackages'),
    kind: textAt(packaging, 'description'),
    gross: measureAt(cargo, 'cargoGrossWeight'),
    volume: measureAt(cargo, 'cargoGrossVolume'),
  };
}

function itemTable(items: readonly PaperItem[]): Table {
  const all = items.flatMap(({ cargo }) => cargo);
  return boundedTable({
    caption: 'Goods as declared by the shipper 货物（据托运人申报）',
    columns: [
      { title: 'Item\n序号', share: 5 },
      { title: 'Marks and numbers\n唛头', share: 20 },
      { title: 'Description of goods\n货名', share: 37 },
      { title: 'HS code\n编码', share: 12 },
      { title: 'Packages\n件数', share: 12, isFigure: true },
      { title: 'Gross weight\n毛重', share: 16, isFigure: true },
      { title: 'Measurement\n体积', share: 14, isFigure: true },
    ],
    rows: items.map(({ item, marks, description, hsCodes, cargo }) => [
      ...[String(item), marks === '' ? 'N/M' : marks, description, hsCodes],
      ...figuresOf(cargo),
    ]),
    totals: ['', 'TOTAL 合计', '', '', ...figuresOf(all)],
  });
}

function boxTable(items: readonly PaperItem[], boxes: readonly Json[]): Table {
  const all = items.flatMap(({ cargo }) => cargo);
  const known = new Map(boxes.map((box, index) => [numberOf(box), { box, index }]));
  const placeOf = ({ equipmentReference }: PaperCargo): number => known.get(equipmentReference)?.index ?? boxes.length;
  return boundedTable({
    caption: `Containers 集装箱 (${known.size})`,
    columns: [
      { title: 'Container, size-type\n箱号 箱型', share: 26 },
      { title: 'Seals\n封号', share: 24 },
      { title: 'Item\n序号', share: 8 },
      { title: 'Packages\n件数', share: 18, isFigure: true },
      { title: 'Gross weight\n毛重', share: 18, isFigure: true },
      { title: 'Measurement\n体积', share: 16, isFigure: true },
    ],
    rows: [...all]
      .sort((left, right) => placeOf(left) - placeOf(right))
      .map((cargo) => {
        const box = known.get(cargo.equipmentReference)?.box;
        const [packages = '', ...rest] = figuresOf([cargo]);
        const kind = cargo.kind === null || packages === '' ? '' : ` ${cargo.kind}`;
        const name = [cargo.equipmentReference, sizeOf(box ?? {})].join(' ').trim();
        return [name, sealsOf(box ?? {}), String(cargo.item), `${packages}${kind}`, ...rest];
      }),
    totals: ['TOTAL 合计', '', '', ...figuresOf(all)],
  });
}

function figuresOf(cargo: readonly PaperCargo[]): string[] {
  const packages = cargo.reduce((sum, one) => sum + one.packages, 0);
  return [
    packages === 0 ? '' : String(packages),
    sumShown(cargo.map(({ gross }) => gross)),
    sumShown(cargo.map(({ volume }) => volume)),
  ];
}

/** A shipper's own container stands a level deeper. */
function numberOf(box: Json): string {
  return textAt(box, 'equipmentReference') ?? textAt(objectAt(box, 'equipment'), 'equipmentReference') ?? '';
}

/** Of its own container the carrier need not be told. */
function sizeOf(box: Json): string {
  return textAt(box, 'ISOEquipmentCode') ?? textAt(objectAt(box, 'equipment'), 'ISOEquipmentCode') ?? '';
}

function sealsOf(box: Json): string {
  return listAt(box, 'seals')
    .map((seal) => textsOf(seal, ['number', 'source']).join(' '))
    .join(', ');
}

function addressText(address: Json): string {
  const street = textsOf(address, ['street', 'streetNumber', 'floor']).join(' ');
  const town = textsOf(address, ['postCode', 'city', 'stateRegion', 'countryCode']).join(' ');
  return [street, ...textsOf(address, ['POBox']), town].filter((line) => line !== '').join(', ');
}

function textsOf(json: Json, names: readonly string[]): string[] {
  return names.flatMap((name) => textAt(json, name) ?? []);
}
