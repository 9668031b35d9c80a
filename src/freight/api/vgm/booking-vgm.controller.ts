import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../../platform/http/command.js';
import { LanguageOf } from '../../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../../platform/http/operation.js';
import { mapPage } from '../../../platform/http/paging.js';
import { type Principal } from '../../../platform/http/request.js';
import { Bookings } from '../../application/bookings.service.js';
import { VgmDeclarations } from '../../application/vgm/vgm-declarations.service.js';
import { BookingNotConfirmedError, CutOffPassedError } from '../../domain/lading/lading.errors.js';
import { UndeclarableMassError } from '../../domain/vgm/vgm.errors.js';
import { VgmDeclarationDto, VgmDeclarationPageDto, VgmDeclarationsQuery } from '../dto/vgm/vgm-declaration.dto.js';
import { VgmDeclarationRequestDto } from '../dto/vgm/vgm-request.dto.js';
import { VGM_EXAMPLES } from './vgm-examples.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'bkg_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The booking',
} as const;

/** What the packed containers of a booking weigh. */
@ApiTags('Freight')
@Controller('v1/freight/bookings/:id/vgm-declarations')
export class BookingVgmController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly bookings: Bookings,
    private readonly declarations: VgmDeclarations,
  ) {}

  @Post()
  @ApiParam(ID)
  @CommandOperation({
    id: 'declareVgm',
    summary: 'Declare the verified gross mass of one container to the carrier',
    description:
      'DCSA VGM 1.0 (SOLAS VI/2), of one container a call. Checked before it leaves: the container and its check digit, weights and ' +
      'method, payload; `errors` has all of it. A weight that is far from the sum has to be stood by (`acceptFindings`). Another ' +
      'declaration of the same container takes the place of one that is live. Refused after the cut-off (`VCO`), with a warning ' +
      'for two days before. Told by `freight.vgm.accepted` or `freight.vgm.rejected`.',
    scope: 'freight:write',
    answers: VgmDeclarationDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    dryRun: true,
    byId: true,
    problems: [BookingNotConfirmedError, CutOffPassedError, UndeclarableMassError],
    examples: VGM_EXAMPLES,
  })
  declare(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() request: VgmDeclarationRequestDto,
  ): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.declarations.declare(tx, parseId('booking', id), request.toRequest()),
      (row) => VgmDeclarationDto.from(row, command.language),
    );
  }

  @Get()
  @ApiParam(ID)
  @QueryOperation({
    id: 'listVgmDeclarations',
    summary: 'Verified gross masses of a booking, newest first',
    description: 'Those that hold, and those that were rejected or superseded before them.',
    scope: 'freight:read',
    answers: VgmDeclarationPageDto,
    speaks: true,
    byId: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: VgmDeclarationsQuery,
    @LanguageOf() language: Language,
  ): Promise<VgmDeclarationPageDto> {
    const bookingId = parseId('booking', id);
    const found = await this.unitOfWork.read(caller, async (view) => {
      await this.bookings.get(view, bookingId);
      return this.declarations.list(view, bookingId, query);
    });
    return mapPage(found, (row) => VgmDeclarationDto.from(row, language));
  }
}
