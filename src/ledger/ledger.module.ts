import { Module } from '@nestjs/common';

import { Ledger } from './application/ledger.js';

/** The books, for every module that books something, in the api and in the worker. */
@Module({ providers: [Ledger], exports: [Ledger] })
export class LedgerModule {}
