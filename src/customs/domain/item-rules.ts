import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { checkQuantities as checkAmongThemselves } from './checks/quantities.js';
import { SAY } from './customs.sentences.js';
import { lookUp } from './data/code-table.js';
import { alpha3 } from './data/countries.js';
import { KILOGRAM, UNITS } from './data/units.js';
import { type DeclarationForm, directionOf, type FormItem } from './declaration-form.js';
import { type Findings } from './finding.js';

const QUANTITY = /^\d{1,14}(\.\d{1,5})?$/;
const DECLARED_PRICE_PLACES = 4;
/** A cent, and what a price cut to four decimals can be off per unit. */
const TOTAL_TOLERANCE = new Decimal('0.01');
const PRICE_TOLERANCE = new Decimal('0.00005');
/** Net weight and first quantity in kilograms may differ by this share, for rounding on either side. */
const WEIGHT_TOLERANCE = new Decimal('0.01');
/** Brand type (品牌类型) 0-4, then export preference (出口享惠情况) 0-3, bare or behind its name: nearly every HS code asks for both. */
const BRAND_AND_PREFERENCE = /(^|\|)([^|]*[:：])?[0-4]\|([^|]*[:：])?[0-3](\||$)/;

/** The unit tables: that of the day, and what the operator's has of the units asked for; undefined: it was not imported. */
interface UnitTables {
  readonly on: LocalDate;
  readonly units: ReadonlySet<string> | undefined;
}

/** The rules of one item. @param index its place, for the pointers */
export function itemFindings(
  findings: Findings,
  form: DeclarationForm,
  item: FormItem,
  index: number,
  tables: UnitTables,
): void {
  const at = `/items/${index}`;
  checkGoods(findings, item, at);
  checkQuantities(findings, item, at, tables);
  checkAmongThemselves(findings, item, at);
  checkPrice(findings, form, item, at);
  const { netWeightKg, grossWeightKg, sourceDistrict, originCountry } = item;
  const isHeavier = new Decimal(netWeightKg).greaterThan(grossWeightKg);
  findings.unless(
    !isHeavier,
    'net_over_gross',
    `${at}/netWeightKg`,
    SAY.net_in_gross({ net: netWeightKg, gross: grossWeightKg }),
  );
  const district = directionOf(form) === 'import' ? 'destination_district_format' : 'district_format';
  findings.unless(/^\d{5}$/.test(sourceDistrict), district, `${at}/sourceDistrict`, sourceDistrict);
  findings.unless(alpha3(originCountry) !== null, 'country_unknown', `${at}/originCountry`, originCountry);
}

function checkGoods(findings: Findings, { hsCode, goodsName, declarationElements }: FormItem, at: string): void {
  if (findings.unless(/^\d{10}$/.test(hsCode), 'hs_code_format', `${at}/hsCode`, hsCode)) {
    const chapter = Number(hsCode.slice(0, 2));
    const exists = chapter >= 1 && chapter <= 97 && chapter !== 77;
    findings.unless(exists, 'hs_chapter_unknown', `${at}/hsCode`, SAY.chapter({ hsCode, chapter }));
  }
  if (findings.unless(goodsName.trim() !== '', 'goods_name_required', `${at}/goodsName`, SAY.empty)) {
    findings.unless(/\p{Script=Han}/u.test(goodsName), 'goods_name_not_chinese', `${at}/goodsName`, goodsName);
  }
  const pointer = `${at}/declarationElements`;
  if (findings.unless(declarationElements.trim() !== '', 'elements_required', pointer, SAY.elements_empty)) {
    findings.unless(
      BRAND_AND_PREFERENCE.test(declarationElements),
      'elements_incomplete',
      pointer,
      declarationElements,
    );
  }
}

function checkQuantities(findings: Findings, item: FormItem, at: string, { on, units }: UnitTables): void {
  const isUnit = (unit: string): boolean => units?.has(unit) === true || lookUp(UNITS, unit, on) !== null;
  const check = (quantity: string, unit: string, quantityField: string, unitField: string): void => {
    const isQuantity = QUANTITY.test(quantity) && new Decimal(quantity).greaterThan(0);
    findings.unless(isQuantity, 'quantity_required', `${at}/${quantityField}`, quantity);
    if (findings.unless(/^\d{3}$/.test(unit), 'unit_format', `${at}/${unitField}`, unit)) {
      findings.unless(isUnit(unit), 'unit_unknown', `${at}/${unitField}`, unit);
    }
  };
  check(item.quantity, item.unit, 'quantity', 'unit');
  check(item.firstQuantity, item.firstUnit, 'firstQuantity', 'firstUnit');
  const { secondQuantity, secondUnit } = item;
  const isPair = (secondQuantity === null) === (secondUnit === null);
  const lonely = secondUnit === null ? 'secondUnit' : 'secondQuantity';
  findings.unless(isPair, 'second_unit_incomplete', `${at}/${lonely}`, SAY.pair_incomplete);
  if (secondQuantity !== null && secondUnit !== null) check(secondQuantity, secondUnit, 'secondQuantity', 'secondUnit');
  if (item.firstUnit === KILOGRAM && QUANTITY.test(item.firstQuantity)) {
    const net = new Decimal(item.netWeightKg);
    const isClose = net.minus(item.firstQuantity).abs().lessThanOrEqualTo(net.times(WEIGHT_TOLERANCE));
    const detail = SAY.first_quantity({ quantity: item.firstQuantity, net: item.netWeightKg });
    findings.unless(isClose, 'first_quantity_differs', `${at}/firstQuantity`, detail);
  }
}

function checkPrice(findings: Findings, { currency }: DeclarationForm, item: FormItem, at: string): void {
  const total = Money.fromJSON(item.total);
  findings.unless(
    total.currency === currency,
    'one_currency',
    `${at}/total`,
    SAY.beside({ found: total.currency, expected: currency }),
  );
  const price = new Decimal(item.unitPrice).toDecimalPlaces(DECLARED_PRICE_PLACES, Decimal.ROUND_HALF_UP);
  const isPriced = price.greaterThan(0) && total.minor > 0n;
  if (
    !findings.unless(
      isPriced,
      'price_required',
      `${at}/unitPrice`,
      SAY.price_and_total({ price: item.unitPrice, total: total.toString() }),
    )
  )
    return;
  if (!QUANTITY.test(item.quantity)) return;
  const product = price.times(item.quantity);
  const tolerance = TOTAL_TOLERANCE.plus(PRICE_TOLERANCE.times(item.quantity));
  const fits = product.minus(total.toDecimal()).abs().lessThanOrEqualTo(tolerance);
  const detail = SAY.product_not_total({
    price: price.toFixed(),
    quantity: item.quantity,
    product: product.toFixed(),
    total: total.toAmountString(),
  });
  findings.unless(fits, 'price_total_mismatch', `${at}/total`, detail);
}
