import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { LenderCovenants } from '../application/lender/lender-covenants.service.js';
import { TooManyCovenantsError } from '../domain/lender/lender.errors.js';
import {
  AddLenderCovenantDto,
  LenderCovenantDto,
  LenderCovenantPageDto,
  LenderCovenantsQuery,
} from './dto/lender-covenant.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'lcv_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The covenant',
} as const;

/** What a lender wants its portfolio to keep to. */
@ApiTags('Lender')
@Controller('v1/lender/covenants')
export class LenderCovenantsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly covenants: LenderCovenants,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listLenderCovenants',
    summary: 'Covenants of the portfolio',
    description: 'Newest first, also those that are over. How each stands is in the portfolio.',
    scope: 'lender:read',
    answers: LenderCovenantPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: LenderCovenantsQuery): Promise<Page<LenderCovenantDto>> {
    return mapPage(
      await this.unitOfWork.read(caller, (view) => this.covenants.list(view, query)),
      LenderCovenantDto.from,
    );
  }

  @Post()
  @CommandOperation({
    id: 'addLenderCovenant',
    summary: 'Add a covenant',
    description:
      'A figure of the portfolio, and what it may be at most, for the days on which that holds. A portfolio of a day is held to the ' +
      'covenants of that day. 200 at most; a covenant does not change: end it, and add another.',
    scope: 'lender:write',
    answers: LenderCovenantDto,
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    examples: {
      single_client: { name: 'Single client', measure: 'largest_client_share', threshold: '0.25' },
      overdue: { name: 'Overdue', measure: 'overdue_share', threshold: '0.05', validFrom: '2026-01-01' },
    },
    problems: [InvalidInputError, TooManyCovenantsError],
  })
  add(@CommandOf() command: Command, @Body() body: AddLenderCovenantDto): Promise<string> {
    const { name, measure, threshold, validFrom = null, validTo = null } = body;
    const wanted = { name, measure, threshold, validFrom, validTo };
    return this.commands.run(command, (tx) => this.covenants.add(tx, wanted), LenderCovenantDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getLenderCovenant',
    summary: 'One covenant',
    description: 'Also one that is over.',
    scope: 'lender:read',
    answers: LenderCovenantDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<LenderCovenantDto> {
    const covenantId = parseId('lenderCovenant', id);
    const found = await this.unitOfWork.read(caller, (view) => this.covenants.get(view, covenantId));
    return withETag(reply, LenderCovenantDto.from(found));
  }

  @Post(':id/ending')
  @ApiParam(ID)
  @CommandOperation({
    id: 'endLenderCovenant',
    summary: 'End a covenant',
    description: 'It holds to the end of today. One that is over, or has not begun, stays as it is.',
    scope: 'lender:write',
    answers: LenderCovenantDto,
    ifMatch: 'optional',
    byId: true,
  })
  end(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const covenantId = parseId('lenderCovenant', id);
    return this.commands.run(command, (tx) => this.covenants.end(tx, covenantId), LenderCovenantDto.from);
  }
}
