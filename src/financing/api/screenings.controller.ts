import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { Screenings } from '../application/screening/screenings.service.js';
import { SCREENED } from './dispute.examples.js';
import { RecordScreeningDto, ScreeningDto, ScreeningPageDto, ScreeningsQuery } from './dto/screening.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'sng_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The screening',
} as const;

/** Names of parties against lists of denied parties. */
@ApiTags('Financing')
@Controller('v1/financing/screenings')
export class ScreeningsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly screenings: Screenings,
  ) {}

  @Post()
  @CommandOperation({
    id: 'recordScreening',
    summary: 'Keep what a list of denied parties says of a party',
    description:
      'By staff, or by a provider with a key of its own. The latest by each list counts, and of several lists the worst. With a `hit` of ' +
      'seller or buyer nothing more is drawn on their orders, by any product.',
    scope: 'financing:write',
    answers: ScreeningDto,
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    examples: { clear: SCREENED },
    problems: [InvalidInputError],
  })
  record(@CommandOf() command: Command, @Body() { reference, ...body }: RecordScreeningDto): Promise<string> {
    const found = { ...body, partyId: parseId('party', body.partyId), reference: reference ?? null };
    return this.commands.run(command, (tx) => this.screenings.record(tx, found), ScreeningDto.from);
  }

  @Get()
  @QueryOperation({
    id: 'listScreenings',
    summary: 'Screenings, newest first',
    description: 'By party.',
    scope: 'financing:read',
    answers: ScreeningPageDto,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { partyId, ...query }: ScreeningsQuery,
  ): Promise<ScreeningPageDto> {
    const partyUuid = parseOptionalId('party', partyId);
    const found = await this.unitOfWork.read(caller, (view) => this.screenings.list(view, query, partyUuid));
    return mapPage(found, ScreeningDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getScreening',
    summary: 'One screening',
    description: 'What was found, by which version of which list.',
    scope: 'financing:read',
    answers: ScreeningDto,
    byId: true,
  })
  async get(@CallerOf() caller: Principal, @Param('id') id: string): Promise<ScreeningDto> {
    const screeningId = parseId('screening', id);
    return ScreeningDto.from(await this.unitOfWork.read(caller, (view) => this.screenings.get(view, screeningId)));
  }
}
