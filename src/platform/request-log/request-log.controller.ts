import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { UnitOfWork } from '../database/unit-of-work.js';
import { CallerOf } from '../http/command.js';
import { QueryOperation } from '../http/operation.js';
import { mapPage } from '../http/paging.js';
import { type Principal } from '../http/request.js';
import { getRequest, listRequests } from './logged-requests.js';
import { LoggedRequestDto, LoggedRequestPageDto, RequestLogQuery } from './request-log.dto.js';

@ApiTags('Request log')
@Controller('v1/request-log')
export class RequestLogController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @QueryOperation({
    id: 'listRequests',
    summary: 'Your own requests and how they were answered, newest first',
    description:
      'Of the last 30 days, a second or two after the answer. No body, answer or query is kept: of a refused request the ' +
      'pointers and codes of its faults. A log is worth less than an answer: in an outage lines may be missing.',
    scope: 'operations:read',
    answers: LoggedRequestPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: RequestLogQuery): Promise<LoggedRequestPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => listRequests(view, query, query));
    return mapPage(found, LoggedRequestDto.from);
  }

  @Get(':id')
  @ApiParam({
    name: 'id',
    description: 'Its id, or what the answer carried in `X-Request-Id` or a problem in `traceId`',
    schema: { type: 'string', maxLength: 40, example: 'req_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  })
  @QueryOperation({
    id: 'getRequest',
    summary: 'One request',
    description: 'By the id of the log, or by the `X-Request-Id` of its answer.',
    scope: 'operations:read',
    answers: LoggedRequestDto,
    byId: true,
  })
  async get(@CallerOf() caller: Principal, @Param('id') id: string): Promise<LoggedRequestDto> {
    return LoggedRequestDto.from(await this.unitOfWork.read(caller, (view) => getRequest(view, id)));
  }
}
