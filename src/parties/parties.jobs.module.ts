import { Module } from '@nestjs/common';

import { Parties } from './application/parties.js';

/** The worker asks about parties; it has no queue of their own. */
@Module({ providers: [Parties], exports: [Parties] })
export class PartiesJobsModule {}
