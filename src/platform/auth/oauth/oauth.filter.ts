import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';

import { DomainError } from '../../../kernel/domain-error.js';
import { told } from '../../../kernel/sentence.js';
import { problemTypeUri } from '../../http/problem.js';
import { type Reply, type Request } from '../../http/request.js';
import { GrantTypeError, InvalidScopeError, TokenRequestError } from './oauth.errors.js';

const WORDS = new Map<unknown, string>([
  [TokenRequestError, 'invalid_request'],
  [GrantTypeError, 'unsupported_grant_type'],
  [InvalidScopeError, 'invalid_scope'],
]);

/**
 * Errors of the token endpoint as RFC 6749, 5.2 has them, with the entry of the catalogue as `error_uri`. In English only:
 * the RFC allows no other characters.
 */
@Catch(DomainError)
export class OauthFilter implements ExceptionFilter<DomainError> {
  catch(error: DomainError, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<Reply>();
    const word = WORDS.get(error.constructor);
    const isByHeader = http.getRequest<Request>().headers.authorization !== undefined;
    if (word === undefined) {
      void reply.header(
        'WWW-Authenticate',
        isByHeader ? 'Basic realm="oauth", charset="UTF-8"' : 'Basic realm="oauth"',
      );
    }
    void reply
      .status(word === undefined ? 401 : 400)
      .headers({ 'Cache-Control': 'no-store', Pragma: 'no-cache' })
      .type('application/json; charset=utf-8')
      .send(
        JSON.stringify({
          error: word ?? 'invalid_client',
          error_description: told(error.sentence, 'en').replaceAll(/["\\]/g, "'"),
          error_uri: problemTypeUri(error.problem),
        }),
      );
  }
}
