import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation } from '../../platform/http/operation.js';
import { EndpointSecrets } from '../application/endpoint-secrets.service.js';
import { TestSends } from '../application/test-sends.service.js';
import { EndpointDisabledError, SecretRotatingError } from '../domain/webhooks.errors.js';
import { DeliveryDto } from './dto/delivery.dto.js';
import { RotatedEndpointDto, SecretRotationDto, TestSendDto } from './dto/endpoint.dto.js';

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
}
