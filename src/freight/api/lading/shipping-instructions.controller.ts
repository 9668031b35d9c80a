import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
import { type Tx } from '../../../platform/database/session.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../../platform/http/command.js';
import { withETag } from '../../../platform/http/etag.js';
import { LanguageOf } from '../../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../../platform/http/operation.js';
import { type Principal, type Reply } from '../../../platform/http/request.js';
import { InstructionsDesk } from '../../application/lading/shipping-instructions.service.js';
import {
  BookingNotConfirmedError,
  CutOffPassedError,
  InstructionsNotChangeableError,
  UnsendableInstructionsError,
} from '../../domain/lading/lading.errors.js';
import { type ShippingInstructions } from '../../entities/shipping-instructions.entity.js';
import { ShippingInstructionsDto } from '../dto/lading/shipping-instructions.dto.js';
import { ShippingInstructionsRequestDto } from '../dto/lading/shipping-instructions-request.dto.js';
import { INSTRUCTIONS_EXAMPLES } from './lading-examples.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'sin_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The shipping instructions',
} as const;

@ApiTags('Freight')
@Controller('v1/freight/shipping-instructions')
export class ShippingInstructionsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: InstructionsDesk,
  ) {}

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getShippingInstructions',
    summary: 'Shipping instructions',
    description: 'As they stand and as they are to be, with what the carrier says of them.',
    scope: 'freight:read',
    answers: ShippingInstructionsDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<ShippingInstructionsDto> {
    const row = await this.unitOfWork.read(caller, (view) => this.desk.get(view, parseId('shippingInstructions', id)));
    return withETag(reply, ShippingInstructionsDto.from(row, language));
  }

  @Post(':id/updates')
  @ApiParam(ID)
  @CommandOperation({
    id: 'updateShippingInstructions',
    summary: 'Ask the carrier to update shipping instructions',
    description:
      'All of them, as they are to be (DCSA UpdateShippingInstructions). They stand as they were until the carrier says yes; a ' +
      'newer update takes the place of one that is open. Told by `freight.shipping_instructions.updated` or `….update_declined`.',
    scope: 'freight:write',
    answers: ShippingInstructionsDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [
      BookingNotConfirmedError,
      CutOffPassedError,
      InstructionsNotChangeableError,
      UnsendableInstructionsError,
    ],
    examples: INSTRUCTIONS_EXAMPLES,
  })
  update(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() request: ShippingInstructionsRequestDto,
  ): Promise<string> {
    return this.run(command, (tx) => this.desk.update(tx, parseId('shippingInstructions', id), request.toRequest()));
  }

  @Post(':id/update-withdrawal')
  @ApiParam(ID)
  @CommandOperation({
    id: 'withdrawInstructionsUpdate',
    summary: 'Take an update of shipping instructions back',
    description:
      'While the carrier has received it and not decided it (DCSA UPDATE_CANCELLED). They stand as they were. Where the carrier ' +
      'has decided meanwhile, its decision holds.',
    scope: 'freight:write',
    answers: ShippingInstructionsDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    byId: true,
    problems: [InstructionsNotChangeableError],
  })
  withdraw(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, (tx) => this.desk.withdrawUpdate(tx, parseId('shippingInstructions', id)));
  }

  @Post(':id/cancellation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'cancelShippingInstructions',
    summary: 'Ask the carrier to forget shipping instructions',
    description: 'DCSA CANCELLED. Others may be sent for the booking afterwards.',
    scope: 'freight:write',
    answers: ShippingInstructionsDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    byId: true,
    problems: [InstructionsNotChangeableError],
  })
  cancel(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, (tx) => this.desk.cancel(tx, parseId('shippingInstructions', id)));
  }

  private run(command: Command, act: (tx: Tx) => Promise<ShippingInstructions>): Promise<string> {
    return this.commands.run(command, act, (row) => ShippingInstructionsDto.from(row, command.language));
  }
}
