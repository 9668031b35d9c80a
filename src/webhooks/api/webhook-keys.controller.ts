import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';

import { Public } from '../../platform/auth/scopes.js';
import { ApiProblems, UNIVERSAL_PROBLEMS } from '../../platform/http/api-problem.js';
import { WebhookKeys } from '../application/webhook-keys.js';
import { WebhookKeySetDto } from './dto/webhook-key.dto.js';

/** Keys are published a week before they sign. */
const CACHE = 'public, max-age=3600';

@ApiTags('Webhooks')
@Public()
@Controller('.well-known')
export class WebhookKeysController {
  constructor(private readonly keys: WebhookKeys) {}

  @Get('webhook-keys')
  @Header('Cache-Control', CACHE)
  @ApiOperation({
    operationId: 'getWebhookKeys',
    summary: 'The keys that webhooks are signed with (`v1a`)',
    description: 'A JSON Web Key Set (RFC 7517), each also as Standard Webhooks writes it. No key is needed.',
    security: [],
  })
  @ApiResponse({ status: 200, type: WebhookKeySetDto, description: 'The keys' })
  @ApiProblems(...UNIVERSAL_PROBLEMS)
  async list(): Promise<WebhookKeySetDto> {
    return WebhookKeySetDto.from(await this.keys.all());
  }
}
