export { type Balance, type BalanceQuery } from './application/balances.js';
export { type HoldRef, type NewHold } from './application/holds.js';
export { Ledger } from './application/ledger.js';
export { type OrderTotal, orderTotals } from './application/order-totals.js';
export { PostingQueue } from './application/posting-queue.js';
export { type AccountCode } from './domain/chart.js';
export { type AccountRef, type EntryPosting, type LedgerEntry } from './domain/entry.js';
export { LedgerApiModule, LedgerModule } from './ledger.module.js';
export { LedgerJobsModule } from './ledger.jobs.module.js';
