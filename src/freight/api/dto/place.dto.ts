import { EnumField, TextField, TextListField } from '../../../platform/http/fields.js';
import { PageOf, PageQuery } from '../../../platform/http/paging.js';
import { FUNCTIONS, type PlaceFunction } from '../../application/place-book.js';
import { type Place } from '../../domain/places.js';
import { PORT } from './charge.dto.js';

const KINDS = ['sea', 'rail', 'air'] as const;
const COUNTRY = { max: 2, min: 2, pattern: /^[A-Z]{2}$/ } as const;

export class FreightPlacesQuery extends PageQuery {
  @TextField({ description: 'Part of the code or of the name', optional: true, max: 60, example: 'Hamb' })
  search?: string;

  @TextField({ description: 'ISO 3166-1 alpha-2', ...COUNTRY, optional: true, example: 'DE' })
  country?: string;

  @EnumField({ description: 'What it serves', values: KINDS, optional: true })
  serves?: PlaceFunction;
}

/** A port, an airport or a terminal. */
export class FreightPlaceDto {
  @TextField({ description: 'UN/LOCODE', ...PORT, example: 'DEHAM' })
  readonly code!: string;

  @TextField({ description: 'As it is mostly called', example: 'Hamburg' })
  readonly name!: string;

  @TextField({ description: 'ISO 3166-1 alpha-2', ...COUNTRY, example: 'DE' })
  readonly country!: string;

  @TextListField({ description: 'What it serves', max: 3, values: KINDS })
  readonly serves!: PlaceFunction[];

  static from(this: void, { code, name, country, functions }: Place): FreightPlaceDto {
    return { code, name, country, serves: KINDS.filter((kind) => functions.includes(FUNCTIONS[kind])) };
  }
}

export class FreightPlacePageDto extends PageOf(FreightPlaceDto) {}
