import { publicId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import {
  DateField,
  DecimalField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  type MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type RateChange } from '../../entities/rate-changes.table.js';

const IMPACT = {
  description: 'What the refund becomes more, or less; null where purchase or rate is not known',
  currency: 'CNY',
  nullable: true,
};

export class StandingRateDto {
  @DecimalField({ description: 'Fraction', example: '0.06' })
  readonly refundRate!: string;

  @DateField({ description: 'First export date; null: open', nullable: true, example: '2026-04-01' })
  readonly validFrom!: string | null;

  @DateField({ description: 'Last export date; null: open', nullable: true, example: '2026-12-31' })
  readonly validTo!: string | null;

  @TextField({ description: 'Library and issue, or the table', max: 200, example: '出口退税率文库 2026B' })
  readonly version!: string;
}

export class ChangedRateLineDto {
  @IntegerField({ description: 'Line of the order', min: 1 })
  readonly lineNumber!: number;

  @TextField({ description: 'HS code', max: 10, example: '8507600090' })
  readonly hsCode!: string;

  @ObjectField(() => StandingRateDto, { description: 'Before; null: none was known', nullable: true })
  readonly before!: StandingRateDto | null;

  @ObjectField(() => StandingRateDto, { description: 'Now; null: none is known', nullable: true })
  readonly after!: StandingRateDto | null;

  @MoneyField(IMPACT)
  readonly impact!: MoneyDto | null;
}

export class RateChangeDto {
  @IdField({ kind: 'rateChange', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'order', description: 'The order' })
  readonly orderId!: string;

  @TextField({ description: "The order's own reference", max: 200, example: 'SO-2026-0001' })
  readonly reference!: string;

  @TextField({ description: 'The issue that changed them', max: 200, example: '出口退税率文库 2026B' })
  readonly version!: string;

  @DateField({
    description: 'Export date; before there is a declaration, the day that the goods are ready',
    example: '2026-12-01',
  })
  readonly exportDate!: string;

  @MoneyField({ ...IMPACT, description: `${IMPACT.description}; sum of the lines that are known` })
  readonly impact!: MoneyDto | null;

  @ListField(() => ChangedRateLineDto, { description: 'The lines whose rate is another', max: 1_000 })
  readonly lines!: ChangedRateLineDto[];

  @InstantField({ description: 'When it was told' })
  readonly createdAt!: string;

  static from(this: void, change: RateChange & { readonly createdAt: Date }): RateChangeDto {
    const { id, orderId, orderReference, version, exportDate, impactMinor, lines, createdAt } = change;
    return {
      id: publicId('rateChange', id),
      orderId: publicId('order', orderId),
      ...{ reference: orderReference, version, exportDate, impact: cnyOf(impactMinor) },
      lines: lines.map(({ impactMinor: of, ...line }) => ({ ...line, impact: cnyOf(of) })),
      createdAt: createdAt.toISOString(),
    };
  }
}

export class RateChangePageDto extends PageOf(RateChangeDto) {}

export class RateChangesQuery extends DatedPageQuery {
  @IdField({ kind: 'order', description: 'Only of this order', optional: true })
  orderId?: string;
}

function cnyOf(minor: string | null): MoneyDto | null {
  return minor === null ? null : Money.ofMinor(BigInt(minor), 'CNY').toJSON();
}
