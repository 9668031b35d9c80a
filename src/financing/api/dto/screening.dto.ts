import { publicId } from '../../../kernel/ids.js';
import { DateField, EnumField, IdField, InstantField, TextField } from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { SCREENING_RESULTS, type ScreeningResult } from '../../domain/screening/screening.js';
import { type Screening } from '../../entities/screenings.table.js';

export class RecordScreeningDto {
  @IdField({ kind: 'party', description: 'Whose names were looked up' })
  readonly partyId!: string;

  @EnumField({
    description: '`hit`: it stands on the list; `possible`: a name like it does; `clear`: none does',
    values: SCREENING_RESULTS,
    example: 'clear',
  })
  readonly result!: ScreeningResult;

  @TextField({ description: 'The list of denied parties', max: 100, example: 'UN consolidated list' })
  readonly list!: string;

  @TextField({ description: 'Its version, as its publisher names it', max: 100, example: '2026-11-30' })
  readonly listVersion!: string;

  @DateField({ description: 'When they were looked up', example: '2026-12-01' })
  readonly screenedOn!: string;

  @TextField({ description: 'Who looked them up: a person, or a provider', max: 200, example: 'Compliance desk' })
  readonly screenedBy!: string;

  @TextField({
    description: 'By which the provider knows it',
    max: 200,
    optional: true,
    nullable: true,
    example: 'SCR-17',
  })
  readonly reference?: string | null;
}

/** What was found when the names of a party were looked up. It never changes. */
export class ScreeningDto {
  @IdField({ kind: 'screening', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'party', description: 'Whose names were looked up' })
  readonly partyId!: string;

  @EnumField({ description: 'What was found', values: SCREENING_RESULTS, example: 'clear' })
  readonly result!: string;

  @TextField({ description: 'The list of denied parties', max: 100 })
  readonly list!: string;

  @TextField({ description: 'Its version', max: 100 })
  readonly listVersion!: string;

  @DateField({ description: 'When they were looked up' })
  readonly screenedOn!: string;

  @TextField({ description: 'Who looked them up', max: 200 })
  readonly screenedBy!: string;

  @TextField({ description: 'By which the provider knows it', max: 200, nullable: true })
  readonly reference!: string | null;

  @InstantField({ description: 'When it was entered' })
  readonly createdAt!: string;

  static from(this: void, row: Screening): ScreeningDto {
    const { result, list, listVersion, screenedOn, screenedBy, reference } = row;
    return {
      ...{ id: publicId('screening', row.id), partyId: publicId('party', row.partyId), result, list, listVersion },
      ...{ screenedOn, screenedBy, reference, createdAt: row.createdAt.toISOString() },
    };
  }
}

export class ScreeningPageDto extends PageOf(ScreeningDto) {}

export class ScreeningsQuery extends DatedPageQuery {
  @IdField({ kind: 'party', description: 'Only of this party', optional: true })
  partyId?: string;
}
