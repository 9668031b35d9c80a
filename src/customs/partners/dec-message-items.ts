import { Decimal } from '../../kernel/decimal.js';
import { alpha2 } from '../domain/data/countries.js';
import { KILOGRAM } from '../domain/data/units.js';
import { type Direction, type FormItem, type Packing } from '../domain/declaration-form.js';
import { ITEM_DETAILS } from '../domain/message-details.js';
import { spread } from '../domain/spread.js';
import { type MessageJson } from './customs-window.port.js';
import { ITEM_DEFAULTS } from './dec-message.js';
import { detailsOf, leaf, type Leaf, rows } from './message-values.js';

/** A message states weights and packages of all goods together. */
interface Shares {
  readonly net: readonly Decimal[];
  readonly gross: readonly Decimal[];
  readonly packs: readonly Packing[];
}

/** The items of a declaration, with weights and packages put on them so that they add up to what it states. */
export function itemsOfMessage(message: MessageJson, head: (name: string) => string, direction: Direction): FormItem[] {
  const lists = rows(message, 'DecLists');
  const shares = sharesOf(lists);
  const totals: Shares = {
    net: spread(decimal(head('NetWt')), shares),
    gross: spread(decimal(head('GrossWet')), shares),
    packs: packsOf(message, head),
  };
  return lists.map((list, index) => ({ ...itemOf(list, index, totals), ...originOf(leaf(list), direction) }));
}

function itemOf(row: MessageJson, index: number, { net, gross, packs }: Shares): Omit<FormItem, 'originCountry'> {
  const value = leaf(row);
  const pack = packs[index] ?? { type: packs[0]?.type ?? '', count: 0 };
  return {
    itemNumber: Number(value('GNo')),
    orderLineId: '',
    hsCode: value('CodeTS'),
    goodsName: value('GName'),
    goodsNameEn: value('DeclGoodsEname'),
    declarationElements: value('GModel'),
    quantity: value('GQty'),
    unit: value('GUnit'),
    firstQuantity: value('FirstQty'),
    firstUnit: value('FirstUnit'),
    secondQuantity: value('SecondQty') || null,
    secondUnit: value('SecondUnit') || null,
    unitPrice: decimal(value('DeclPrice')).toFixed(),
    total: { amount: value('DeclTotal'), currency: value('TradeCurr') },
    netWeightKg: net[index]?.toFixed() ?? '0',
    grossWeightKg: gross[index]?.toFixed() ?? '0',
    packages: pack.count,
    packageType: pack.type,
    sourceDistrict: value('DistrictCode'),
    details: detailsOf(row, ITEM_DETAILS, ITEM_DEFAULTS),
  };
}

function originOf(value: Leaf, direction: Direction): Pick<FormItem, 'originCountry' | 'import'> {
  // On an export the two change places: 最终目的国 holds the origin.
  if (direction === 'export') return { originCountry: alpha2(value('DestinationCountry')) ?? '' };
  const facts = { treatment: 'mfn', antiDumpingRate: null, preference: null } as const;
  return { originCountry: alpha2(value('OriginCountry')) ?? '', import: facts };
}

/** The items' shares of the weights: their kilograms where all have them, else their prices. */
function sharesOf(lists: readonly MessageJson[]): Decimal[] {
  const kilograms = lists.flatMap((row) => kilogramsOf(leaf(row)) ?? []);
  return kilograms.length === lists.length ? kilograms : lists.map((row) => decimal(leaf(row)('DeclTotal')));
}

function kilogramsOf(value: Leaf): Decimal | null {
  if (value('FirstUnit') === KILOGRAM) return decimal(value('FirstQty'));
  return value('SecondUnit') === KILOGRAM ? decimal(value('SecondQty')) : null;
}

/** The main packing, and what is listed beside it. */
function packsOf(message: MessageJson, head: (name: string) => string): Packing[] {
  const others = rows(message, 'DecOtherPacks').map((row): Packing => {
    const value = leaf(row);
    return { type: value('PackType'), count: decimal(value('PackQty')).toNumber() };
  });
  const beside = others.reduce((sum, { count }) => sum + count, 0);
  return [{ type: head('WrapType'), count: decimal(head('PackNo')).toNumber() - beside }, ...others];
}

function decimal(text: string): Decimal {
  return new Decimal(/^\d+(\.\d+)?$/.test(text) ? text : 0);
}
