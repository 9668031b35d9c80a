import { Controller, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiOperation,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';

import { ApiProblems, ProblemDto, UNIVERSAL_PROBLEMS } from '../../http/api-problem.js';
import { type Reply, type Request } from '../../http/request.js';
import { BodyTooLargeError } from '../../http/request.errors.js';
import { ProvesCaller } from '../scopes.js';
import { OauthFilter } from './oauth.filter.js';
import { OauthErrorDto, TokenDto, TokenForm } from './token.dto.js';
import { type IssuedToken, TokenIssuer } from './token-issuer.js';

@ApiTags('OAuth')
@Controller('oauth/token')
@UseFilters(OauthFilter)
export class TokenController {
  constructor(private readonly issuer: TokenIssuer) {}

  @Post()
  @HttpCode(200)
  @ProvesCaller()
  @ApiOperation({
    operationId: 'issueToken',
    summary: 'Get an access token by client credentials',
    description:
      'OAuth 2.0 (RFC 6749, 4.4). The client proves itself by HTTP Basic (`client_secret_basic`) or in the form ' +
      '(`client_secret_post`); `scope` narrows what the token may do. Errors have the form of that RFC; a request that ' +
      'is none, or speaks an unknown version of the API, gets a problem as everywhere.',
    security: [],
  })
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ type: TokenForm })
  @ApiResponse({ status: 200, type: TokenDto, description: 'The token' })
  @ApiExtraModels(OauthErrorDto, ProblemDto)
  @ApiResponse({
    status: 400,
    description: 'The request is wrong',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(OauthErrorDto) } },
      'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } },
    },
  })
  @ApiResponse({ status: 401, type: OauthErrorDto, description: 'The client has not proved itself' })
  @ApiProblems(...UNIVERSAL_PROBLEMS.filter(({ problem }) => problem.kind !== 'malformed'), BodyTooLargeError)
  async issue(@Req() request: Request, @Res({ passthrough: true }) reply: Reply): Promise<IssuedToken> {
    const issued = await this.issuer.issue(request);
    void reply.headers({ 'Cache-Control': 'no-store', Pragma: 'no-cache' });
    return issued;
  }
}
