import { Module } from '@nestjs/common';

import { Parties } from './application/parties.js';

/** Sellers, buyers and suppliers: who they are, and under what names they pay. */
@Module({ providers: [Parties], exports: [Parties] })
export class PartiesModule {}
