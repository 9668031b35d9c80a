import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../../kernel/ids.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../http/command.js';
import { withETag } from '../../http/etag.js';
import { CommandOperation, QueryOperation } from '../../http/operation.js';
import { DatedPageQuery, mapPage } from '../../http/paging.js';
import { type Principal, type Reply } from '../../http/request.js';
import { KeyExpiryError, KeyNotLiveError, KeyRotatedError, ScopeBeyondOwnError } from './api-key.errors.js';
import { ApiKeyDto, ApiKeyPageDto, ApiKeyRequest, NewApiKeyDto, RotationRequest } from './api-keys.dto.js';
import { KeyRing } from './key-ring.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'key_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('API keys')
@Controller('v1/api-keys')
export class ApiKeysController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: KeyRing,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listApiKeys',
    summary: 'Keys of the tenant, newest first',
    description: 'Without their secrets: those are not kept.',
    scope: 'keys:read',
    answers: ApiKeyPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: DatedPageQuery): Promise<ApiKeyPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.keys.list(view, query));
    return mapPage(found, ApiKeyDto.from);
  }

  @Post()
  @CommandOperation({
    id: 'makeApiKey',
    summary: 'Make a key',
    description:
      'The secret is in this answer and nowhere else. A key can give no more rights than it has. It may be bound to networks, and to ' +
      'signed requests (RFC 9421).',
    scope: 'keys:write',
    answers: NewApiKeyDto,
    status: 201,
    showsSecret: true,
    problems: [ScopeBeyondOwnError, KeyExpiryError],
  })
  make(@CommandOf() command: Command, @Body() request: ApiKeyRequest): Promise<string> {
    const { name, scopes, expiresAt, allowedNetworks = null, signatureKey = null } = request;
    const end = expiresAt == null ? null : new Date(expiresAt);
    const terms = { name, scopes: [...new Set(scopes)], expiresAt: end, allowedNetworks, signatureKey };
    return this.commands.run(
      command,
      (tx) => this.keys.make(tx, command.caller, terms),
      NewApiKeyDto.fromNew,
      NewApiKeyDto.withoutSecret,
    );
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getApiKey',
    summary: 'One key',
    description: 'Also one that was revoked or has expired. Without its secret.',
    scope: 'keys:read',
    answers: ApiKeyDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ApiKeyDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.keys.get(view, parseId('apiKey', id)));
    return withETag(reply, ApiKeyDto.from(found));
  }

  @Post(':id/rotation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'rotateApiKey',
    summary: 'Replace a key without a gap',
    description:
      'Makes a new key with the same name, rights, networks, signature key and version of the API. The old one works until ' +
      'the instant you name, so that every client can change over; then it ends. A key is rotated once: two live beside one another, never three.',
    scope: 'keys:write',
    answers: NewApiKeyDto,
    ifMatch: 'optional',
    byId: true,
    problems: [ScopeBeyondOwnError, KeyExpiryError, KeyNotLiveError, KeyRotatedError],
  })
  rotate(@CommandOf() command: Command, @Param('id') id: string, @Body() request: RotationRequest): Promise<string> {
    const keyId = parseId('apiKey', id);
    return this.commands.run(
      command,
      (tx) => this.keys.rotate(tx, command.caller, keyId, new Date(request.oldKeyExpiresAt)),
      NewApiKeyDto.fromNew,
      NewApiKeyDto.withoutSecret,
    );
  }

  @Post(':id/revocation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'revokeApiKey',
    summary: 'Revoke a key',
    description:
      'It is refused from now on. Processes hear of it within moments, and within two seconds where the news is lost. This cannot be undone.',
    scope: 'keys:write',
    answers: ApiKeyDto,
    ifMatch: 'optional',
    byId: true,
  })
  revoke(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const keyId = parseId('apiKey', id);
    return this.commands.run(command, (tx) => this.keys.revoke(tx, keyId), ApiKeyDto.from);
  }
}
