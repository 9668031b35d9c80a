import { Module } from '@nestjs/common';

import { PartiesController } from './api/parties.controller.js';
import { Parties } from './application/parties.js';
import { PartyRegister } from './application/party-register.service.js';
import { SeedParties } from './application/seed-parties.js';

/** Sellers, buyers and suppliers: who they are, and under what names they pay. */
@Module({ controllers: [PartiesController], providers: [Parties, PartyRegister, SeedParties], exports: [Parties] })
export class PartiesModule {}
