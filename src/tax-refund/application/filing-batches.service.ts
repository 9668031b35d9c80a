import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Tx } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { BATCH_CLAIMS_MAX, LINKS_MAX, linksOf } from '../domain/filing-batch.js';
import { BatchEmptyError, BatchUnderWayError } from '../domain/filing-batch.errors.js';
import { SAY } from '../domain/filing-batch.sentences.js';
import { FILING_BATCH } from '../domain/filing-batch-status.js';
import { nextFilingDay } from '../domain/filing-policy.js';
import { Claim } from '../entities/claim.entity.js';
import { claimRates } from '../entities/claim-lines.table.js';
import { type BatchMessage, FilingBatch } from '../entities/filing-batch.entity.js';
import { gatheredClaims, inTurn, lastNumber } from '../entities/filing-batches.table.js';
import { type Filing, filingsOfBatch } from '../entities/filings.table.js';
import { CHECK_BATCH, FILE_DUE_BATCH, type FileDueBatch } from '../jobs/tax-refund.job.js';
import { TaxBureau } from '../partners/tax-bureau.port.js';
import { AgencyGate } from './agency-gate.service.js';
import { announceHeld, awaitBureau, entrustedBy, note } from './announce.js';
import { BatchGathering, fileWhenDue } from './batch-gathering.service.js';
import { ClaimMessages } from './claim-messages.service.js';
import { isWindowClosed } from './claims.service.js';
import { noteBatch } from './filing-batch-news.js';

/** How soon a batch whose day has come looks again whether the one before it is answered. */
const LOOK_AGAIN_MS = { live: 600_000, sandbox: 2_000 };

/** Batches of claims (申报批次): filed by command or on their day, in one message. */
@Injectable()
export class FilingBatches {
  constructor(
    private readonly bureau: TaxBureau,
    private readonly gathering: BatchGathering,
    private readonly messages: ClaimMessages,
    private readonly agencies: AgencyGate,
  ) {}

  /**
   * Files what waits in it. What may not be filed today is taken out, and says why.
   * @throws ResourceNotFoundError, IllegalTransitionError, BatchEmptyError
   * @throws BatchUnderWayError while the batch before it is not answered: numbers rise by one, and the bureau takes them in turn
   */
  async file(tx: Tx, id: string): Promise<void> {
    const batch = await this.inTurn(tx, id);
    tx.assertFresh(batch);
    FILING_BATCH.next(batch.state, 'file');
    if ((await gatheredClaims(tx, id)).length === 0) throw new BatchEmptyError(SAY.batch_empty);
    const { number, isUnderWay } = await lastNumber(tx, batch);
    if (isUnderWay) {
      throw new BatchUnderWayError(SAY.batch_under_way({ number, period: batch.period }), { number });
    }
    await this.leave(tx, batch, number + 1);
  }

  /** Its day has come. With nothing in it, it waits for the same day of the next month. */
  async fileDue(tx: Tx, { batchId, fileOn }: FileDueBatch): Promise<void> {
    const batch = await this.inTurn(tx, batchId);
    if (batch.state !== 'open' || batch.fileOn !== fileOn) return;
    const { number, isUnderWay } = await lastNumber(tx, batch);
    if (isUnderWay) {
      const dueAt = new Date(tx.now.getTime() + LOOK_AGAIN_MS[tx.livemode ? 'live' : 'sandbox']);
      enqueue(tx, FILE_DUE_BATCH, { batchId, fileOn }, { dueAt });
      return;
    }
    await this.leave(tx, batch, number + 1);
  }

  private async inTurn(tx: Tx, id: string): Promise<FilingBatch> {
    const known = await tx.find(FilingBatch, id);
    if (known === null) throw new ResourceNotFoundError(SAY.no_such_batch);
    await inTurn(tx, known);
    const batch = await tx.lock(FilingBatch, id);
    if (batch === null) throw new ResourceNotFoundError(SAY.no_such_batch);
    return batch;
  }

  private async leave(tx: Tx, batch: FilingBatch, number: number): Promise<void> {
    const { claims, others } = await this.fileable(tx, batch);
    const isAny = claims.length > 0;
    if (isAny) {
      await this.fileClaims(tx, batch, number, claims);
      batch.file(number, this.messageOf(batch, number, 1, await filingsOfBatch(tx, batch.id)), tx.now);
      enqueue(tx, CHECK_BATCH, { batchId: batch.id, attempt: batch.attempt });
      noteBatch(tx, 'file', batch, 'open', { number, claims: claims.length });
    } else {
      postpone(tx, batch);
    }
    await tx.store(FilingBatch, batch);
    // What one message does not hold waits in the next.
    for (const claim of others) {
      await this.gathering.put(tx, claim);
      await tx.store(Claim, claim);
    }
  }

  /** Those that may be filed now, as far as one message holds them; the others that may. Both held. */
  private async fileable(tx: Tx, batch: FilingBatch): Promise<{ claims: Claim[]; others: Claim[] }> {
    const claims: Claim[] = [];
    const others: Claim[] = [];
    let links = 0;
    for (const id of await gatheredClaims(tx, batch.id)) {
      const claim = await tx.lock(Claim, id);
      if (claim?.filingBatchId !== batch.id || !(await this.mayLeave(tx, claim))) continue;
      const rates = (await claimRates(tx, id)).length;
      const fits = claims.length < BATCH_CLAIMS_MAX && links + rates <= LINKS_MAX;
      (fits && others.length === 0 ? claims : others).push(claim);
      links += rates;
    }
    return { claims, others };
  }

  /** @returns false where it may not be filed, and is taken out */
  private async mayLeave(tx: Tx, claim: Claim): Promise<boolean> {
    const { agreement, lack } = await this.agencies.ask(tx, claim);
    if (lack === null && !isWindowClosed(tx, claim)) {
      claim.entrust(agreement?.id ?? null, tx);
      return true;
    }
    claim.gather(null, tx);
    if (lack !== null) {
      claim.stay(lack, tx);
      announceHeld(tx, claim, lack);
    }
    note(tx, 'separate', claim, claim.state, { rule: lack?.rule ?? 'filing_window' });
    await tx.store(Claim, claim);
    return false;
  }

  private async fileClaims(tx: Tx, batch: FilingBatch, number: number, claims: readonly Claim[]): Promise<void> {
    const { id: batchId, period } = batch;
    let used = 0;
    for (const claim of claims) {
      const { state: from } = claim;
      claim.file(tx);
      note(tx, 'file', claim, from, {
        attempt: claim.attempt,
        batch: publicId('filingBatch', batchId),
        ...entrustedBy(claim),
      });
      const links = linksOf(await claimRates(tx, claim.id), { period, number, used });
      used += links.size;
      await this.messages.keep(tx, claim, { batchId, links });
      awaitBureau(tx, claim);
      await tx.store(Claim, claim);
    }
  }

  /** The message of these attempts, in their order. */
  messageOf(batch: FilingBatch, number: number, attempt: number, filings: readonly Filing[]): BatchMessage {
    const id = publicId('filingBatch', batch.id);
    const reference = attempt === 1 ? id : `${id}-${attempt}`;
    const totals = filings.map(({ body }) => (JSON.parse(body) as ClaimTotals).totals);
    const sum = (field: keyof ClaimTotals['totals']): Money =>
      Money.sum(
        totals.map((each) => Money.parse(each[field], 'CNY')),
        'CNY',
      );
    const { regime, period, taxpayerName: name, taxpayerNumber: uscc } = batch;
    const message = this.bureau.composeBatch({
      ...{ reference, number, regime, period, taxpayer: { name, uscc }, claims: filings.map(({ body }) => body) },
      ...{ taxable: sum('taxableAmount'), refund: sum('refundAmount') },
    });
    return { reference, message };
  }
}

/** As the messages of claims state them. */
interface ClaimTotals {
  readonly totals: { readonly taxableAmount: string; readonly refundAmount: string };
}

function postpone(tx: Tx, batch: FilingBatch): void {
  const { fileOn } = batch;
  const today = dateInZone(tx.now, CHINA);
  if (fileOn === null || fileOn > today) return;
  const next = nextFilingDay(Number(fileOn.slice(-2)), today);
  batch.postpone(next, tx.now);
  fileWhenDue(tx, batch.id, next);
}
