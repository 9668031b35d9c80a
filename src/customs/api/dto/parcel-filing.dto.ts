import { publicId } from '../../../kernel/ids.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  ListField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf, PageQuery } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { type FilingParcelRow, type OpenedFiling } from '../../application/parcel-filing-reader.service.js';
import { PARCEL_FILING_KINDS } from '../../domain/parcel-filings/filing-kind.js';
import { PARCEL_FILING_STATES, RECORD_OUTCOMES } from '../../domain/parcel-filings/filing-status.js';
import { DIRECTIONS } from '../../domain/parcels/profile.js';
import { type FilingRecordRow } from '../../entities/parcel-filing-records.table.js';
import { type ParcelFilingRow } from '../../entities/parcel-filing.entity.js';

/** So many parcels are filed about at once. */
export const PARCELS_AT_ONCE = 1_000;
const PARCEL_ID = /^pcl_[0-7][0-9a-hjkmnp-tv-z]{25}$/;
const words = (values: readonly string[]) => new RegExp(`^(${values.join('|')})(,(${values.join('|')}))*$`);

/** Body of everything that is filed about parcels. */
export class ParcelsNamed {
  @TextListField({
    description: 'The parcels: each once, all of one profile',
    min: 1,
    max: PARCELS_AT_ONCE,
    maxLength: 30,
    pattern: PARCEL_ID,
    example: ['pcl_01jdq3x7k2e9ta6v0m8r4c5wzb'],
  })
  readonly parcelIds!: string[];
}

export class ParcelFilingsQuery extends DatedPageQuery {
  @TextField({
    description: 'Only these kinds, joined with commas',
    pattern: words(PARCEL_FILING_KINDS),
    max: 200,
    optional: true,
    example: 'withdrawal',
  })
  readonly kind?: string;

  @TextField({
    description: 'Only those in one of these states, joined with commas',
    pattern: words(PARCEL_FILING_STATES),
    max: 100,
    optional: true,
    example: 'partly,rejected',
  })
  readonly state?: string;

  @IdField({ kind: 'ecommerceProfile', description: 'Only about parcels of this profile', optional: true })
  readonly profileId?: string;

  @IdField({ kind: 'parcel', description: 'Only those about this parcel', optional: true })
  readonly parcelId?: string;
}

export class FiledParcelsLineDto {
  @IdField({ kind: 'parcelFiling', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'ecommerceProfile', description: 'What the parcels are filed with' })
  readonly profileId!: string;

  @EnumField({ description: 'What is filed', values: PARCEL_FILING_KINDS, example: 'withdrawal' })
  readonly kind!: string;

  @EnumField({ description: 'Direction', values: DIRECTIONS, example: 'export' })
  readonly direction!: string;

  @EnumField({
    description:
      'Where it stands: `queued`; `sent`, customs has it; `accepted`, `rejected`, or `partly` where it took it for some of the ' +
      'parcels',
    values: PARCEL_FILING_STATES,
    example: 'sent',
  })
  readonly state!: string;

  @JsonField({ description: 'What was said of it', example: { reason: '买家取消订单' } })
  readonly said!: object;

  @IntegerField({ description: 'How many parcels it is about', min: 1, example: 2 })
  readonly parcels!: number;

  @IntegerField({ description: 'For how many of them customs has taken it', min: 0, example: 1 })
  readonly accepted!: number;

  @IntegerField({ description: 'For how many of them customs has refused it', min: 0, example: 0 })
  readonly rejected!: number;

  @InstantField({ description: 'When customs is asked if it is not decided by then', nullable: true })
  readonly expectedBy!: string | null;

  @InstantField({ description: 'When all of it was decided', nullable: true })
  readonly decidedAt!: string | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was filed', example: '2026-11-28T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it changed last', example: '2026-11-28T02:00:00.000Z' })
  readonly updatedAt!: string;

  static of(this: void, filing: ParcelFilingRow): FiledParcelsLineDto {
    const { id, profileId, kind, direction, state, said, parcels, accepted, rejected, expectedBy, decidedAt } = filing;
    return {
      id: publicId('parcelFiling', id),
      profileId: publicId('ecommerceProfile', profileId),
      ...{ kind, direction, state, said, parcels, accepted, rejected },
      expectedBy: expectedBy?.toISOString() ?? null,
      decidedAt: decidedAt?.toISOString() ?? null,
      ...stampsOf(filing),
    };
  }
}

export class FilingRecordDto {
  @IntegerField({ description: 'Number of the record in the filing, from 1', min: 1, example: 1 })
  readonly record!: number;

  @TextField({ description: 'Its guid', max: 36, example: '0199F0C1-7A3E-7C55-A1B2-6F0D2B9C0001' })
  readonly guid!: string;

  @IdField({ kind: 'cebMessage', description: 'The message that it is in' })
  readonly messageId!: string;

  @IntegerField({ description: 'How many parcels it is about', min: 1, example: 1 })
  readonly parcels!: number;

  @EnumField({ description: 'What customs made of it', values: RECORD_OUTCOMES, example: 'accepted' })
  readonly outcome!: string;

  @TextField({ description: 'Number of customs before acceptance (预录入编号)', max: 18, nullable: true })
  readonly preNo!: string | null;

  @TextField({ description: 'Number that customs gave it, of a summary 汇总申请编号', max: 40, nullable: true })
  readonly number!: string | null;

  @TextField({
    description: 'What customs said last, in its own words; of a refusal the reason',
    max: 1_000,
    min: 0,
    nullable: true,
    example: '海关审结',
  })
  readonly customsSaid!: string | null;

  @InstantField({ description: 'When it said so', nullable: true })
  readonly answeredAt!: string | null;

  static of(this: void, { place, guid, cebMessageId, answeredAt, ...row }: FilingRecordRow): FilingRecordDto {
    const { parcels, outcome, preNo, number, customsSaid } = row;
    return {
      record: place,
      guid: guid.toUpperCase(),
      messageId: publicId('cebMessage', cebMessageId),
      ...{ parcels, outcome, preNo, number, customsSaid },
      answeredAt: answeredAt?.toISOString() ?? null,
    };
  }
}

export class FiledParcelsDto extends FiledParcelsLineDto {
  @ListField(() => FilingRecordDto, { description: 'Record by record', max: 10_000 })
  readonly records!: FilingRecordDto[];

  static from(this: void, { filing, records }: OpenedFiling): FiledParcelsDto {
    return { ...FiledParcelsLineDto.of(filing), records: records.map(FilingRecordDto.of) };
  }
}

export class FiledParcelsPageDto extends PageOf(FiledParcelsLineDto) {}

export class FilingParcelsQuery extends PageQuery {}

export class FilingParcelDto {
  @IdField({ kind: 'parcel', description: 'The parcel' })
  readonly parcelId!: string;

  @IntegerField({ description: 'The record that it is in', min: 1, example: 1 })
  readonly record!: number;

  @EnumField({ description: 'What customs made of it', values: RECORD_OUTCOMES, example: 'accepted' })
  readonly outcome!: string;

  static of(this: void, { id, place, outcome }: FilingParcelRow): FilingParcelDto {
    return { parcelId: publicId('parcel', id), record: place, outcome };
  }
}

export class FilingParcelPageDto extends PageOf(FilingParcelDto) {}
