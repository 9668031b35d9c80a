import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { MalformedRequestError } from '../../platform/http/request.errors.js';
import { SAY } from '../../platform/platform.sentences.js';
import { PlaceBook } from '../application/place-book.js';
import { UN_LOCODE } from '../domain/rate.js';
import { FreightPlaceDto, FreightPlacePageDto, FreightPlacesQuery } from './dto/place.dto.js';

/** Where the list goes on. @throws MalformedRequestError when it is not a cursor that we gave */
function placeCursor(cursor: string | undefined): string {
  if (cursor === undefined || UN_LOCODE.test(cursor)) return cursor ?? '';
  throw new MalformedRequestError(SAY.cursor_foreign, [
    { pointer: '?cursor', code: 'format', message: SAY.cursor_unchanged },
  ]);
}

/** Ports, airports and terminals; the same for all tenants. */
@ApiTags('Freight')
@Controller('v1/freight/places')
export class PlacesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly places: PlaceBook,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listFreightPlaces',
    summary: 'Ports, airports and terminals, by code',
    description: 'Those that a comparison knows, by part of the code or name, by country, by what they serve.',
    scope: 'freight:read',
    answers: FreightPlacePageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: FreightPlacesQuery): Promise<FreightPlacePageDto> {
    const { search, country, serves, limit = 50 } = query;
    const after = placeCursor(query.cursor);
    const found = await this.unitOfWork.read(caller, (view) =>
      this.places.search(view, { text: search, country, for: serves }),
    );
    const rest = found.filter(({ code }) => code > after);
    const data = rest.slice(0, limit);
    const last = rest.length > limit ? data.at(-1) : undefined;
    return { data: data.map(FreightPlaceDto.from), nextCursor: last === undefined ? null : last.code };
  }
}
