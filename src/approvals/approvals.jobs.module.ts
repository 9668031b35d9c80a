import { Module } from '@nestjs/common';

import { AuthJobsModule } from '../platform/auth/auth.module.js';
import { Approvals } from './application/approvals.js';
import { Decisions } from './application/decisions.js';
import { PolicyBook } from './application/policy-book.js';
import { ExpireRequestProcessor } from './jobs/expire-request.processor.js';

/** The gate for steps that the platform takes by itself, and the end of waiting. */
@Module({
  imports: [AuthJobsModule],
  providers: [Approvals, Decisions, PolicyBook, ExpireRequestProcessor],
  exports: [Approvals],
})
export class ApprovalsJobsModule {}
