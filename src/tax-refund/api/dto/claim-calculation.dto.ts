import { publicId } from '../../../kernel/ids.js';
import { CalculationRuleDto, CalculationStepDto } from '../../../platform/http/calculation.js';
import {
  DateField,
  DecimalField,
  IdField,
  JsonField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { type Claim } from '../../entities/claim.entity.js';

export class ExplainedDto {
  @ObjectField(() => CalculationRuleDto, { description: 'The rule, its version and its source' })
  readonly rule!: CalculationRuleDto;

  @ListField(() => CalculationStepDto, { description: 'The working', max: 10_000 })
  readonly steps!: CalculationStepDto[];
}

export class AppliedRateDto extends ExplainedDto {
  @TextField({ description: 'HS code', max: 10 })
  readonly hsCode!: string;

  @DateField({ description: 'As printed on the declaration of the item', example: '2026-12-05' })
  readonly exportDate!: string;

  @DecimalField({ description: 'Refund rate on the export date', example: '0.13' })
  readonly refundRate!: string;
}

/** How a refund was worked out, as it was on that day. */
export class ClaimCalculationDto extends ExplainedDto {
  @IdField({ kind: 'claim', description: 'The claim' })
  readonly claimId!: string;

  @MoneyField({ description: 'What came out' })
  readonly refund!: MoneyDto;

  @JsonField({ description: 'Everything that went in: items, invoices, and the tax period of a manufacturer' })
  readonly inputs!: Record<string, unknown>;

  @ListField(() => AppliedRateDto, { description: 'The refund rate of each item, and where it comes from', max: 1_000 })
  readonly refundRates!: AppliedRateDto[];

  @ObjectField(() => ExplainedDto, { description: 'The clocks that the export started' })
  readonly deadlines!: ExplainedDto;

  static from(this: void, { id, refund, calculation, exportDate }: Claim): ClaimCalculationDto {
    const { rule, steps, inputs, refundRates, deadlines } = calculation;
    return {
      claimId: publicId('claim', id),
      refund: refund.toJSON(),
      rule,
      steps: [...steps],
      inputs: { ...inputs },
      refundRates: refundRates.map((rate) => ({ exportDate, ...rate, steps: [...rate.steps] })),
      deadlines: { rule: deadlines.rule, steps: [...deadlines.steps] },
    };
  }
}
