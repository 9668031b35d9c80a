import { Decimal } from '../../../kernel/decimal.js';
import { DateField, DecimalField, ListField, TextField } from '../../../platform/http/fields.js';
import { bound } from '../../../platform/usage/bounds.js';
import { type CostBand, type MatchRules } from '../../domain/match-rules.js';

const CODE = { pattern: /^\d{10}$/, min: 10, max: 10 };
const BANDS_MAX = bound({
  name: 'tax_refund.cost_bands',
  max: 500,
  per: 'request',
  unit: 'items',
  title: { en: 'Bands of export cost', zh: '换汇成本区间' },
});
const CHANGES_MAX = bound({
  name: 'tax_refund.code_changes',
  max: 5_000,
  per: 'request',
  unit: 'items',
  title: { en: 'Codes that the tariff has changed', zh: '商品代码调整对应' },
});

export class CostBandDto {
  @TextField({
    description: 'Where it holds: how the administrative division of the claimant begins; left out: everywhere',
    pattern: /^\d{0,6}$/,
    min: 0,
    max: 6,
    optional: true,
    example: '3302',
  })
  readonly region?: string;

  @TextField({ description: 'Currency of the export', pattern: /^[A-Z]{3}$/, min: 3, max: 3, example: 'USD' })
  readonly currency!: string;

  @DecimalField({ description: 'CNY per 1 unit: the lower end, inside', example: '5' })
  readonly from!: string;

  @DecimalField({ description: 'The upper end, inside', example: '8.5' })
  readonly to!: string;

  @DateField({ description: 'First export date', optional: true, example: '2026-01-01' })
  readonly validFrom?: string;

  @DateField({ description: 'Last export date', optional: true, example: '2026-12-31' })
  readonly validTo?: string;
}

export class CodeChangeDto {
  @TextField({ ...CODE, description: 'The code as it was', example: '8516609000' })
  readonly from!: string;

  @TextField({ ...CODE, description: 'The code as it is', example: '8516609010' })
  readonly to!: string;

  @DateField({ description: 'The first day of the new code', example: '2027-01-01' })
  readonly changedOn!: string;
}

/** What is matched by, beside the law. */
export class MatchRulesRequest {
  @ListField(() => CostBandDto, {
    description: 'What one unit of currency of export may cost before it is warned of; the narrowest region counts',
    max: BANDS_MAX,
  })
  readonly costBands!: CostBandDto[];

  @ListField(() => CodeChangeDto, {
    description: '出口商品代码调整对应: an invoice may name the older code, or the newer',
    max: CHANGES_MAX,
  })
  readonly codeChanges!: CodeChangeDto[];

  toRules(): MatchRules {
    const costBands = this.costBands.map(
      ({ region = '', currency, from, to, validFrom = null, validTo = null }): CostBand => ({
        ...{ region, currency, validFrom, validTo },
        from: new Decimal(from),
        to: new Decimal(to),
      }),
    );
    return { costBands, codeChanges: this.codeChanges.map(({ from, to, changedOn }) => ({ from, to, changedOn })) };
  }
}

export class MatchRulesDto {
  @ListField(() => CostBandDto, {
    description: 'Beside five to eight CNY for a dollar, which hold where none of these does',
  })
  readonly costBands!: CostBandDto[];

  @ListField(() => CodeChangeDto, { description: '出口商品代码调整对应' })
  readonly codeChanges!: CodeChangeDto[];

  static from(this: void, { costBands, codeChanges }: MatchRules): MatchRulesDto {
    return {
      costBands: costBands.map(({ region, currency, from, to, validFrom, validTo }) => ({
        ...{ region, currency, from: from.toString(), to: to.toString() },
        ...(validFrom === null ? {} : { validFrom }),
        ...(validTo === null ? {} : { validTo }),
      })),
      codeChanges: [...codeChanges],
    };
  }
}
