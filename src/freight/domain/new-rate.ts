import { type Fault } from '../../kernel/domain-error.js';
import { checkSizeType } from '../../kernel/identifiers/index.js';
import { InputCheck } from '../../kernel/input-check.js';
import { SAY } from './freight.sentences.js';
import { type ChargeBasis, type NewRate, type TariffMode, UN_LOCODE } from './rate.js';

const BY_SEA: readonly ChargeBasis[] = ['per_bill_of_lading', 'percent_of', 'per_shipment'];
const BY_WEIGHT: readonly ChargeBasis[] = [...BY_SEA, 'per_kg', 'per_piece', 'per_cbm'];
/** What a mode can be counted by at all. */
const BASES: Readonly<Record<TariffMode, readonly ChargeBasis[]>> = {
  fcl: ['per_container', 'per_bill_of_lading', 'percent_of'],
  lcl: ['per_revenue_ton', 'per_bill_of_lading', 'percent_of'],
  air: BY_WEIGHT,
  rail: [...BY_WEIGHT, 'per_container', 'per_revenue_ton'],
  express: BY_WEIGHT,
  postal: BY_WEIGHT,
  dedicated_line: BY_WEIGHT,
  overseas_warehouse: [...BY_WEIGHT, 'per_cbm_day', 'per_unit', 'per_revenue_ton'],
};

/** @throws InvalidInputError naming every fault */
export function checkNewRate(rate: NewRate): void {
  const check = new InputCheck();
  note(check, rate);
  check.done();
}

/** The faults of a rate, each with the pointer of its field. */
export function faultsOfRate(rate: NewRate): readonly Fault[] {
  const check = new InputCheck();
  note(check, rate);
  return check.found();
}

function note(check: InputCheck, rate: NewRate): void {
  checkPrice(check, rate);
  const { basis, mode } = rate;
  check.that(BASES[mode].includes(basis), '/basis', 'not_applicable', SAY.basis_of_mode({ basis, mode }));
  checkPlaces(check, rate);
  checkLimits(check, rate);
  checkWeighing(check, rate);
  check.date(rate.validFrom, '/validFrom');
  check.date(rate.validTo, '/validTo');
  const isForward = (rate.validTo ?? rate.validFrom) >= rate.validFrom;
  check.that(isForward, '/validTo', 'before_start', SAY.validity_order);
}

function given<Value>(value: Value | null): Value | undefined {
  return value ?? undefined;
}

function checkPrice(check: InputCheck, rate: NewRate): void {
  if (rate.basis === 'percent_of') {
    check.required(given(rate.share), '/share');
    check.absent(given(rate.price), '/price', '`percent_of`');
    check.filled(rate.percentOf, '/percentOf');
    check.that(!rate.percentOf.includes(rate.code), '/percentOf', 'circular', SAY.percent_of_itself);
  } else {
    check.required(given(rate.price), '/price');
    check.absent(given(rate.share), '/share', SAY.a_fixed_charge);
    check.absent(rate.percentOf.length === 0 ? undefined : rate.percentOf, '/percentOf', SAY.a_fixed_charge);
  }
  check.share(given(rate.share), '/share');
}

function checkPlaces(check: InputCheck, rate: NewRate): void {
  const place = (code: string | null, pointer: string): void => {
    check.that(code === null || UN_LOCODE.test(code), pointer, 'format', SAY.un_locode);
  };
  place(rate.portOfLoading, '/portOfLoading');
  place(rate.portOfDischarge, '/portOfDischarge');
  if (rate.sizeType === null) return;
  check.that(rate.basis === 'per_container', '/sizeType', 'not_applicable', SAY.per_container_only);
  check.that(checkSizeType(rate.sizeType).valid, '/sizeType', 'format', SAY.size_type);
}

function checkLimits(check: InputCheck, { currency, price, minimum, maximum }: NewRate): void {
  check.amount(price ?? undefined, '/price', currency);
  check.amount(minimum ?? undefined, '/minimum', currency);
  check.amount(maximum ?? undefined, '/maximum', currency);
  if (minimum?.currency !== maximum?.currency || minimum === null || maximum === null) return;
  check.that(!minimum.isMoreThan(maximum), '/maximum', 'below_minimum', SAY.maximum_below_minimum);
}

function checkWeighing(check: InputCheck, rate: NewRate): void {
  const { fromKg, basis, weighing, transitDaysMin, transitDaysMax } = rate;
  if (fromKg !== null) {
    const isByWeight = basis === 'per_kg' || basis === 'per_unit';
    check.that(isByWeight, '/fromKg', 'not_applicable', SAY.breaks_only);
    check.notNegative(fromKg, '/fromKg');
  }
  check.positive(given(weighing.divisor), '/divisor');
  check.positive(given(weighing.roundUpToKg), '/roundUpToKg');
  if (transitDaysMin === null && transitDaysMax === null) return;
  const isWhole = check.required(given(transitDaysMin), '/transitDaysMin');
  if (!check.required(given(transitDaysMax), '/transitDaysMax') || !isWhole) return;
  const isForward = (transitDaysMax ?? 0) >= (transitDaysMin ?? 0);
  check.that(isForward, '/transitDaysMax', 'below_minimum', SAY.transit_order);
}
