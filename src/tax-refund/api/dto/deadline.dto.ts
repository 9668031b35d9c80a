import { publicId } from '../../../kernel/ids.js';
import { CalculationDto } from '../../../platform/http/calculation.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  type MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { PageOf, PageQuery } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { DEADLINE_KINDS, DEADLINE_STATES } from '../../domain/deadline-kinds.js';
import { type AtStake, type Deadline } from '../../entities/deadlines.table.js';

export class AtStakeDto extends CalculationDto {
  @MoneyField({ description: 'FOB ÷ (1 + VAT rate) × VAT rate' })
  readonly outputVat!: MoneyDto;

  @MoneyField({ description: 'FOB value in CNY' })
  readonly fobCny!: MoneyDto;

  @DecimalField({ description: 'CNY per unit of the declared currency; null where that is CNY', nullable: true })
  readonly fxRate!: string | null;

  @EnumField({
    description: 'Where the rate is from: the tax period of the export, or the rate the order was planned with',
    values: ['tax_period', 'order_plan'],
    nullable: true,
  })
  readonly fxSource!: string | null;

  static from(this: void, { outputVat, fobCny, fxRate, fxSource, rule, steps }: AtStake): AtStakeDto {
    return { outputVat, fobCny, fxRate, fxSource, rule, steps: [...steps] };
  }
}

export class DeadlineDto {
  @IdField({ kind: 'deadline', description: 'Id' })
  readonly id!: string;

  @EnumField({
    description:
      'What must have happened by `dueOn`. `filing_window`: filed, in the regular window; `collection`: paid by the buyer; ' +
      '`thirty_six_months`: filed at all; `evidence_documents`: 备案单证 kept, after the filing',
    values: DEADLINE_KINDS,
  })
  readonly kind!: string;

  @EnumField({
    description: '`at_risk`: near, and not done; `deemed_domestic`: the export counts as sold at home; `void`: gone',
    values: DEADLINE_STATES,
  })
  readonly state!: string;

  @DateField({ description: 'The last day, in China' })
  readonly dueOn!: string;

  @DateField({ description: 'The day on which it was done; null while it is not', nullable: true })
  readonly metOn!: string | null;

  @IntegerField({ description: 'The latest alert that was given, in days before the last day', nullable: true })
  readonly alertedDays!: number | null;

  @DateField({ description: 'The day of the next alert, or of what comes when it is missed', nullable: true })
  readonly nextOn!: string | null;

  @IdField({ kind: 'order', description: 'The order whose goods were exported' })
  readonly orderId!: string;

  @TextField({ description: 'Its reference', max: 64 })
  readonly reference!: string;

  @IdField({ kind: 'party', description: 'The exporter' })
  readonly sellerId!: string;

  @IdField({ kind: 'claim', description: 'The claim by which it was filed', nullable: true })
  readonly claimId!: string | null;

  @TextField({ description: 'Declaration number (报关单号)', max: 18, example: '310420260795000001' })
  readonly entryNumber!: string;

  @TextField({ description: 'Law or notice', max: 500 })
  readonly source!: string;

  @ObjectField(() => AtStakeDto, {
    description: 'Of `thirty_six_months`: the VAT that falls due where it is missed, and how it is worked out',
    nullable: true,
  })
  readonly atStake!: AtStakeDto | null;

  @IntegerField({ description: 'Counts the changes', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, row: Deadline): DeadlineDto {
    return {
      id: publicId('deadline', row.id),
      kind: row.kind,
      state: row.state,
      dueOn: row.dueOn,
      metOn: row.metOn,
      alertedDays: row.alerted,
      nextOn: row.nextOn,
      orderId: publicId('order', row.orderId),
      reference: row.orderReference,
      sellerId: publicId('party', row.sellerId),
      claimId: row.claimId === null ? null : publicId('claim', row.claimId),
      entryNumber: row.entryNumber,
      source: row.source,
      atStake: row.atStake === null ? null : AtStakeDto.from(row.atStake),
      version: row.version,
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}

export class DeadlinesQuery extends PageQuery {
  @TextField({
    description: 'Kinds, separated by commas',
    optional: true,
    max: 200,
    example: 'filing_window,collection',
    pattern: wordsPattern(DEADLINE_KINDS),
  })
  kind?: string;

  @TextField({
    description: 'States, separated by commas',
    optional: true,
    max: 200,
    example: 'at_risk,overdue',
    pattern: wordsPattern(DEADLINE_STATES),
  })
  state?: string;

  @DateField({ description: 'Last day on or after', optional: true })
  from?: string;

  @DateField({ description: 'Last day on or before', optional: true })
  to?: string;

  @IdField({ description: 'Of this exporter', kind: 'party', optional: true })
  sellerId?: string;

  @IdField({ description: 'Of this order', kind: 'order', optional: true })
  orderId?: string;
}

/** As `DeadlinesQuery`, of a list that is not paged. */
export class CalendarQuery {
  @TextField({
    description: 'Kinds, separated by commas',
    optional: true,
    max: 200,
    example: 'filing_window,collection',
    pattern: wordsPattern(DEADLINE_KINDS),
  })
  kind?: string;

  @IdField({ description: 'Of this exporter', kind: 'party', optional: true })
  sellerId?: string;
}

export const DeadlinePageDto = PageOf(DeadlineDto);
