import { type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Span } from '@opentelemetry/api';
import { type FastifyInstance } from 'fastify';
import { type Logger } from 'pino';

import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Admission } from '../auth/admission.js';
import { Allowances } from '../auth/allowances.js';
import { Authenticator } from '../auth/authenticator.js';
import { CredentialUses } from '../auth/credential-uses.js';
import { Refusals } from '../auth/refusals.js';
import { Nonces } from '../auth/signatures/nonces.js';
import { verifySignatures } from '../auth/signatures/signed-requests.js';
import { type AppConfig } from '../config/app-config.js';
import { NestLogger } from '../observability/logger.js';
import { Metrics } from '../observability/metrics.js';
import { Tracing, traceparentOf } from '../observability/tracing.js';
import { RequestLog } from '../request-log/request-log.js';
import { speakVersions } from './api-version.js';
import { SAY } from '../platform.sentences.js';
import { allowOwnOrigin } from './cross-origin.js';
import { tellDeprecation } from './deprecation.js';
import { closeAsTheyFallIdle } from './idle-connections.js';
import { tellMode } from './livemode.js';
import { linkNextPages } from './next-link.js';
import { CALLBACK_CONTENT_TYPE, isCallback, type Principal, type Request } from './request.js';
import { UnsupportedMediaTypeError } from './request.errors.js';
import { secureAnswers } from './security-headers.js';
import { answerUnreadableAddress } from './unreadable-address.js';
import { answerUnreadableRequest } from './unreadable-request.js';

/** Routes that take a body as a stream. */
const STREAMED = new Set([
  '/v1/batches',
  '/v1/customs/parcel-batches',
  '/v1/tax-refund/declaration-imports',
  '/v1/tax-refund/abnormal-lists',
  '/v1/fx/bank-files',
  '/v1/fx/contract-files',
  '/v1/freight/tariffs',
  '/v1/tax-refund/evidence-documents',
  '/v1/tax-refund/evidence-verifications',
  '/v1/tax-refund/invoice-imports',
  '/v1/tax-refund/match-rows',
]);
/** Rows, files of the bank, scans of documents, and archives. */
const STREAMED_TYPES = [
  ...['application/x-ndjson', 'text/csv', 'application/xml', 'text/xml'],
  ...['application/pdf', 'image/jpeg', 'image/png', 'application/zip'],
];

/** Builds the HTTP application on Fastify: hooks rather than interceptors, for what every request pays. */
export async function createHttpApp(
  module: DynamicModule,
  config: AppConfig,
  logger: Logger,
): Promise<NestFastifyApplication> {
  const { app, fastify } = await create(module, config, logger);
  secureAnswers(fastify);
  readCallbacksRaw(fastify);
  observe(fastify, app.get(Metrics), app.get(Tracing), logger);
  app.get(RequestLog).watch(fastify);
  allowOwnOrigin(fastify, config.publicUrl);
  const admission = new Admission(
    app.get(Authenticator),
    app.get(CredentialUses),
    app.get(Refusals),
    app.get(Allowances),
  );
  admission.guard(fastify);
  verifySignatures(fastify, {
    nonces: app.get(Nonces),
    refusals: app.get(Refusals),
    clock: app.get(Clock),
    origin: new URL(config.publicUrl).origin,
    bodyLimitBytes: config.bodyLimitBytes,
  });
  speakVersions(fastify);
  tellDeprecation(fastify);
  linkNextPages(fastify);
  tellMode(fastify);
  closeAsTheyFallIdle(fastify);
  return app;
}

/** The same application for requests from within the process, that never listens: `admit` says who calls. */
export async function createInnerApp(
  module: DynamicModule,
  config: AppConfig,
  logger: Logger,
  admit: (request: Request) => Principal | undefined,
): Promise<NestFastifyApplication> {
  const { app, fastify } = await create(module, config, logger);
  observe(fastify, app.get(Metrics), app.get(Tracing), logger);
  fastify.addHook('onRequest', (request, _reply, done) => {
    const principal = admit(request);
    if (principal !== undefined) request.principal = principal;
    done();
  });
  speakVersions(fastify);
  linkNextPages(fastify);
  tellMode(fastify);
  return app;
}

async function create(
  module: DynamicModule,
  config: AppConfig,
  logger: Logger,
): Promise<{ app: NestFastifyApplication; fastify: FastifyInstance }> {
  const adapter = new FastifyAdapter({
    bodyLimit: config.bodyLimitBytes,
    genReqId: () => newId(),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: answerUnreadableAddress,
    clientErrorHandler: answerUnreadableRequest,
    trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  passStreams(fastify);
  return { app, fastify };
}

/** The worker's few routes: health and metrics. */
export async function createWorkerApp(module: DynamicModule, logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter();
  closeAsTheyFallIdle(adapter.getInstance<FastifyInstance>());
  return NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
}

/** Read by who takes them, as they come; how much is their affair. */
function passStreams(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(STREAMED_TYPES, (request, body, done) => {
    if (STREAMED.has(request.routeOptions.url ?? '')) done(null, body);
    else done(new UnsupportedMediaTypeError(SAY.media_type));
  });
}

/** Callbacks are verified over their very bytes, whatever their content type. */
function readCallbacksRaw(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(/^(application|text)\/.*xml/, { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    if (isCallback(request)) {
      request.headers[CALLBACK_CONTENT_TYPE] = request.headers['content-type'] ?? '';
      request.headers['content-type'] = 'application/callback+xml';
    }
    done(null, payload);
  });
}

function observe(fastify: FastifyInstance, metrics: Metrics, tracing: Tracing, logger: Logger): void {
  const spans = new WeakMap<object, Span>();
  fastify.decorateRequest('traceparent', null);
  fastify.addHook('onRequest', (request, reply, done) => {
    const incoming = request.headers['traceparent'];
    const given =
      typeof incoming === 'string' && /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(incoming) ? incoming : null;
    const span = tracing.startRequest(`${request.method} ${request.routeOptions.url ?? 'unknown'}`, given);
    if (span !== null) spans.set(request, span);
    request.traceparent = traceparentOf(span, given);
    void reply.header('X-Request-Id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const seconds = reply.elapsedTime / 1000;
    metrics.requestSeconds.observe({ method: request.method, route, status: reply.statusCode }, seconds);
    const span = spans.get(request);
    if (span !== undefined) tracing.endRequest(span, reply.statusCode);
    // The route, not the address: ids of resources and query values stay out of the log.
    logger.info({
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      actor: request.principal?.actor,
    });
    done();
  });
}
