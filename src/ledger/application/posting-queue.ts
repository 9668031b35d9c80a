import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

import { DomainError } from '../../kernel/domain-error.js';
import { type Caller } from '../../platform/database/caller.js';
import { Gathering } from '../../platform/database/gathering.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { assertEntry, type LedgerEntry } from '../domain/entry.js';
import { type Outcome, postBatch } from './batch.js';

const BATCH_MAX = 256;

interface Waiting {
  readonly entry: LedgerEntry;
  readonly done: (outcome: Outcome) => void;
}

/**
 * Posts entries that stand alone, with no other change in their transaction. What arrives while the last batch of the
 * tenant is on its way goes out together as the next one, in one transaction: so a hot account costs one lock and one
 * commit for each batch, not for each transfer. Each entry is judged by itself, in the order of arrival.
 */
@Injectable()
export class PostingQueue implements BeforeApplicationShutdown {
  private readonly gathering = new Gathering<Waiting>({
    sizeMax: BATCH_MAX,
    atOnce: 1,
    settle: (tenantId, batch) => this.settle(tenantId, batch),
  });

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Resolves when the entry is committed.
   * @returns the transfer's id; the earlier one's where the key was booked before
   * @throws InsufficientFundsError when an account that has a floor would fall through it
   */
  async post(tenantId: string, entry: LedgerEntry): Promise<string> {
    assertEntry(entry);
    const outcome = await new Promise<Outcome>((done) => {
      this.gathering.join(tenantId, { entry, done });
    });
    if (typeof outcome === 'string') return outcome;
    throw outcome;
  }

  /** Lets what was taken in be committed. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.gathering.idle();
  }

  private async settle(tenantId: string, batch: readonly Waiting[]): Promise<void> {
    const entries = batch.map(({ entry }) => entry);
    const outcomes = await this.attempt(tenantId, entries);
    batch.forEach(({ done }, index) => {
      done(outcomes[index] ?? new Error('The entry was lost from its batch'));
    });
  }

  /** A batch that fails as a whole is tried again one by one, so that only the entry at fault is refused. */
  private async attempt(tenantId: string, entries: readonly LedgerEntry[]): Promise<readonly Outcome[]> {
    const caller: Caller = { tenantId, actor: 'ledger:posting-queue', traceparent: null };
    try {
      return await this.unitOfWork.run(caller, (tx) => postBatch(tx, entries));
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      if (entries.length === 1 || !isOfOneEntry(fault)) return entries.map(() => fault);
      const outcomes: Outcome[] = [];
      for (const entry of entries) outcomes.push(...(await this.attempt(tenantId, [entry])));
      return outcomes;
    }
  }
}

/** A rule broken or a constraint violated is some entry's own; a lost connection is nobody's. */
function isOfOneEntry(error: Error): boolean {
  const code = (error as { code?: unknown }).code;
  return error instanceof DomainError || (typeof code === 'string' && /^(22|23|40)/.test(code));
}
