import { publicIdOrBlank } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import { CalculationRuleDto, CalculationStepDto } from '../../../platform/http/calculation.js';
import {
  BooleanField,
  EnumField,
  IdField,
  IdOrBlankField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { type Terms } from '../../application/terms.js';
import { CONDITIONS } from '../../domain/products/vocabulary.js';

export class FinancingEligibilityQuery {
  @IdField({ kind: 'order', description: 'The order; of a line one of its seller does too', optional: true })
  orderId?: string;

  @IdField({ kind: 'party', description: 'The seller; of a product that is lent to a seller', optional: true })
  sellerId?: string;

  @IdField({
    kind: 'warehouseReceipt',
    description: 'The goods in pledge; of a product that is lent on warehouse receipts',
    optional: true,
  })
  warehouseReceiptId?: string;

  @IdField({ kind: 'forward', description: 'The forward; of a product that lends margin', optional: true })
  forwardId?: string;

  @TextField({
    description: 'Which product; the advance on the refund unless you say',
    optional: true,
    max: 50,
    example: 'refund_advance',
  })
  product?: string;
}

class JudgedConditionDto {
  @EnumField({ description: 'Which fact', values: CONDITIONS, example: 'refund_matched' })
  readonly name!: string;

  @EnumField({
    description: '`unknown`: nobody has told the platform of it, which opens nothing',
    values: ['met', 'unmet', 'unknown'],
  })
  readonly outcome!: string;

  @TextListField({ description: 'Why', maxLength: 500 })
  readonly reasons!: string[];
}

export class FinancingEligibilityDto {
  @IdOrBlankField({ kind: 'order', description: 'The order; empty where something else was asked about' })
  readonly orderId!: string;

  @TextField({ description: 'Product', max: 50 })
  readonly product!: string;

  @IntegerField({ description: 'Its version of today', min: 1 })
  readonly productVersion!: number;

  @BooleanField({ description: 'Whether it can be had now' })
  readonly isEligible!: boolean;

  @MoneyField({ description: 'How much; nothing where it cannot be had' })
  readonly amount!: MoneyDto;

  @ListField(() => JudgedConditionDto, { description: 'Every condition of the product, in its order', max: 50 })
  readonly conditions!: JudgedConditionDto[];

  @TextListField({ description: 'Everything that stands against it: conditions, limits, amounts', maxLength: 500 })
  readonly reasons!: string[];

  @ObjectField(() => CalculationRuleDto, { description: 'The rule, its version and its source' })
  readonly rule!: CalculationRuleDto;

  @ListField(() => CalculationStepDto, { description: 'How the amount was worked out', max: 20 })
  readonly steps!: CalculationStepDto[];

  static from(
    this: void,
    orderId: string | null,
    { product, eligibility }: Terms,
    language: Language,
  ): FinancingEligibilityDto {
    const { amount, conditions, reasons, rule, steps } = eligibility;
    return {
      ...{ orderId: publicIdOrBlank('order', orderId), product: product.code, productVersion: product.version },
      ...{ isEligible: reasons.length === 0, amount: amount.toJSON(), rule, steps: [...steps] },
      conditions: conditions.map(({ name, outcome, reasons: why }) => ({
        ...{ name, outcome, reasons: why.map((reason) => told(reason, language)) },
      })),
      reasons: reasons.map((reason) => told(reason, language)),
    };
  }
}
