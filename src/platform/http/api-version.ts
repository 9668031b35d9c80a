import { type FastifyInstance } from 'fastify';

import { DomainError, problem } from '../../kernel/domain-error.js';
import { isCallback, type Request } from './request.js';
import { SAY } from '../platform.sentences.js';

/** Every version of the API that is served, oldest first, by the day it came out: the changelog tells them apart. */
export const API_VERSIONS: readonly [string, ...string[]] = ['2026-11-24'];

/** What a new key is pinned to, and what is spoken with those who have no key. */
export const CURRENT_API_VERSION: string = API_VERSIONS.at(-1) ?? API_VERSIONS[0];

export class UnknownApiVersionError extends DomainError {
  static readonly problem = problem(
    'REQUEST.UNKNOWN_API_VERSION',
    'malformed',
    { en: 'There is no such version of the API', zh: '不存在该 API 版本' },
    {
      en: 'Send one of `details.known` as Api-Version, or leave the header out to get the version of your key',
      zh: '请在 Api-Version 中使用 details.known 所列版本，或省略该请求头以使用密钥绑定的版本',
    },
  );
}

/**
 * `Api-Version`: what the header asks for, else what the key is pinned to, else the current one; said on every answer.
 * It hears who called, so it comes after admission. A partner's callback is left alone: in its own standard a header of
 * this name means something else.
 */
export function speakVersions(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const isAsked = request.headers['api-version'] !== undefined && !isCallback(request);
    done(isAsked && askedVersion(request) === undefined ? unknown() : undefined);
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (!isCallback(request)) void reply.header('Api-Version', versionOf(request));
    done(null, payload);
  });
}

/** The version that the header asks for, if there is such a one. */
export function askedVersion({ headers }: Request): string | undefined {
  const asked = headers['api-version'];
  return API_VERSIONS.find((version) => version === asked);
}

function versionOf(request: Request): string {
  return request.principal?.apiVersion ?? askedVersion(request) ?? CURRENT_API_VERSION;
}

function unknown(): UnknownApiVersionError {
  return new UnknownApiVersionError(SAY.api_version_unknown, { known: API_VERSIONS }, [
    { pointer: '#Api-Version', code: 'not_allowed', message: SAY.one_of({ values: API_VERSIONS }) },
  ]);
}
