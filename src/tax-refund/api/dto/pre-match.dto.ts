import { type Language } from '../../../kernel/sentence.js';
import {
  BooleanField,
  DecimalField,
  EnumField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { type MustShow, type PlannedRefund, type PreMatch } from '../../domain/pre-match.js';
import { MissingFactDto, RefundCheckDto } from './checks.dto.js';
import { InvoicePartyDto, KIND } from './invoice-fields.js';
import { MatchSuggestionDto } from './match-suggestion.dto.js';
import { CountDto } from './pre-match-requests.dto.js';

/** What the invoice of a line must show. */
export class MustShowDto {
  @IntegerField({ description: 'The line', min: 1, example: 1 })
  readonly lineNumber!: number;

  @EnumField({ ...KIND, example: 'special' })
  readonly kind!: string;

  @TextField({ description: 'Its goods; the tax category may stand before (*电器*)', example: '电烤箱' })
  readonly goodsName!: string;

  @TextField({ description: 'The code that is declared', max: 10, example: '8516609000' })
  readonly hsCode!: string;

  @ListField(() => CountDto, { description: 'It counts in one of these units, and comes to as much', max: 3 })
  readonly counts!: CountDto[];

  @MoneyField({ description: '金额; null where neither price nor exchange rate is known', nullable: true })
  readonly amountExVat!: MoneyDto | null;

  @DecimalField({ description: 'VAT rate', example: '0.13' })
  readonly vatRate!: string;

  @MoneyField({ description: '税额', nullable: true })
  readonly vat!: MoneyDto | null;

  @ObjectField(() => InvoicePartyDto, {
    description: 'Who it is made out to; null where that is not known',
    nullable: true,
  })
  readonly buyer!: InvoicePartyDto | null;

  @TextField({ description: '备注; empty where nothing has to stand there', min: 0, example: '' })
  readonly remark!: string;

  static from(this: void, { amountExVat, vatRate, vat, counts, ...plain }: MustShow): MustShowDto {
    return {
      ...plain,
      counts: counts.map(({ quantity, unit }) => ({ quantity: quantity.toFixed(), unit })),
      amountExVat: amountExVat?.toJSON() ?? null,
      vatRate: vatRate.toFixed(),
      vat: vat?.toJSON() ?? null,
    };
  }
}

export class PlannedRefundDto {
  @IntegerField({ description: 'The line', min: 1, example: 1 })
  readonly lineNumber!: number;

  @DecimalField({ description: 'On the planned day; null where none is known', nullable: true, example: '0.13' })
  readonly refundRate!: string | null;

  @MoneyField({ description: 'What comes back; null where that cannot be told yet', nullable: true })
  readonly refund!: MoneyDto | null;

  static from(this: void, { lineNumber, refundRate, refund }: PlannedRefund): PlannedRefundDto {
    return { lineNumber, refundRate: refundRate?.toFixed() ?? null, refund: refund?.toJSON() ?? null };
  }
}

/** What will be matched after the export, said before it. */
export class PreMatchDto {
  @BooleanField({
    description: 'With the invoices that there are it would match, once it is cleared and paid',
    example: false,
  })
  readonly ready!: boolean;

  @ListField(() => MustShowDto, { description: 'What the invoice of each line must show', max: 1_000 })
  readonly invoices!: MustShowDto[];

  @ListField(() => RefundCheckDto, { description: 'What would block, or be asked about', max: 10_000 })
  readonly checks!: RefundCheckDto[];

  @ListField(() => MissingFactDto, { description: 'What is not there yet', max: 1_000 })
  readonly missing!: MissingFactDto[];

  @ListField(() => MatchSuggestionDto, { description: 'How drafts have to be written', max: 5_000 })
  readonly suggestions!: MatchSuggestionDto[];

  @ListField(() => PlannedRefundDto, { description: 'Line by line', max: 1_000 })
  readonly lines!: PlannedRefundDto[];

  @MoneyField({
    description: 'Sum of the lines, null where one cannot be told; of a manufacturer the ceiling (免抵退税额)',
    nullable: true,
  })
  readonly expectedRefund!: MoneyDto | null;

  static from(this: void, found: PreMatch, language: Language): PreMatchDto {
    return {
      ready: found.isReady,
      invoices: found.invoices.map(MustShowDto.from),
      checks: found.findings.map((finding) => RefundCheckDto.from(finding, language)),
      missing: found.missing.map((fact) => MissingFactDto.from(fact, language)),
      suggestions: found.suggestions.map((suggestion) => MatchSuggestionDto.from(suggestion, language)),
      lines: found.lines.map(PlannedRefundDto.from),
      expectedRefund: found.expectedRefund?.toJSON() ?? null,
    };
  }
}
