import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { type Tx } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { ClaimNotGatherableError } from '../domain/filing-batch.errors.js';
import { SAY } from '../domain/filing-batch.sentences.js';
import { nextFilingDay } from '../domain/filing-policy.js';
import { SAY as SAY_OF_CLAIMS } from '../domain/tax-refund.sentences.js';
import { Claim } from '../entities/claim.entity.js';
import { type BatchKey, FilingBatch } from '../entities/filing-batch.entity.js';
import { inTurn, openBatch } from '../entities/filing-batches.table.js';
import { readFilingPolicy } from '../entities/filing-policies.table.js';
import { FILE_DUE_BATCH } from '../jobs/tax-refund.job.js';
import { note } from './announce.js';
import { announceOpened } from './filing-batch-news.js';

const MIDNIGHT_IN_CHINA = 'T00:00:00+08:00';

/**
 * What waits in batches. Each taxpayer, period and regime has one open batch at most, and whoever looks for it or fills it does so in
 * turn, before it locks the batch. A claim that is in no batch may be locked before; one that is in a batch only after it.
 */
@Injectable()
export class BatchGathering {
  /** Where the tenant files in batches. The caller holds the claim, and stores it. @returns false where it is filed by itself */
  async gather(tx: Tx, claim: Claim): Promise<boolean> {
    if (claim.correctsId !== null) return false;
    const { mode } = await readFilingPolicy(tx);
    if (mode === 'immediate') return false;
    await this.put(tx, claim);
    return true;
  }

  /** Puts a claim that may be filed into the open batch of its taxpayer and period. The caller holds the claim, and stores it. */
  async put(tx: Tx, claim: Claim): Promise<void> {
    const batch = await this.openFor(tx, claim);
    claim.gather(batch.id, tx);
    batch.touch(tx.now);
    await tx.store(FilingBatch, batch);
    note(tx, 'gather', claim, claim.state, { batch: publicId('filingBatch', batch.id) });
  }

  /** Takes a claim out before its batch is filed. @throws ResourceNotFoundError, ClaimNotGatherableError */
  async separate(tx: Tx, claimId: string): Promise<void> {
    const { claim, batch } = await this.waiting(tx, claimId);
    if (batch === null) throw new ClaimNotGatherableError(SAY.claim_alone);
    claim.gather(null, tx);
    batch.touch(tx.now);
    await tx.store(Claim, claim);
    await tx.store(FilingBatch, batch);
    note(tx, 'separate', claim, claim.state, { batch: publicId('filingBatch', batch.id) });
  }

  /** The claim, held, and the open batch that it waits in, held before it; null where it waits in none. */
  private async waiting(tx: Tx, claimId: string): Promise<{ claim: Claim; batch: FilingBatch | null }> {
    const { filingBatchId = null } = (await tx.find(Claim, claimId)) ?? {};
    const batch = filingBatchId === null ? null : await tx.lock(FilingBatch, filingBatchId);
    const claim = await tx.lock(Claim, claimId);
    if (claim === null) throw new ResourceNotFoundError(SAY_OF_CLAIMS.no_such_claim);
    tx.assertFresh(claim);
    const waits = batch?.state === 'open' && claim.filingBatchId === batch.id;
    return { claim, batch: waits ? batch : null };
  }

  /** The open batch, held; another one is opened where there is none. */
  private async openFor(tx: Tx, claim: Claim): Promise<FilingBatch> {
    const key: BatchKey = claim;
    await inTurn(tx, key);
    const id = await openBatch(tx, key);
    const found = id === null ? null : await tx.lock(FilingBatch, id);
    if (found?.state === 'open') return found;
    const { sellerId, taxpayerName, taxpayerNumber, period, regime } = claim;
    const { tenantId, now } = tx;
    const { fileOnDay } = await readFilingPolicy(tx);
    const fileOn = fileOnDay === null ? null : nextFilingDay(fileOnDay, dateInZone(now, CHINA));
    const batch = FilingBatch.open({
      ...{ tenantId, id: newId(), sellerId, taxpayerName, taxpayerNumber, period, regime, fileOn, now },
    });
    await tx.insert(FilingBatch, batch);
    announceOpened(tx, batch);
    if (fileOn !== null) fileWhenDue(tx, batch.id, fileOn);
    return batch;
  }
}

/** Promises that the batch is filed when this day begins in China. */
export function fileWhenDue(tx: Tx, batchId: string, fileOn: LocalDate): void {
  enqueue(tx, FILE_DUE_BATCH, { batchId, fileOn }, { dueAt: new Date(`${fileOn}${MIDNIGHT_IN_CHINA}`) });
}
