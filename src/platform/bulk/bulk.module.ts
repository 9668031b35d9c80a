import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';

import { type JobDefinition } from '../queues/job-definition.js';
import { BatchCommands } from './batch-commands.js';
import { BatchIntake } from './batch-intake.js';
import { BatchQueue } from './batch-queue.js';
import { BatchWork } from './batch-work.js';
import { BatchesController } from './batches.controller.js';
import { WORK_BATCH } from './batch.job.js';
import { BulkOperations } from './bulk-operations.js';
import { OperationsController } from './operations.controller.js';
import { Progress } from './progress.js';
import { ProgressController } from './progress.controller.js';
import { PurgeBatches } from './purge-batches.js';
import { WorkBatchProcessor } from './work-batch.processor.js';

export const BULK_JOBS: readonly JobDefinition<object>[] = [WORK_BATCH];

/** Much work that one request orders: batches of commands, and how any such work stands. */
@Module({
  imports: [DiscoveryModule],
  controllers: [BatchesController, OperationsController, ProgressController],
  providers: [BatchCommands, BatchIntake, BatchQueue, BulkOperations, Progress],
  exports: [BatchCommands, BatchIntake, BatchQueue],
})
export class BulkModule {}

@Module({ providers: [BatchQueue, BatchWork, WorkBatchProcessor, PurgeBatches] })
export class BulkJobsModule {}
