import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { MatchRuns } from '../application/collections/match-runs.js';
import { MatchRunOpenError } from '../domain/collections/collection.errors.js';
import { CollectionMatchRunDto, CollectionMatchRunQuery } from './dto/match-run.dto.js';

/** Matching of all that waits, at once. */
@ApiTags('FX')
@Controller('v1/fx/match-runs')
export class CollectionMatchRunsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: MatchRuns,
  ) {}

  @Post()
  @CommandOperation({
    id: 'startCollectionMatchRun',
    summary: 'Match all money that waits for its order',
    description:
      'Every unmatched collection is held against what is owed, by the same rule as when it came; with `oldestFirst` the oldest ' +
      'debts of a payer are paid first where nothing else is found. One run at a time. Follow `/v1/operations/{id}`.',
    scope: 'fx:write',
    costly: true,
    answers: CollectionMatchRunDto,
    status: 202,
    problems: [MatchRunOpenError],
  })
  start(@CommandOf() command: Command, @Query() { oldestFirst = false }: CollectionMatchRunQuery): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.runs.start(tx, command, { oldestFirst }),
      CollectionMatchRunDto.from,
    );
  }

  @Get(':id')
  @ApiParam({ name: 'id', schema: { type: 'string', maxLength: 40, example: 'opr_01jdq3x7k2e9ta6v0m8r4c5wzb' } })
  @QueryOperation({
    id: 'getCollectionMatchRun',
    summary: 'One run',
    description: 'How its work stands, and what came of it so far.',
    scope: 'fx:read',
    answers: CollectionMatchRunDto,
    byId: true,
  })
  async get(@CallerOf() caller: Principal, @Param('id') id: string): Promise<CollectionMatchRunDto> {
    const runId = parseId('operation', id);
    return CollectionMatchRunDto.from(await this.unitOfWork.read(caller, (view) => this.runs.get(view, runId)));
  }
}
