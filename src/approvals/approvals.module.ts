import { Module } from '@nestjs/common';

import { AuthModule } from '../platform/auth/auth.module.js';
import { ApprovalsController } from './api/approvals.controller.js';
import { PoliciesController } from './api/policies.controller.js';
import { Approvals } from './application/approvals.js';
import { Decisions } from './application/decisions.js';
import { Policies } from './application/policies.js';
import { PolicyBook } from './application/policy-book.js';

/** What takes a second person, and what they say. */
@Module({
  imports: [AuthModule],
  controllers: [PoliciesController, ApprovalsController],
  providers: [Approvals, Decisions, Policies, PolicyBook],
  exports: [Approvals],
})
export class ApprovalsModule {}
