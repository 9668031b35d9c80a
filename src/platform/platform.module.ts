import { type DynamicModule, Global, Logger, Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_PIPE, DiscoveryModule, DiscoveryService } from '@nestjs/core';

import { AuditSealer } from './audit/audit-sealer.js';
import { Allowances } from './auth/allowances.js';
import { APP_CONFIG, type AppConfig } from './config/app-config.js';
import { DatabaseModule, type DatabaseTerms } from './database/database.module.js';
import { isNoted } from './database/lost-connection.js';
import { OutboxSignal, UnitOfWork } from './database/unit-of-work.js';
import { GroupCommit } from './database/group-commit.js';
import { Commands } from './http/command.js';
import { InnerApi, LazyInnerApi } from './http/inner-api.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RequestPipe } from './http/validation.pipe.js';
import { Metrics } from './observability/metrics.js';
import { Tracing } from './observability/tracing.js';
import { ChangelogController } from './changelog/changelog.controller.js';
import { OperationProblems } from './operations/operation-problems.js';
import { ErrorsController } from './operations/errors.controller.js';
import { Health } from './operations/health.js';
import { HealthController } from './operations/health.controller.js';
import { EventFeed } from './outbox/event-feed.js';
import { OutboxRelay } from './outbox/outbox-relay.js';
import { Sweeper } from './outbox/sweeper.js';
import { InboundMessagesController } from './partners/inbound-messages.controller.js';
import { InboundController } from './partners/inbound.controller.js';
import { PartnerClient } from './partners/partner-client.js';
import { PartnerCalls } from './partners/standing/partner-calls.js';
import { DeadLetterOffice } from './queues/dead-letter-office.js';
import { Deliveries } from './queues/deliveries.js';
import { type JobDefinition } from './queues/job-definition.js';
import { QueueBackend } from './queues/queue-backend.js';
import { QueueRegistry } from './queues/queue-registry.js';
import { WorkerHost } from './queues/worker-host.js';

const INNER_POOL_MAX = 6;

/** The machine room: everything a module needs that is not about trade. */
@Global()
@Module({})
export class PlatformModule {
  /** @param host the process that the api runs inside of; absent where it is a process of its own */
  static forApi(config: AppConfig, host?: HostParts): DynamicModule {
    const providers: Provider[] = [
      ...(host === undefined ? shared(config, 'entrepot-api') : lent(config, host)),
      { provide: Health, inject: [UnitOfWork], useFactory: (unitOfWork: UnitOfWork) => new Health(unitOfWork, null) },
      Commands,
      GroupCommit,
      OperationProblems,
      Allowances,
      { provide: APP_FILTER, useClass: ProblemFilter },
      { provide: APP_PIPE, useClass: RequestPipe },
    ];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule, DatabaseModule.for(config, host?.database)],
      controllers: [
        HealthController,
        ErrorsController,
        ChangelogController,
        InboundController,
        InboundMessagesController,
      ],
      providers,
      exports: [APP_CONFIG, Metrics, Tracing, Commands, PartnerClient, PartnerCalls, Allowances],
    };
  }

  /**
   * @param jobs every queue of the platform; each needs exactly one processor
   * @param innerApi the api, to run inside of the worker
   */
  static forWorker(
    config: AppConfig,
    jobs: readonly JobDefinition<object>[],
    innerApi: (host: HostParts) => DynamicModule,
  ): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DatabaseModule.for(config), DiscoveryModule],
      controllers: [HealthController],
      providers: [
        ...shared(config, 'entrepot-worker'),
        ...workerProviders(config, jobs),
        {
          provide: InnerApi,
          inject: [Metrics, Tracing, PartnerClient, OutboxSignal],
          useFactory: (metrics: Metrics, tracing: Tracing, partners: PartnerClient, signal: OutboxSignal) =>
            new LazyInnerApi(config, () => innerApi({ metrics, tracing, partners, database: innerTerms(signal) })),
        },
      ],
      exports: [APP_CONFIG, Metrics, Tracing, PartnerClient, Deliveries, EventFeed, QueueRegistry, InnerApi],
    };
  }
}

/** What an api inside of another process has of it. */
export interface HostParts {
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  readonly partners: PartnerClient;
  readonly database: DatabaseTerms;
}

/** Few, for what is worked in small groups; and with no more rights than the api has, whatever the worker may. */
function innerTerms(signal: OutboxSignal): DatabaseTerms {
  return { poolMax: INNER_POOL_MAX, role: 'entrepot_app', signal };
}

function lent(config: AppConfig, { metrics, tracing, partners }: HostParts): Provider[] {
  return [
    { provide: APP_CONFIG, useValue: config },
    { provide: Metrics, useValue: metrics },
    { provide: Tracing, useFactory: () => tracing },
    { provide: PartnerClient, useValue: partners },
    { provide: PartnerCalls, useFactory: () => partners.calls },
  ];
}

function shared(config: AppConfig, service: string): Provider[] {
  return [
    { provide: APP_CONFIG, useValue: config },
    Metrics,
    { provide: Tracing, useFactory: () => Tracing.open(config, service) },
    PartnerCalls,
    PartnerClient,
  ];
}

function workerProviders(config: AppConfig, jobs: readonly JobDefinition<object>[]): Provider[] {
  const logger = new Logger('Queues');
  return [
    { provide: QueueBackend, useFactory: () => new QueueBackend(config) },
    {
      provide: QueueRegistry,
      inject: [QueueBackend],
      useFactory: (backend: QueueBackend) =>
        new QueueRegistry(backend, jobs, (error) => {
          if (!isNoted(error)) logger.warn(error.message);
        }),
    },
    {
      provide: Health,
      inject: [UnitOfWork, QueueBackend],
      useFactory: (unitOfWork: UnitOfWork, backend: QueueBackend) => new Health(unitOfWork, { backend, needed: true }),
    },
    Deliveries,
    DeadLetterOffice,
    {
      provide: WorkerHost,
      inject: [
        DiscoveryService,
        QueueBackend,
        QueueRegistry,
        Deliveries,
        DeadLetterOffice,
        UnitOfWork,
        Metrics,
        Tracing,
      ],
      useFactory: (...parts: Parts) => new WorkerHost(...parts, config),
    },
    OutboxRelay,
    EventFeed,
    AuditSealer,
    {
      provide: Sweeper,
      inject: [UnitOfWork, QueueRegistry],
      useFactory: (unitOfWork: UnitOfWork, registry: QueueRegistry) => new Sweeper(unitOfWork, registry, config),
    },
  ];
}

type Parts = [
  DiscoveryService,
  QueueBackend,
  QueueRegistry,
  Deliveries,
  DeadLetterOffice,
  UnitOfWork,
  Metrics,
  Tracing,
];
