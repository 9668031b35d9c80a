import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';

import { APP_CONFIG, type AppConfig } from '../../config/app-config.js';
import { ApiProblems, UNIVERSAL_PROBLEMS } from '../../http/api-problem.js';
import { EnumField, ListField, TextField, TextListField } from '../../http/fields.js';
import { Public, SCOPES } from '../scopes.js';
import { SigningKeys } from '../tokens/signing-keys.js';

/** Keys are published an hour before they sign. */
const CACHE = 'public, max-age=300';

class JwkDto {
  @EnumField({ description: 'Kind of key', values: ['OKP'], example: 'OKP' })
  readonly kty!: string;

  @EnumField({ description: 'Curve', values: ['Ed25519'], example: 'Ed25519' })
  readonly crv!: string;

  @TextField({ description: 'The public key', max: 43, example: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' })
  readonly x!: string;

  @TextField({ description: 'Its name, as tokens have it', max: 40, example: 'q3Xk9vT2bLmA' })
  readonly kid!: string;

  @EnumField({ description: 'Algorithm', values: ['EdDSA'], example: 'EdDSA' })
  readonly alg!: string;

  @EnumField({ description: 'What it is for', values: ['sig'], example: 'sig' })
  readonly use!: string;
}

class JwksDto {
  @ListField(() => JwkDto, { description: 'The keys in force, of before, and to come' })
  readonly keys!: JwkDto[];
}

class AuthorizationServerDto {
  @TextField({ description: 'Who issues', max: 300, example: 'https://api.example.com' })
  readonly issuer!: string;

  @TextField({ description: 'Where tokens are got', max: 300, example: 'https://api.example.com/oauth/token' })
  readonly token_endpoint!: string;

  @TextField({
    description: 'Where the keys are',
    max: 300,
    example: 'https://api.example.com/.well-known/jwks.json',
  })
  readonly jwks_uri!: string;

  @TextListField({ description: 'All scopes', max: 100, maxLength: 40, example: ['orders:read'] })
  readonly scopes_supported!: string[];

  @TextListField({ description: 'None: there is no authorization endpoint', max: 1, maxLength: 40, example: [] })
  readonly response_types_supported!: string[];

  @TextListField({ description: 'Grants', max: 5, maxLength: 40, example: ['client_credentials'] })
  readonly grant_types_supported!: string[];

  @TextListField({
    description: 'How clients prove themselves',
    max: 5,
    maxLength: 40,
    example: ['client_secret_basic', 'client_secret_post'],
  })
  readonly token_endpoint_auth_methods_supported!: string[];

  @TextField({ description: 'For people', max: 300, example: 'https://api.example.com/docs' })
  readonly service_documentation!: string;
}

@ApiTags('OAuth')
@Public()
@Controller('.well-known')
export class MetadataController {
  constructor(
    private readonly keys: SigningKeys,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @Get('jwks.json')
  @Header('Cache-Control', CACHE)
  @ApiOperation({
    operationId: 'getJwks',
    summary: 'The keys that access tokens are signed with',
    description: 'A JSON Web Key Set (RFC 7517). No key is needed.',
    security: [],
  })
  @ApiResponse({ status: 200, type: JwksDto, description: 'The keys' })
  @ApiProblems(...UNIVERSAL_PROBLEMS)
  async jwks(): Promise<JwksDto> {
    const keys = await this.keys.all();
    return {
      keys: keys.map(({ id, x }) => ({ kty: 'OKP', crv: 'Ed25519', x, kid: id, alg: 'EdDSA', use: 'sig' })),
    };
  }

  @Get('oauth-authorization-server')
  @Header('Cache-Control', CACHE)
  @ApiOperation({
    operationId: 'getAuthorizationServer',
    summary: 'What OAuth offers here',
    description: 'Authorization server metadata (RFC 8414), for client libraries. No key is needed.',
    security: [],
  })
  @ApiResponse({ status: 200, type: AuthorizationServerDto, description: 'The metadata' })
  @ApiProblems(...UNIVERSAL_PROBLEMS)
  authorizationServer(): AuthorizationServerDto {
    const { publicUrl } = this.config;
    return {
      issuer: publicUrl,
      token_endpoint: `${publicUrl}/oauth/token`,
      jwks_uri: `${publicUrl}/.well-known/jwks.json`,
      scopes_supported: [...SCOPES],
      response_types_supported: [],
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      service_documentation: `${publicUrl}/docs`,
    };
  }
}
