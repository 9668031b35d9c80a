import { Module } from '@nestjs/common';

import { Ledger } from './application/ledger.js';
import { PostingQueue } from './application/posting-queue.js';

/** The books, for every module that books something, in the api and in the worker. */
@Module({ providers: [Ledger, PostingQueue], exports: [Ledger, PostingQueue] })
export class LedgerModule {}
