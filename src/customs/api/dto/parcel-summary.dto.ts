import { publicId } from '../../../kernel/ids.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { type OpenedSummary } from '../../application/parcel-summaries.service.js';
import { PARCEL_SUMMARY_STATES } from '../../domain/parcel-summaries/summary-status.js';
import { type ParcelSummary } from '../../entities/parcel-summary.entity.js';
import { type MonthCount } from '../../entities/parcel-summaries.table.js';
import { type SummaryDeclarationRow } from '../../entities/summary-declarations.table.js';
import { OperatorDto } from './parcel-transport.dto.js';

const STATES = PARCEL_SUMMARY_STATES.join('|');
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export class SummariseParcelsRequest {
  @IdField({ kind: 'ecommerceProfile', description: 'Of which profile' })
  readonly profileId!: string;

  @TextField({ description: 'The month in which they were cleared', pattern: MONTH, max: 7, example: '2026-10' })
  readonly month!: string;

  @BooleanField({
    description: 'By 收发货人 and 生产销售单位 (summaryFlag 2), not by 收发货人 alone; left out: false',
    optional: true,
  })
  readonly byOwner?: boolean;

  @BooleanField({
    description: 'Goods of another name are another item (itemNameFlag 1); left out: false',
    optional: true,
  })
  readonly byGoodsName?: boolean;

  @ObjectField(() => OperatorDto, {
    description: 'Who declares (报关单位); left out: the declarant of the lists',
    optional: true,
  })
  readonly declarant?: OperatorDto;

  @TextField({ description: 'A remark that customs reads (备注)', max: 500, optional: true })
  readonly note?: string;
}

export class ParcelSummariesQuery extends DatedPageQuery {
  @TextField({
    description: 'Only those in one of these states, joined with commas',
    pattern: new RegExp(`^(${STATES})(,(${STATES}))*$`),
    max: 100,
    optional: true,
    example: 'due,overdue',
  })
  readonly state?: string;

  @IdField({ kind: 'ecommerceProfile', description: 'Only those of this profile', optional: true })
  readonly profileId?: string;
}

export class SummaryCountDto {
  @IntegerField({ description: 'To be summarised, and in no summary', min: 0, example: 120 })
  readonly due!: number;

  @IntegerField({ description: 'In one that customs has not decided', min: 0, example: 0 })
  readonly waiting!: number;

  @IntegerField({ description: 'In one that customs has taken', min: 0, example: 0 })
  readonly summarised!: number;

  @IntegerField({ description: 'Left out: simplified (A), declared by themselves', min: 0, example: 3 })
  readonly simplified!: number;

  @IntegerField({ description: 'Left out: returned before they were summarised', min: 0, example: 0 })
  readonly returned!: number;

  @IntegerField({ description: 'Left out: they have left in this month, and are not cleared', min: 0, example: 1 })
  readonly uncleared!: number;

  static of(this: void, { due, waiting, summarised, simplified, returned, uncleared }: MonthCount): SummaryCountDto {
    return { due, waiting, summarised, simplified, returned, uncleared };
  }
}

/** A month of one profile. */
export class SummaryMonthLineDto {
  @IdField({ kind: 'parcelSummary', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'ecommerceProfile', description: 'What its lists were filed with' })
  readonly profileId!: string;

  @TextField({ description: 'The month in which they were cleared', max: 7, example: '2026-11' })
  readonly month!: string;

  @EnumField({
    description:
      '`open`; `due`, its day is near; `overdue`, its day is over; `done`, customs has taken summaries of all its lists',
    values: PARCEL_SUMMARY_STATES,
    example: 'open',
  })
  readonly state!: string;

  @DateField({ description: 'Its last day, by the calendar of China', example: '2026-12-15' })
  readonly dueOn!: string;

  @InstantField({ description: 'When it was done', nullable: true })
  readonly completedAt!: string | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When its first list was cleared', example: '2026-11-28T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it changed last', example: '2026-11-28T02:00:00.000Z' })
  readonly updatedAt!: string;

  static of(this: void, summary: ParcelSummary): SummaryMonthLineDto {
    const { id, profileId, month, state, dueOn, completedAt } = summary;
    return {
      id: publicId('parcelSummary', id),
      profileId: publicId('ecommerceProfile', profileId),
      ...{ month, state, dueOn },
      completedAt: completedAt?.toISOString() ?? null,
      ...stampsOf(summary),
    };
  }
}

export class SummaryDeclarationDto {
  @IdField({ kind: 'parcelFiling', description: 'The application' })
  readonly filingId!: string;

  @TextField({ description: 'Its number (汇总申请编号)', max: 18, example: 'S20261201000000001' })
  readonly summaryNumber!: string;

  @TextField({ description: 'Number of the declaration before it has one (汇总统一编号)', max: 18 })
  readonly sequenceNumber!: string;

  @TextField({
    description: 'Number of the export declaration (报关单编号); null before',
    max: 18,
    nullable: true,
    example: '310520260000000001',
  })
  readonly entryNumber!: string | null;

  @TextField({ description: 'How it stands, in the code of customs (报关单状态)', max: 3, min: 0, example: '1' })
  readonly state!: string;

  @DecimalField({ description: 'Kilograms', example: '12.5' })
  readonly grossKg!: string;

  @DecimalField({ description: 'Kilograms', example: '11' })
  readonly netKg!: string;

  @IntegerField({ description: 'Lists of the application', min: 1, example: 120 })
  readonly lists!: number;

  @InstantField({ description: 'When customs made it so', example: '2026-12-02T02:00:00.000Z' })
  readonly processedAt!: string;

  static of(this: void, row: SummaryDeclarationRow): SummaryDeclarationDto {
    return {
      filingId: publicId('parcelFiling', row.filingId),
      summaryNumber: row.sumNo,
      sequenceNumber: row.declSeqNo,
      entryNumber: row.entryId,
      state: row.state,
      grossKg: row.grossWeight,
      netKg: row.netWeight,
      lists: row.lists,
      processedAt: row.processedAt.toISOString(),
    };
  }
}

export class SummaryMonthDto extends SummaryMonthLineDto {
  @ObjectField(() => SummaryCountDto, { description: 'How the lists of the month stand' })
  readonly lists!: SummaryCountDto;

  @ListField(() => SummaryDeclarationDto, { description: 'What they were declared as', max: 10_000 })
  readonly declarations!: SummaryDeclarationDto[];

  static from(this: void, { summary, count, declarations }: OpenedSummary): SummaryMonthDto {
    return {
      ...SummaryMonthLineDto.of(summary),
      lists: SummaryCountDto.of(count),
      declarations: declarations.map(SummaryDeclarationDto.of),
    };
  }
}

export class SummaryMonthPageDto extends PageOf(SummaryMonthLineDto) {}
