import { Decimal } from '../../../kernel/decimal.js';
import { KILOGRAM } from '../data/units.js';
import { type FormItem } from '../declaration-form.js';
import { type Findings } from '../finding.js';
import { SAY } from '../validation.sentences.js';

/** How much of the first of its measure a unit is: kilogram, metre, litre, piece. */
const MEASURES: readonly Readonly<Record<string, string>>[] = [
  { '035': '1', '036': '0.001', '070': '1000' },
  { '030': '1', '147': '1000' },
  { '095': '1', '096': '0.001', '063': '1000', '033': '1000' },
  { '007': '1', '054': '1000' },
];
/** Set, seat, vehicle, vessel, aircraft, set, piece, article: what there is no half of. */
const COUNTED = new Set(['001', '002', '003', '004', '005', '006', '007', '008', '011']);
/** Quantities in two units of one measure, and a weight beside a quantity, may differ by this share, for rounding on either side. */
const TOLERANCE = new Decimal('0.01');
const QUANTITY = /^\d{1,14}(\.\d{1,5})?$/;

interface Quantity {
  readonly amount: Decimal;
  readonly unit: string;
  readonly pointer: string;
}

/** The quantities of an item among themselves and beside its net weight. */
export function checkQuantities(findings: Findings, item: FormItem, at: string): void {
  const quantities = quantitiesOf(item, at);
  for (const [index, quantity] of quantities.entries()) {
    checkWhole(findings, quantity);
    const other = quantities.slice(0, index).find((each) => !agree(each, quantity));
    if (other === undefined) continue;
    findings.unless(false, 'quantities_inconsistent', quantity.pointer, SAY.two_quantities(pairOf(other, quantity)));
  }
  checkSecondWeight(findings, item, at);
}

function quantitiesOf(item: FormItem, at: string): Quantity[] {
  const given: readonly (readonly [string | null, string | null, string])[] = [
    [item.quantity, item.unit, 'quantity'],
    [item.firstQuantity, item.firstUnit, 'firstQuantity'],
    [item.secondQuantity, item.secondUnit, 'secondQuantity'],
  ];
  return given.flatMap(([amount, unit, field]) =>
    amount === null || unit === null || !QUANTITY.test(amount)
      ? []
      : [{ amount: new Decimal(amount), unit, pointer: `${at}/${field}` }],
  );
}

/** In the same unit exactly, in two of one measure nearly. */
function agree(left: Quantity, right: Quantity): boolean {
  if (left.unit === right.unit) return left.amount.equals(right.amount);
  const measure = MEASURES.find((each) => left.unit in each && right.unit in each);
  if (measure === undefined) return true;
  const [one, other] = [left, right].map(({ amount, unit }) => amount.times(measure[unit] ?? '1'));
  return one === undefined || other === undefined || isClose(one, other);
}

function isClose(left: Decimal, right: Decimal): boolean {
  return left.minus(right).abs().lessThanOrEqualTo(Decimal.max(left, right).times(TOLERANCE));
}

function pairOf(one: Quantity, other: Quantity) {
  return { one: one.amount.toFixed(), unit: one.unit, other: other.amount.toFixed(), otherUnit: other.unit };
}

function checkWhole(findings: Findings, { amount, unit, pointer }: Quantity): void {
  const detail = SAY.quantity_in_unit({ quantity: amount.toFixed(), unit });
  findings.unless(!COUNTED.has(unit) || amount.isInteger(), 'whole_number', pointer, detail);
}

function checkSecondWeight(findings: Findings, item: FormItem, at: string): void {
  const { secondUnit, secondQuantity, netWeightKg } = item;
  if (secondUnit !== KILOGRAM || secondQuantity === null || !QUANTITY.test(secondQuantity)) return;
  const isNet = isClose(new Decimal(netWeightKg), new Decimal(secondQuantity));
  const detail = SAY.kilograms_beside_net({ quantity: secondQuantity, net: netWeightKg });
  findings.unless(isNet, 'second_quantity_differs', `${at}/secondQuantity`, detail);
}
