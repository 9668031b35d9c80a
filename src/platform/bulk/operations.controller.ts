import { Controller, Get, Headers, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiParam, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../http/command.js';
import { withETag } from '../http/etag.js';
import { CommandOperation, QueryOperation } from '../http/operation.js';
import { mapPage } from '../http/paging.js';
import { type Principal, type Reply } from '../http/request.js';
import { BatchQueue } from './batch-queue.js';
import { operationOf } from './bulk-operation.js';
import { BulkOperations } from './bulk-operations.js';
import {
  OperationDto,
  OperationPageDto,
  OperationResultDto,
  OperationResultPageDto,
  OperationsQuery,
  ResultsQuery,
} from './operation.dto.js';

const NDJSON = 'application/x-ndjson';

export const OPERATION_ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'opr_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('Bulk work')
@Controller('v1/operations')
export class OperationsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly operations: BulkOperations,
    private readonly batches: BatchQueue,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listOperations',
    summary: 'Bulk work, newest first',
    description: 'What was ordered for many at once, and how far it is.',
    scope: 'bulk:read',
    answers: OperationPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: OperationsQuery): Promise<OperationPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.operations.list(view, query, query));
    return mapPage(found, OperationDto.from);
  }

  @Get(':id')
  @ApiParam(OPERATION_ID)
  @QueryOperation({
    id: 'getOperation',
    summary: 'How bulk work stands',
    description: 'How many items it has, how many are done and how many of those failed, and when it should be over.',
    scope: 'bulk:read',
    answers: OperationDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<OperationDto> {
    const operationId = parseId('operation', id);
    const found = await this.unitOfWork.read(caller, (view) => operationOf(view, operationId));
    return withETag(reply, OperationDto.from(found));
  }

  @Get(':id/results')
  @ApiParam(OPERATION_ID)
  @ApiExtraModels(OperationResultPageDto)
  @ApiResponse({
    status: 200,
    description: 'Found',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(OperationResultPageDto) } },
      [NDJSON]: { schema: { type: 'string', maxLength: 1_000_000_000 } },
    },
  })
  @QueryOperation({
    id: 'listOperationResults',
    summary: 'What became of each item',
    description:
      'In the order in which the items came; `state=failed` gives only those to look after. A page can be read while the ' +
      'work goes on. With `Accept: application/x-ndjson` all of them from `cursor` on, one JSON object a line, whatever ' +
      '`limit` says. Results are kept for 30 days after the end.',
    scope: 'bulk:read',
    answers: OperationResultPageDto,
    byId: true,
  })
  async results(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: ResultsQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<OperationResultPageDto | StreamableFile> {
    const operationId = parseId('operation', id);
    void reply.header('Vary', 'Accept');
    if (accept?.includes(NDJSON) === true) {
      const lines = await this.operations.lines(caller, operationId, query);
      return new StreamableFile(lines, { type: NDJSON });
    }
    const found = await this.unitOfWork.read(caller, (view) => this.operations.results(view, operationId, query));
    return mapPage(found, (item) => OperationResultDto.from(item, caller));
  }

  @Post(':id/cancellation')
  @ApiParam(OPERATION_ID)
  @CommandOperation({
    id: 'cancelOperation',
    summary: 'Do no more of it',
    description:
      'What is done stays done. What is in hand just now is finished; until then the operation is `cancelling`. The rest ' +
      'becomes `cancelled`.',
    scope: 'bulk:write',
    answers: OperationDto,
    status: 202,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  cancel(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const operationId = parseId('operation', id);
    return this.commands.run(command, (tx) => this.batches.cancel(tx, operationId), OperationDto.from);
  }
}
