import { Module } from '@nestjs/common';

import { ExpireHolds } from './jobs/expire-holds.schedule.js';
import { FoldBalances } from './jobs/fold-balances.schedule.js';
import { LedgerModule } from './ledger.module.js';

/** What the worker does for the books by the clock. */
@Module({ imports: [LedgerModule], providers: [FoldBalances, ExpireHolds] })
export class LedgerJobsModule {}
