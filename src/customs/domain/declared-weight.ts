import { type CalculationRule, type Explained, step } from '../../kernel/calculation.js';
import { Decimal, roundHalfUp } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { type LocalDate } from '../../kernel/local-date.js';

/** From this day a weight under a kilogram is declared to the second decimal; before, as a whole kilogram. */
const TWO_DECIMALS_FROM: LocalDate = '2024-04-10';

const RULE: CalculationRule = {
  id: 'customs.declared-weight',
  version: TWO_DECIMALS_FROM,
  source: '海关总署公告2024年第30号',
};
const RULE_BEFORE: CalculationRule = {
  id: 'customs.declared-weight',
  version: 'before-2024-04-10',
  source: '海关总署公告2019年第18号：不足1千克填报为“1”',
};

export interface DeclaredWeight extends Explained {
  readonly declaredKilograms: Decimal;
}

/**
 * Gross or net weight as a declaration shows it; a kilogram and more stay as they are.
 * Rounding: under a kilogram half up to the second decimal.
 * @throws InvalidInputError when the weight is not above zero or the day does not exist
 */
export function declaredWeight(kilograms: Decimal, declaredOn: LocalDate): DeclaredWeight {
  const check = new InputCheck();
  check.positive(kilograms, '/kilograms');
  check.date(declaredOn, '/declaredOn');
  check.done();
  const isNew = declaredOn >= TWO_DECIMALS_FROM;
  const declaredKilograms = isNew ? asDeclared(kilograms) : kilogramAtLeast(kilograms);
  const formula = isNew ? 'round(kilograms, 2) under 1 kg, else kilograms' : '1 under 1 kg, else kilograms';
  return {
    declaredKilograms,
    rule: isNew ? RULE : RULE_BEFORE,
    steps: [step('declaredKilograms', formula, declaredKilograms)],
  };
}

/** The rule in force. @param kilograms zero too, which no declaration may show: that is another rule's business */
export function asDeclared(kilograms: Decimal): Decimal {
  return kilograms.lessThan(1) ? roundHalfUp(kilograms, 2) : kilograms;
}

function kilogramAtLeast(kilograms: Decimal): Decimal {
  return Decimal.max(kilograms, 1);
}
