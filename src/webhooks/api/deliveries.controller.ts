import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { DeliveryLog } from '../application/delivery-log.service.js';
import { DeliveryPendingError } from '../domain/webhooks.errors.js';
import { DeliveriesQuery, DeliveryDetailDto, DeliveryDto, DeliveryPageDto } from './dto/delivery.dto.js';

const DELIVERY_ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'whd_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('Webhooks')
@Controller('v1/webhooks/deliveries')
export class DeliveriesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: DeliveryLog,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listWebhookDeliveries',
    summary: 'What was sent, or is to be sent, to the endpoints',
    description: 'Newest first, by endpoint, event or state.',
    scope: 'webhooks:read',
    answers: DeliveryPageDto,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { endpointId, eventId, ...query }: DeliveriesQuery,
  ): Promise<Page<DeliveryDto>> {
    const rows = await this.unitOfWork.read(caller, (view) =>
      this.log.list(view, {
        ...query,
        endpointUuid: parseOptionalId('webhookEndpoint', endpointId),
        eventUuid: parseOptionalId('event', eventId),
      }),
    );
    return mapPage(rows, DeliveryDto.from);
  }

  @Get(':id')
  @ApiParam(DELIVERY_ID)
  @QueryOperation({
    id: 'getWebhookDelivery',
    summary: 'One delivery with every attempt',
    description: 'Status, duration and the first bytes of each answer.',
    scope: 'webhooks:read',
    answers: DeliveryDetailDto,
    byId: true,
  })
  async get(@CallerOf() caller: Principal, @Param('id') id: string): Promise<DeliveryDetailDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.log.get(view, parseId('webhookDelivery', id)));
    return DeliveryDetailDto.of(found);
  }

  @Post(':id/redelivery')
  @ApiParam(DELIVERY_ID)
  @CommandOperation({
    id: 'redeliverWebhook',
    summary: 'Send a finished delivery once more',
    description: 'With the same `webhook-id`, so that a receiver which has it can tell.',
    scope: 'webhooks:write',
    answers: DeliveryDetailDto,
    status: 202,
    byId: true,
    problems: [DeliveryPendingError],
  })
  sendAgain(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.log.sendAgain(tx, parseId('webhookDelivery', id)),
      DeliveryDetailDto.of,
    );
  }
}
