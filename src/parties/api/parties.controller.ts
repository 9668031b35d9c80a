import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { PartyRegister } from '../application/party-register.service.js';
import { PartyReferenceTakenError } from '../domain/party.errors.js';
import { PartiesQuery, PartyChangeRequest, PartyDto, PartyPageDto, PartyRequest } from './dto/party.dto.js';
import { PARTY_EXAMPLES } from './party.examples.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('Parties')
@Controller('v1/parties')
export class PartiesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly register: PartyRegister,
  ) {}

  @Post()
  @CommandOperation({
    id: 'enterParty',
    summary: 'Enter a seller, a buyer or a supplier',
    description:
      'A seller is an SME that exports: customs, bank and tax bureau must be able to know it. A buyer is who pays from ' +
      'abroad, under its name or one of its aliases. A supplier issues the VAT invoices of a trading company.',
    scope: 'parties:write',
    answers: PartyDto,
    status: 201,
    dryRun: true,
    examples: PARTY_EXAMPLES,
    problems: [InvalidInputError, PartyReferenceTakenError],
  })
  enter(@CommandOf() command: Command, @Body() request: PartyRequest): Promise<string> {
    return this.commands.run(command, (tx) => this.register.enter(tx, request.toTerms()), PartyDto.from);
  }

  @Get()
  @QueryOperation({
    id: 'listParties',
    summary: 'Parties, newest first',
    description: 'Filters go together: a party must satisfy all of them.',
    scope: 'parties:read',
    answers: PartyPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: PartiesQuery): Promise<PartyPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.register.list(view, query, query));
    return mapPage(found, PartyDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getParty',
    summary: 'One party',
    description: 'As it now stands.',
    scope: 'parties:read',
    answers: PartyDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<PartyDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.register.get(view, parseId('party', id)));
    return withETag(reply, PartyDto.from(found));
  }

  @Patch(':id')
  @ApiParam(ID)
  @CommandOperation({
    id: 'amendParty',
    summary: 'Change a party',
    description:
      'A field that is left out stays; `null` empties it. Orders that are placed already see the change the next time a ' +
      'service looks: the next declaration, the next payout.',
    scope: 'parties:write',
    answers: PartyDto,
    examples: {
      another_name: { aliases: ['NINGBO EXAMPLE TRADING'] },
      address: { address: '浙江省宁波市鄞州区示例路 2 号' },
    },
    ifMatch: 'required',
    dryRun: true,
    byId: true,
    problems: [InvalidInputError, PartyReferenceTakenError],
  })
  amend(@CommandOf() command: Command, @Param('id') id: string, @Body() request: PartyChangeRequest): Promise<string> {
    const partyId = parseId('party', id);
    return this.commands.run(command, (tx) => this.register.amend(tx, partyId, request.toChange()), PartyDto.from);
  }
}
