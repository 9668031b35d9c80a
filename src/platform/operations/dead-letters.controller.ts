import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../http/command.js';
import { withETag } from '../http/etag.js';
import { CommandOperation, QueryOperation } from '../http/operation.js';
import { mapPage } from '../http/paging.js';
import { type Principal, type Reply } from '../http/request.js';
import { DeadLetterDto, DeadLetterPageDto, DeadLettersQuery } from './dead-letter.dto.js';
import { DeadLetters } from './dead-letters.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'dlq_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('Operations')
@Controller('v1/operations/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly deadLetters: DeadLetters,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listDeadLetters',
    summary: 'Work that failed for good, newest first',
    description:
      'A delivery whose tries are used up, or that failed in a way that no repetition mends, waits here for a person. ' +
      'Nothing is lost: it can be put back or given up.',
    scope: 'operations:read',
    answers: DeadLetterPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: DeadLettersQuery): Promise<DeadLetterPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.deadLetters.list(view, query, query));
    return mapPage(found, DeadLetterDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getDeadLetter',
    summary: 'One dead letter',
    description: 'With what was to be worked on and the last error.',
    scope: 'operations:read',
    answers: DeadLetterDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<DeadLetterDto> {
    const letterId = parseId('deadLetter', id);
    const found = await this.unitOfWork.read(caller, (view) => this.deadLetters.get(view, letterId));
    return withETag(reply, DeadLetterDto.from(found));
  }

  @Post(':id/retry')
  @ApiParam(ID)
  @CommandOperation({
    id: 'retryDeadLetter',
    summary: 'Try it again',
    description:
      'Puts the delivery back into its queue with all its tries before it. Do it when the cause is mended. It keeps its ' +
      'message id, so what it had done already it does not do twice. The decision is audited.',
    scope: 'operations:write',
    answers: DeadLetterDto,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  retry(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const letterId = parseId('deadLetter', id);
    return this.commands.run(command, (tx) => this.deadLetters.retry(tx, letterId), DeadLetterDto.from);
  }

  @Post(':id/discard')
  @ApiParam(ID)
  @CommandOperation({
    id: 'discardDeadLetter',
    summary: 'Give it up',
    description: 'The work will not be done. The letter stays here to be read, and the decision is audited.',
    scope: 'operations:write',
    answers: DeadLetterDto,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  discard(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const letterId = parseId('deadLetter', id);
    return this.commands.run(command, (tx) => this.deadLetters.discard(tx, letterId), DeadLetterDto.from);
  }
}
