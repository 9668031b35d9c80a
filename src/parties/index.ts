export { type KeptParty, Parties } from './application/parties.js';
export { type PartyFacts } from './domain/party.js';
export { PartiesJobsModule } from './parties.jobs.module.js';
export { PartiesModule } from './parties.module.js';
