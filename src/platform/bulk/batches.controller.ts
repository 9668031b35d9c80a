import { Readable } from 'node:stream';

import { Controller, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';

import { type Tx } from '../database/session.js';
import { Command, CommandOf, Commands } from '../http/command.js';
import { TextField } from '../http/fields.js';
import { CommandOperation } from '../http/operation.js';
import { type Request } from '../http/request.js';
import { UnsupportedMediaTypeError } from '../http/request.errors.js';
import { BatchCommands } from './batch-commands.js';
import { BatchIntake, BYTES_MAX, ITEMS_MAX } from './batch-intake.js';
import { BatchQueue } from './batch-queue.js';
import { BatchLinesError, BatchSizeError, BatchTooSlowError, NotBatchableError } from './bulk.errors.js';
import { type BulkOperation } from './bulk-operation.js';
import { SAY } from './bulk.sentences.js';
import { OperationDto } from './operation.dto.js';

class BatchQuery {
  @TextField({
    description: 'The command to give for each item, by its `operationId`',
    max: 100,
    pattern: /^[A-Za-z]+$/,
    example: 'enterParty',
  })
  operation!: string;
}

@ApiTags('Bulk work')
@Controller('v1/batches')
export class BatchesController {
  constructor(
    private readonly commands: Commands,
    private readonly known: BatchCommands,
    private readonly intake: BatchIntake,
    private readonly queue: BatchQueue,
  ) {}

  @Post()
  @ApiConsumes('application/x-ndjson')
  @ApiBody({
    required: true,
    description: `One JSON object a line: \`body\`; \`pathParams\` where the path of the command has places; \`key\`, an Idempotency-Key of your own for the item. Up to ${ITEMS_MAX} lines and ${BYTES_MAX} bytes`,
    schema: { type: 'string', maxLength: BYTES_MAX, example: '{"key":"B-1","body":{"kind":"buyer","name":"Acme"}}\n' },
  })
  @CommandOperation({
    id: 'createBatch',
    summary: 'Give one command for many items',
    description:
      'Any POST that makes something, except those whose answer shows a secret. The credential needs the scope of that ' +
      'command too, and must be good until the end: once it is revoked, what is left fails. Each item is a command of its ' +
      'own, with everything it has by itself, and is done once however often it is tried. Follow `/v1/operations/{id}`. ' +
      'Of one tenant one batch is worked at a time.',
    scope: 'bulk:write',
    costly: true,
    answers: OperationDto,
    status: 202,
    idempotencyKey: 'required',
    showsSecret: true,
    problems: [NotBatchableError, BatchSizeError, BatchLinesError, BatchTooSlowError, UnsupportedMediaTypeError],
  })
  async create(
    @CommandOf() command: Command,
    @Query() { operation: name }: BatchQuery,
    @Req() request: Request,
  ): Promise<string> {
    const { caller } = command;
    const toGive = this.known.get(name, caller);
    if (!(request.body instanceof Readable)) throw new UnsupportedMediaTypeError(SAY.ndjson_needed);
    const taken = await this.intake.take(caller, toGive, request.body);
    const orders = new Set<string>();
    const order = async (tx: Tx): Promise<BulkOperation> => {
      await this.intake.close(tx, taken);
      const operation = await this.queue.open(tx, taken.id, { command: toGive, total: taken.total, order: command });
      orders.add(operation.id);
      return operation;
    };
    try {
      const answer = await this.commands.run(command.ofStream(taken.digest), order, OperationDto.from);
      // A repeat got the first answer: what was just read is nobody's.
      if (orders.size === 0) await this.intake.forget(caller, taken.id);
      return answer;
    } catch (error) {
      await this.intake.forget(caller, taken.id);
      throw error;
    }
  }
}
