import { Decimal } from '../../../kernel/decimal.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { addMonths, daysBetween, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { GRADES } from '../score/scorecard.js';
import { SAY_AGREEMENT as OF_AGREEMENTS } from '../agreement/agreement.sentences.js';
import { SAY as OF_EXTENSIONS } from '../extension/extension.sentences.js';
import { type Product, type ProductTerms } from './product.js';
import { type ReferenceRate, referenceOn } from './price.js';
import { SAY } from './product.sentences.js';
import { subjectKindOf } from '../subject.js';
import { type ConditionName, MEASURED, neededFor, OF_ORDERS } from './vocabulary.js';

/** More than this a year is a slip, or usury: four times the highest LPR of 2019 to 2026 is below it. */
export const ANNUAL_RATE_MAX = new Decimal('0.24');

/** Days that ten years, the longest term, may have besides 365 each. */
const LEAP_DAYS = 3;

export interface NewVersion extends ProductTerms {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/**
 * Whether a tenant may add this version.
 * @param last the tenant's newest version of the same product; null where it has none
 * @throws InvalidInputError naming every fault
 */
export function checkVersion(
  version: NewVersion,
  { today, last, rates }: { today: LocalDate; last: Product | null; rates: readonly ReferenceRate[] },
): void {
  const check = new InputCheck();
  checkDays(check, version, today, last);
  checkAmounts(check, version);
  checkPrice(check, version, rates);
  checkInstalments(check, version);
  checkExtension(check, version);
  checkSigning(check, version);
  checkConditions(check, version);
  checkLists(check, version);
  check.done();
}

function checkDays(check: InputCheck, version: NewVersion, today: LocalDate, last: Product | null): void {
  const { validFrom, validTo } = version;
  check.date(validFrom, '/validFrom');
  check.date(validTo, '/validTo');
  check.that(validFrom >= today, '/validFrom', 'in_the_past', SAY.begins_in_the_past);
  check.that(validTo === null || validTo >= validFrom, '/validTo', 'range', SAY.ends_before_it_begins);
  if (last === null) return;
  const day = last.validTo ?? last.validFrom;
  check.that(validFrom > day, '/validFrom', 'overlap', SAY.overlaps({ day }));
}

function checkAmounts(check: InputCheck, version: NewVersion): void {
  const { currency, advanceRate, clientLimit, minimum } = version;
  check.share(new Decimal(advanceRate), '/advanceRate');
  check.positive(new Decimal(advanceRate), '/advanceRate');
  check.positive(version.tenorDays, '/tenorDays');
  const [limit, least] = [Money.parse(clientLimit, currency), Money.parse(minimum, currency)];
  check.positive(limit.toDecimal(), '/clientLimit/amount');
  check.that(!least.isMoreThan(limit), '/minimum/amount', 'out_of_range', SAY.above_the_limit);
  check.share(new Decimal(version.feeRate), '/feeRate');
  const flat = Money.parse(version.feeFlat, currency);
  check.that(!flat.isMoreThan(limit), '/feeFlat/amount', 'out_of_range', SAY.above_the_limit);
}

/** Within the term, and by no later due date: a line is drawn anew. */
function checkInstalments(check: InputCheck, version: NewVersion): void {
  const { instalments, closesBy, tenorDays, extension, validFrom } = version;
  const closes = closesBy.includes('instalments');
  const code = closes ? 'required' : 'not_applicable';
  check.that(closes === (instalments !== undefined), '/instalments', code, SAY.instalments_named);
  if (instalments === undefined) return;
  const { count, everyMonths } = instalments;
  const days = daysBetween(validFrom, addMonths(validFrom, count * everyMonths));
  check.that(days <= tenorDays + LEAP_DAYS, '/instalments/count', 'out_of_range', SAY.instalments_too_long);
  check.absent(extension, '/extension', 'instalments');
}

function checkExtension(check: InputCheck, { extension, tenorDays }: NewVersion): void {
  if (extension === undefined) return;
  check.positive(extension.timesMax, '/extension/timesMax');
  check.positive(extension.daysMax, '/extension/daysMax');
  check.notNegative(extension.graceDays, '/extension/graceDays');
  check.share(new Decimal(extension.feeRate), '/extension/feeRate');
  check.that(extension.daysMax <= tenorDays, '/extension/daysMax', 'out_of_range', OF_EXTENSIONS.longer_than_term);
}

function checkSigning(check: InputCheck, { signing, tenorDays }: NewVersion): void {
  if (signing === undefined) return;
  const { withinDays } = signing;
  check.positive(withinDays, '/signing/withinDays');
  check.that(withinDays <= tenorDays, '/signing/withinDays', 'out_of_range', OF_AGREEMENTS.longer_than_term);
}

function checkPrice(check: InputCheck, version: NewVersion, rates: readonly ReferenceRate[]): void {
  const { interest, penalty, validFrom } = version;
  const tooHigh = SAY.rate_too_high({ max: ANNUAL_RATE_MAX.toFixed() });
  const fits = (rate = '0'): boolean => new Decimal(rate).lessThanOrEqualTo(ANNUAL_RATE_MAX);
  const { annualRate, reference, spread } = interest;
  if (interest.kind === 'fixed') {
    if (check.required(annualRate, '/interest/annualRate')) {
      check.that(fits(annualRate), '/interest/annualRate', 'out_of_range', tooHigh);
    }
    check.absent(reference, '/interest/reference', 'fixed');
    check.absent(spread, '/interest/spread', 'fixed');
  } else {
    check.absent(annualRate, '/interest/annualRate', 'floating');
    checkReference(check, reference, validFrom, rates);
    if (check.required(spread, '/interest/spread')) {
      check.that(fits(spread), '/interest/spread', 'out_of_range', tooHigh);
    }
  }
  if (penalty.kind === 'added_rate') check.that(fits(penalty.value), '/penalty/value', 'out_of_range', tooHigh);
  else {
    const holds = new Decimal(penalty.value).greaterThanOrEqualTo(1) && new Decimal(penalty.value).lessThanOrEqualTo(2);
    check.that(holds, '/penalty/value', 'out_of_range', SAY.penalty_below_one);
  }
}

function checkReference(
  check: InputCheck,
  reference: string | undefined,
  day: LocalDate,
  rates: readonly ReferenceRate[],
): void {
  if (!check.required(reference, '/interest/reference')) return;
  const known = [...new Set(rates.map(({ name }) => name))];
  const isKnown = referenceOn(rates, reference ?? '', day) !== null;
  check.that(isKnown, '/interest/reference', 'unknown', SAY.reference_unknown({ known }));
}

function checkConditions(check: InputCheck, { base, opensWhen, closesBy }: NewVersion): void {
  const names = opensWhen.map(({ name }) => name);
  for (const condition of neededFor(base).filter((needed) => !names.includes(needed))) {
    check.that(false, '/opensWhen', 'missing', SAY.condition_needed({ base, condition }));
  }
  const isOfOrder = subjectKindOf(base) !== 'seller';
  opensWhen.forEach(({ name, value }, index) => {
    const at = `/opensWhen/${index}`;
    check.that(names.indexOf(name) === index, `${at}/name`, 'repeated', SAY.named_twice);
    const isAskable = isOfOrder || !OF_ORDERS.has(name);
    check.that(isAskable, `${at}/name`, 'not_applicable', SAY.of_no_order({ base }));
    if (MEASURED.has(name)) checkMeasure(check, name, value, `${at}/value`);
    else check.that(value === undefined, `${at}/value`, 'not_applicable', SAY.value_not_wanted);
  });
  const isClosed = base !== 'matched_refund' || closesBy.includes('refund_paid');
  check.that(isClosed, '/closesBy', 'missing', SAY.closing_needed);
}

function checkMeasure(check: InputCheck, name: ConditionName, value: string | undefined, at: string): void {
  check.that(value !== undefined, at, 'required', SAY.value_needed);
  if (value === undefined) return;
  if (name === 'score_at_least') {
    const grades: readonly string[] = GRADES;
    check.that(grades.includes(value), at, 'unknown', SAY.grade_needed({ grades }));
  } else check.that(/^\d{1,15}(\.\d{1,10})?$/.test(value), at, 'format', SAY.figure_needed);
}

function checkLists(check: InputCheck, { closesBy, documents }: NewVersion): void {
  check.filled(closesBy, '/closesBy');
  for (const [list, at] of [
    [closesBy, '/closesBy'],
    [documents, '/documents'],
  ] as const) {
    const each: readonly string[] = list;
    each.forEach((name, index) => {
      check.that(each.indexOf(name) === index, `${at}/${index}`, 'repeated', SAY.named_twice);
    });
  }
}
