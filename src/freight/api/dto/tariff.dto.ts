import { publicId } from '../../../kernel/ids.js';
import { DateField, IdField, InstantField, IntegerField, TextField } from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type Tariff } from '../../application/tariffs.service.js';

const NAME = { max: 100, example: 'Carrier A 2026' } as const;

export class FreightTariffQuery {
  @TextField({ description: 'The table; imported again under the same name it is its next edition', ...NAME })
  name!: string;

  @DateField({
    description: 'First day of departure of this edition; the one before counts until then',
    example: '2026-12-01',
  })
  validFrom!: string;
}

export class FreightTariffsQuery extends DatedPageQuery {
  @TextField({ description: 'Editions of this table', optional: true, ...NAME })
  name?: string;
}

/** One edition of a rate table of your own. */
export class FreightTariffDto {
  @IdField({ description: 'The edition', kind: 'freightTariff' })
  readonly id!: string;

  @TextField({ description: 'The table', ...NAME })
  readonly name!: string;

  @IntegerField({ description: 'Counts the imports of that name', min: 1, example: 1 })
  readonly edition!: number;

  @DateField({ description: 'First day of departure', example: '2026-12-01' })
  readonly validFrom!: string;

  @DateField({ description: 'From this day on the next edition counts', nullable: true, example: '2027-01-01' })
  readonly replacedFrom!: string | null;

  @IntegerField({ description: 'Rates in it', min: 1, example: 2400 })
  readonly rows!: number;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was imported', example: '2026-11-24T02:00:00.000Z' })
  readonly createdAt!: string;

  static from(this: void, { id, createdAt, ...tariff }: Tariff): FreightTariffDto {
    return { ...tariff, id: publicId('freightTariff', id), createdAt: createdAt.toISOString() };
  }
}

export class FreightTariffPageDto extends PageOf(FreightTariffDto) {}
