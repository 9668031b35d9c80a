import { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';

import { CURRENT_API_VERSION } from './api-version.js';
import { SAY } from '../platform.sentences.js';
import { languageHeaders, languageOf } from './language.js';
import { toProblem } from './problem.js';
import { MalformedRequestError, RouteNotFoundError } from './request.errors.js';

/** Where the router gives up no hook and no filter is asked; a client gets a problem all the same. */
export function answerUnreadableAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const isBroken = error.code === 'FST_ERR_BAD_URL';
  const known = isBroken
    ? new MalformedRequestError(SAY.address_encoding)
    : new RouteNotFoundError(SAY.address_too_long);
  const language = languageOf(request.headers['accept-language']);
  const problem = toProblem(known, request.id, language);
  void reply
    .status(problem.status)
    .headers({ 'Api-Version': CURRENT_API_VERSION, 'X-Request-Id': request.id, ...languageHeaders(language) })
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}
