import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';

import { DomainError } from '../../kernel/domain-error.js';
import { verbatim } from '../../kernel/kernel.sentences.js';
import { sqlState } from '../database/violates.js';
import { SAY } from '../platform.sentences.js';
import { languageHeaders, languageOf } from './language.js';
import { toProblem } from './problem.js';
import { type Reply, type Request } from './request.js';
import {
  BodyTooLargeError,
  InternalError,
  MalformedRequestError,
  RouteNotFoundError,
  UnsupportedMediaTypeError,
} from './request.errors.js';

/** Sends every error as RFC 9457 problem details. What we did not expect is logged in full and shown as nothing. */
@Catch()
export class ProblemFilter implements ExceptionFilter<unknown> {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const reply = http.getResponse<Reply>();
    const known = this.recognise(error);
    const traceId = request.id;
    // 503 tells a client to try again; an error of ours is a 500 all the same.
    const status = known instanceof InternalError ? 500 : undefined;
    const language = languageOf(request.headers['accept-language']);
    const problem = toProblem(known, traceId, language, status);
    request.problem = { code: problem.code, faults: problem.errors };
    void reply.headers(languageHeaders(language));
    if (known instanceof InternalError) {
      this.logger.error(`${request.method} ${request.routeOptions.url ?? 'no route'} ${traceId}`, stackOf(error));
    }
    if (known.kind === 'busy' || problem.status === 503) void reply.header('Retry-After', '1');
    if (problem.status === 401) void reply.header('WWW-Authenticate', 'Bearer');
    void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private recognise(error: unknown): DomainError {
    if (error instanceof DomainError) return error;
    const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined;
    if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new BodyTooLargeError(SAY.body_too_large);
    if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new UnsupportedMediaTypeError(SAY.media_type);
    const status = statusOf(error);
    if (status === 404) return new RouteNotFoundError(SAY.no_route);
    if (status === 413) return new BodyTooLargeError(SAY.body_too_large);
    if (status === 415) return new UnsupportedMediaTypeError(SAY.media_type);
    if (status !== null && status >= 400 && status < 500) {
      return new MalformedRequestError(error instanceof Error ? verbatim(error.message) : SAY.unreadable);
    }
    // Text that PostgreSQL cannot store (a NUL, a broken surrogate) or a number out of its range is bad input.
    if (['22021', '22P05', '22003', '22P02'].includes(sqlState(error) ?? '')) {
      return new MalformedRequestError(SAY.not_storable);
    }
    return new InternalError(SAY.our_side);
  }
}

function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error ? (error as Error & { statusCode?: unknown }).statusCode : undefined;
  return typeof status === 'number' ? status : null;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
