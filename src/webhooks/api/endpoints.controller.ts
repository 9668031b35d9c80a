import { Body, Controller, Delete, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { Endpoints } from '../application/endpoints.service.js';
import { EndpointLimitError, ReplayRunningError } from '../domain/webhooks.errors.js';
import {
  CreatedEndpointDto,
  CreateEndpointDto,
  EndpointDto,
  EndpointPageDto,
  EndpointsQuery,
  UpdateEndpointDto,
} from './dto/endpoint.dto.js';

const ENDPOINT_ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'whe_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('Webhooks')
@Controller('v1/webhooks/endpoints')
export class EndpointsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly endpoints: Endpoints,
  ) {}

  @Post()
  @CommandOperation({
    id: 'createWebhookEndpoint',
    summary: 'Have events sent to a URL',
    description:
      'From now on every event that the filters let through is POSTed there, signed as Standard Webhooks 1.0.0.',
    scope: 'webhooks:write',
    answers: CreatedEndpointDto,
    status: 201,
    showsSecret: true,
    problems: [EndpointLimitError],
  })
  create(@CommandOf() command: Command, @Body() { description = '', ...body }: CreateEndpointDto): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.endpoints.create(tx, { ...body, description }),
      ({ endpoint, secret }) => ({ ...EndpointDto.from(endpoint), secret }),
    );
  }

  @Get()
  @QueryOperation({
    id: 'listWebhookEndpoints',
    summary: 'The endpoints of the tenant',
    description: 'Newest first; removed ones only when asked for.',
    scope: 'webhooks:read',
    answers: EndpointPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: EndpointsQuery): Promise<Page<EndpointDto>> {
    return mapPage(await this.unitOfWork.read(caller, (view) => this.endpoints.list(view, query)), EndpointDto.fromRow);
  }

  @Get(':id')
  @ApiParam(ENDPOINT_ID)
  @QueryOperation({
    id: 'getWebhookEndpoint',
    summary: 'One endpoint',
    description: 'Without its secret, which is shown only when it is made.',
    scope: 'webhooks:read',
    answers: EndpointDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<EndpointDto> {
    const found = await this.unitOfWork.read(caller, (view) =>
      this.endpoints.get(view, parseId('webhookEndpoint', id)),
    );
    return withETag(reply, EndpointDto.from(found));
  }

  @Patch(':id')
  @ApiParam(ENDPOINT_ID)
  @CommandOperation({
    id: 'updateWebhookEndpoint',
    summary: 'Change an endpoint, or switch it on or off',
    description:
      'Only what is given changes. What was due before it was switched off is sent when it is on again; what happened ' +
      'meanwhile is sent with `replayMissing`.',
    scope: 'webhooks:write',
    answers: EndpointDto,
    ifMatch: 'required',
    byId: true,
    problems: [ReplayRunningError],
  })
  update(@CommandOf() command: Command, @Param('id') id: string, @Body() body: UpdateEndpointDto): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.endpoints.update(tx, parseId('webhookEndpoint', id), { ...body }),
      EndpointDto.from,
    );
  }

  @Delete(':id')
  @ApiParam(ENDPOINT_ID)
  @CommandOperation({
    id: 'removeWebhookEndpoint',
    summary: 'Send nothing more to an endpoint',
    description: 'Its deliveries stay on record; it cannot be brought back.',
    scope: 'webhooks:write',
    answers: EndpointDto,
    ifMatch: 'optional',
    byId: true,
  })
  remove(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.endpoints.remove(tx, parseId('webhookEndpoint', id)),
      EndpointDto.from,
    );
  }
}
