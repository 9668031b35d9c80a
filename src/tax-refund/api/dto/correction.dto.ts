import {
  DecimalField,
  EnumField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { CORRECTION_KINDS, KINDS_OF_CORRECTIONS } from '../../domain/correction.js';
import { type CorrectionFacts } from '../../entities/claim-columns.js';

export class ClaimedAnewRequest {
  @MoneyField({ description: 'The base that is right, in CNY', positive: true, currency: 'CNY' })
  taxable!: MoneyDto;

  @DecimalField({
    description: 'How much of the goods it is for; left out: as much as was taken back',
    optional: true,
    places: 5,
    example: '900',
  })
  quantity?: string;
}

export class LineChangeRequest {
  @TextField({
    description: 'Key of the item: declaration number, 0 and item number',
    max: 21,
    pattern: /^\d{21}$/,
    example: '310420260795000001001',
  })
  declarationLine!: string;

  @MoneyField({
    description: 'How much of its base (计税金额) is taken back; left out: all that is left',
    optional: true,
    positive: true,
    currency: 'CNY',
  })
  taxable?: MoneyDto;

  @TextField({
    description: 'Claimed anew under this code, at its rate; left out: not any more',
    optional: true,
    max: 10,
    pattern: /^\d{10}$/,
    example: '8516609000',
  })
  hsCode?: string;

  @ObjectField(() => ClaimedAnewRequest, {
    description: 'Of a manufacturer: claimed anew on another base, where the value (FOB) was wrong',
    optional: true,
  })
  anew?: ClaimedAnewRequest;
}

export class CorrectionRequest {
  @EnumField({
    description: 'A red-letter invoice, another code, goods that came back (退运), anything else',
    values: CORRECTION_KINDS,
    example: 'returned_goods',
  })
  kind!: (typeof CORRECTION_KINDS)[number];

  @TextField({ description: 'Why', max: 500, example: 'Ten ovens came back' })
  reason!: string;

  @TextField({
    description: 'Number of the paper that it stands on',
    optional: true,
    max: 64,
    example: '26332000000012345679',
  })
  document?: string;

  @TextField({
    description:
      'Of a manufacturer: the period (所属期) that it is declared in, after that of the claim; left out: the present one, or the one ' +
      'after the claim',
    optional: true,
    max: 6,
    pattern: /^\d{4}(0[1-9]|1[0-2])$/,
    example: '202612',
  })
  period?: string;

  @ListField(() => LineChangeRequest, { description: 'What is taken back, item by item', min: 1, max: 1_000 })
  lines!: LineChangeRequest[];
}

export class CorrectionFactsDto {
  @EnumField({ description: 'What made it necessary', values: KINDS_OF_CORRECTIONS, example: 'returned_goods' })
  readonly kind!: string;

  @TextField({ description: 'Why', max: 500 })
  readonly reason!: string;

  @TextField({ description: 'Number of the paper that it stands on', max: 64, nullable: true })
  readonly document!: string | null;

  static from(this: void, facts: CorrectionFacts): CorrectionFactsDto {
    return { ...facts };
  }
}
