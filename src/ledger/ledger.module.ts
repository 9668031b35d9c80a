import { Module } from '@nestjs/common';

import { LedgerController } from './api/ledger.controller.js';
import { AccountReader } from './application/account-reader.js';
import { HledgerExport } from './application/hledger-export.js';
import { Ledger } from './application/ledger.js';
import { PostingQueue } from './application/posting-queue.js';
import { TransferReader } from './application/transfer-reader.js';
import { TrialBalances } from './application/trial-balance.js';

/** The books, for every module that books something, in the api and in the worker. */
@Module({ providers: [Ledger, PostingQueue], exports: [Ledger, PostingQueue] })
export class LedgerModule {}

/** What the api shows of the books. */
@Module({
  controllers: [LedgerController],
  providers: [AccountReader, TransferReader, TrialBalances, HledgerExport],
})
export class LedgerApiModule {}
