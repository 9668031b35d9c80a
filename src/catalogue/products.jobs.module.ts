import { Module } from '@nestjs/common';

import { ApprovalsJobsModule } from '../approvals/index.js';
import { Products } from './application/products.service.js';
import { Reference } from './application/reference.js';
import { OnApprovalDecided } from './jobs/on-approval-decided.processor.js';

/** Goes on with products when a second person has decided. */
@Module({ imports: [ApprovalsJobsModule], providers: [Products, Reference, OnApprovalDecided] })
export class ProductsJobsModule {}
