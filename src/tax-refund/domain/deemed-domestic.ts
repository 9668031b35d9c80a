import { type Explained, step } from '../../kernel/calculation.js';
import { type Decimal } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { checkFobValue, fobInCny, type FobValue } from './fob-value.js';

/** A declared item, with the VAT rate of its goods at home. */
export interface UnfiledItem extends FobValue {
  readonly vatRate: Decimal;
}

/** All money in CNY. */
export interface DeemedDomesticVat extends Explained {
  readonly items: readonly { readonly fobCny: Money; readonly outputVat: Money }[];
  readonly fobCny: Money;
  readonly outputVat: Money;
}

/** By export date; both days inclusive, `null` = open. */
const LAWS: readonly { readonly from: LocalDate | null; readonly source: string }[] = [
  { from: null, source: '财税〔2012〕39号 第七条：销项税额＝出口货物离岸价÷（1＋适用税率）×适用税率' },
  {
    from: '2026-01-01',
    source: '财政部 税务总局公告2026年第11号；国家税务总局公告2026年第5号：视同内销，离岸价÷（1＋税率）×税率',
  },
];

/**
 * The output VAT of an export that counts as sold at home: its FOB value is taken to contain the tax.
 *
 * Rounding: half up to the fen, per item, for the value in CNY and for the tax; items are summed after rounding.
 * @throws InvalidInputError naming every fault
 * @example FOB 10000.00 USD at 7.10, 13 % → 71000.00 ÷ 1.13 × 0.13 = 8168.14
 */
export function deemedDomesticVat(items: readonly UnfiledItem[], exportDate: LocalDate): DeemedDomesticVat {
  const check = new InputCheck();
  items.forEach((item, index) => {
    checkFobValue(check, item, `/items/${index}`);
    check.share(item.vatRate, `/items/${index}/vatRate`);
  });
  check.done();
  const worked = items.map((item) => {
    const fobCny = fobInCny(item);
    const outputVat = Money.ofMajor(fobCny.toDecimal().times(item.vatRate).div(item.vatRate.plus(1)), 'CNY', 'half-up');
    return { fobCny, outputVat };
  });
  const fobCny = Money.sum(
    worked.map((item) => item.fobCny),
    'CNY',
  );
  const outputVat = Money.sum(
    worked.map((item) => item.outputVat),
    'CNY',
  );
  const law = LAWS.filter(({ from }) => from === null || from <= exportDate).at(-1);
  return {
    items: worked,
    fobCny,
    outputVat,
    rule: { id: 'tax-refund.deemed-domestic', version: law?.from ?? 'before-2026', source: law?.source ?? '' },
    steps: [
      ...worked.flatMap((item, index) => [
        step(`items.${index}.fobCny`, 'fob in CNY, or round(fob × fxRate)', item.fobCny),
        step(`items.${index}.outputVat`, 'round(fobCny ÷ (1 + vatRate) × vatRate)', item.outputVat),
      ]),
      step('outputVat', 'Σ items.outputVat', outputVat),
    ],
  };
}
