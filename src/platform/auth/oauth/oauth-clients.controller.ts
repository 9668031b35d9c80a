import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../../kernel/ids.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../http/command.js';
import { withETag } from '../../http/etag.js';
import { CommandOperation, QueryOperation } from '../../http/operation.js';
import { DatedPageQuery, mapPage } from '../../http/paging.js';
import { type Principal, type Reply } from '../../http/request.js';
import { KeyExpiryError, ScopeBeyondOwnError } from '../keys/api-key.errors.js';
import { ClientRevokedError } from './client.errors.js';
import {
  NewOauthClientDto,
  OauthClientDto,
  OauthClientPageDto,
  OauthClientRequest,
  SecretRotationRequest,
} from './oauth-clients.dto.js';
import { OauthClients } from './oauth-clients.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'cli_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('OAuth')
@Controller('v1/oauth-clients')
export class OauthClientsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly clients: OauthClients,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listOauthClients',
    summary: 'Clients of the tenant, newest first',
    description: 'Without their secrets: those are not kept.',
    scope: 'keys:read',
    answers: OauthClientPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: DatedPageQuery): Promise<OauthClientPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.clients.list(view, query));
    return mapPage(found, OauthClientDto.from);
  }

  @Post()
  @CommandOperation({
    id: 'makeOauthClient',
    summary: 'Make a client',
    description:
      'For programs that get short-lived access tokens at `POST /oauth/token` by its id and secret. The secret is in this answer and ' +
      'nowhere else. A client gets no more rights than its maker has.',
    scope: 'keys:write',
    answers: NewOauthClientDto,
    status: 201,
    showsSecret: true,
    problems: [ScopeBeyondOwnError],
  })
  make(@CommandOf() command: Command, @Body() request: OauthClientRequest): Promise<string> {
    const { name, scopes, allowedNetworks = null, signatureKey = null } = request;
    const terms = { name, scopes: [...new Set(scopes)], allowedNetworks, signatureKey };
    return this.commands.run(
      command,
      (tx) => this.clients.make(tx, command.caller, terms),
      NewOauthClientDto.fromNew,
      NewOauthClientDto.withoutSecret,
    );
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getOauthClient',
    summary: 'One client',
    description: 'Also one that was revoked. Without its secrets.',
    scope: 'keys:read',
    answers: OauthClientDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<OauthClientDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.clients.get(view, parseId('oauthClient', id)));
    return withETag(reply, OauthClientDto.from(found));
  }

  @Post(':id/rotation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'rotateClientSecret',
    summary: 'Give a client a new secret',
    description:
      'The old secret works until the instant you name, so that every instance can change over; two work beside one another, never three. ' +
      'Where it has leaked name none: then it ends now, and with it every token of the client.',
    scope: 'keys:write',
    answers: NewOauthClientDto,
    ifMatch: 'optional',
    byId: true,
    problems: [ScopeBeyondOwnError, KeyExpiryError, ClientRevokedError],
  })
  rotate(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { oldSecretExpiresAt }: SecretRotationRequest,
  ): Promise<string> {
    const clientId = parseId('oauthClient', id);
    const end = oldSecretExpiresAt == null ? null : new Date(oldSecretExpiresAt);
    return this.commands.run(
      command,
      (tx) => this.clients.rotate(tx, command.caller, clientId, end),
      NewOauthClientDto.fromNew,
      NewOauthClientDto.withoutSecret,
    );
  }

  @Post(':id/revocation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'revokeOauthClient',
    summary: 'Revoke a client',
    description: 'Its secrets and all its tokens are refused from now on. This cannot be undone.',
    scope: 'keys:write',
    answers: OauthClientDto,
    ifMatch: 'optional',
    byId: true,
  })
  revoke(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const clientId = parseId('oauthClient', id);
    return this.commands.run(command, (tx) => this.clients.revoke(tx, clientId), OauthClientDto.from);
  }
}
