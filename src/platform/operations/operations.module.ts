import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';

import { AuditLog } from '../audit/audit-log.js';
import { AuditController } from '../audit/audit.controller.js';
import { AuditVerification } from '../audit/audit-verification.js';
import { type JobDefinition } from '../queues/job-definition.js';
import { ADVANCE_CLOCK } from './clock/advance-clock.job.js';
import { AdvanceClockProcessor } from './clock/advance-clock.processor.js';
import { ClockAdvancesController } from './clock/clock-advances.controller.js';
import { SandboxClockController } from './clock/sandbox-clock.controller.js';
import { DeadLetters } from './dead-letters.js';
import { DeadLettersController } from './dead-letters.controller.js';
import { PartnerStandings } from '../partners/standing/partner-standings.js';
import { PartnersController } from '../partners/standing/partners.controller.js';
import { WatchPartners } from '../partners/standing/watch-partners.js';
import { RequestLog } from '../request-log/request-log.js';
import { RequestLogController } from '../request-log/request-log.controller.js';
import { PurgeRequestLog } from '../request-log/purge-request-log.js';
import { PurgeEventFeed, PurgeIdempotencyRecords, PurgeSignatureNonces } from './schedules/housekeeping.js';
import { ScheduleRunner } from './schedules/schedule-runner.js';
import { LimitsController } from '../usage/limits.controller.js';
import { UsageController } from '../usage/usage.controller.js';
import { WorkerGauges } from './worker-gauges.js';

export const OPERATIONS_JOBS: readonly JobDefinition<object>[] = [ADVANCE_CLOCK];

/** What people who run the platform look at and decide. */
@Module({
  controllers: [
    DeadLettersController,
    AuditController,
    RequestLogController,
    SandboxClockController,
    ClockAdvancesController,
    UsageController,
    LimitsController,
    PartnersController,
  ],
  providers: [DeadLetters, AuditLog, AuditVerification, RequestLog, PartnerStandings],
})
export class OperationsModule {}

/** What the worker does by the clock, and what it shows about itself. Any module's ScheduledTask is run. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    ScheduleRunner,
    PurgeIdempotencyRecords,
    PurgeEventFeed,
    PurgeRequestLog,
    PurgeSignatureNonces,
    PartnerStandings,
    WatchPartners,
    WorkerGauges,
    AdvanceClockProcessor,
  ],
})
export class OperationsJobsModule {}
