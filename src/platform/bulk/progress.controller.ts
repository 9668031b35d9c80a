import { Controller, Get, Headers, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { RequiresScope } from '../auth/scopes.js';
import { ApiProblems, COMMON_PROBLEMS } from '../http/api-problem.js';
import { CallerOf } from '../http/command.js';
import { type Principal, type Reply } from '../http/request.js';
import { ResourceNotFoundError } from '../http/request.errors.js';
import { TooManyStreamsError } from './bulk.errors.js';
import { OPERATION_ID } from './operations.controller.js';
import { Progress, STREAMS_MAX } from './progress.js';

const RETRY_SECONDS = 5;

@ApiTags('Bulk work')
@Controller('v1/operations')
export class ProgressController {
  constructor(private readonly progress: Progress) {}

  @Get(':id/progress')
  @ApiParam(OPERATION_ID)
  @ApiOperation({
    operationId: 'followOperation',
    summary: 'Its progress, as it happens',
    description:
      'Server-Sent Events: `progress` with the operation whenever that has changed, and `end` with it when it is over; then ' +
      'the stream ends. It ends after five minutes too: connect again with `Last-Event-ID`, and you are told what is new. Up ' +
      `to ${STREAMS_MAX} streams of a credential at once.\n\nScope: \`bulk:read\``,
  })
  @ApiExtension('x-scope', 'bulk:read')
  @RequiresScope('bulk:read', { operationId: 'followOperation' })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The `id` of the last event that you have',
    schema: { type: 'string', maxLength: 10, pattern: '^\\d+$' },
  })
  @ApiProduces('text/event-stream')
  @ApiResponse({
    status: 200,
    description: 'The events',
    content: { 'text/event-stream': { schema: { type: 'string', maxLength: 1_000_000_000 } } },
  })
  @ApiProblems(...COMMON_PROBLEMS, ResourceNotFoundError, TooManyStreamsError)
  async follow(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    try {
      const stream = await this.progress.follow(caller, parseId('operation', id), versionOf(lastEventId));
      void reply.header('Cache-Control', 'no-store');
      return new StreamableFile(stream, { type: 'text/event-stream; charset=utf-8' });
    } catch (error) {
      if (error instanceof TooManyStreamsError) void reply.header('Retry-After', RETRY_SECONDS);
      throw error;
    }
  }
}

/** Anything else is as good as nothing: then all is told. */
function versionOf(lastEventId: string | undefined): number | null {
  return lastEventId !== undefined && /^\d{1,10}$/.test(lastEventId) ? Number(lastEventId) : null;
}
