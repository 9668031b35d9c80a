import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { EndpointSecrets } from '../application/endpoint-secrets.service.js';
import { EndpointStatistics } from '../application/endpoint-statistics.js';
import { TestSends } from '../application/test-sends.service.js';
import { EndpointDisabledError, SecretRotatingError } from '../domain/webhooks.errors.js';
import { DeliveryDto } from './dto/delivery.dto.js';
import { RotatedEndpointDto, SecretRotationDto, TestSendDto } from './dto/endpoint.dto.js';
import { EndpointStatisticsDto, StatisticsQuery } from './dto/statistics.dto.js';

const ENDPOINT_ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'whe_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('Webhooks')
@Controller('v1/webhooks/endpoints')
export class EndpointActionsController {
  constructor(
    private readonly commands: Commands,
    private readonly secrets: EndpointSecrets,
    private readonly tests: TestSends,
    private readonly unitOfWork: UnitOfWork,
    private readonly statistics: EndpointStatistics,
  ) {}

  @Post(':id/secret-rotation')
  @ApiParam(ENDPOINT_ID)
  @CommandOperation({
    id: 'rotateWebhookSecret',
    summary: 'Replace the signing secret without a gap',
    description:
      'The new secret is in this answer and nowhere else. Until the instant you name messages carry the signatures of both, ' +
      'so that the receiver can change over; two live beside one another, never three.',
    scope: 'webhooks:write',
    answers: RotatedEndpointDto,
    ifMatch: 'optional',
    byId: true,
    examples: { with_a_day_to_change_over: {}, at_once: { oldSecretExpiresAt: '2026-01-01T00:00:00Z' } },
    problems: [SecretRotatingError],
  })
  rotate(@CommandOf() command: Command, @Param('id') id: string, @Body() body: SecretRotationDto): Promise<string> {
    const until = body.oldSecretExpiresAt === undefined ? undefined : new Date(body.oldSecretExpiresAt);
    return this.commands.run(
      command,
      (tx) => this.secrets.rotate(tx, parseId('webhookEndpoint', id), until),
      RotatedEndpointDto.rotated,
      RotatedEndpointDto.withoutSecret,
    );
  }

  @Post(':id/test')
  @ApiParam(ENDPOINT_ID)
  @CommandOperation({
    id: 'testWebhookEndpoint',
    summary: 'Send a sample to an endpoint',
    description:
      'An example event of the type, with `"test": true`, goes the way of real ones: signed, sent, recorded. It is tried ' +
      'once, whatever the filters say, and counts neither for nor against the endpoint. Read the delivery for what came of it.',
    scope: 'webhooks:write',
    answers: DeliveryDto,
    status: 202,
    byId: true,
    problems: [EndpointDisabledError],
  })
  test(@CommandOf() command: Command, @Param('id') id: string, @Body() { eventType }: TestSendDto): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.tests.send(tx, parseId('webhookEndpoint', id), eventType),
      DeliveryDto.from,
    );
  }

  @Get(':id/statistics')
  @ApiParam(ENDPOINT_ID)
  @QueryOperation({
    id: 'getWebhookStatistics',
    summary: 'How an endpoint does',
    description:
      'Deliveries by outcome, how long the receiver takes, and its circuit breaker. Times are those of the latest 1,000 ' +
      'deliveries of the window; samples count nowhere.',
    scope: 'webhooks:read',
    costly: true,
    answers: EndpointStatisticsDto,
    byId: true,
  })
  async read(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() { window = '24h' }: StatisticsQuery,
  ): Promise<EndpointStatisticsDto> {
    const endpointId = parseId('webhookEndpoint', id);
    return EndpointStatisticsDto.from(
      await this.unitOfWork.read(caller, (view) => this.statistics.of(view, endpointId, window)),
    );
  }
}
