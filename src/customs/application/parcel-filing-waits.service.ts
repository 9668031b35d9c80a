import { Injectable } from '@nestjs/common';

import { type Tx } from '../../platform/database/session.js';
import { ParcelFilingRow } from '../entities/parcel-filing.entity.js';
import { undecidedMessages } from '../entities/parcel-filing-records.table.js';
import { type AskParcelFiling } from '../jobs/ask-parcel-filing.job.js';
import { CebMessages } from './ceb-messages.service.js';
import { announceFilingOverdue, awaitDecision, noteFiling } from './parcel-filing-news.js';

/** Filings that customs has not decided in time. */
@Injectable()
export class ParcelFilingWaits {
  constructor(private readonly messages: CebMessages) {}

  /** Has the exchange asked for what came after the first answer; of messages without any the channel itself asks. */
  async ask(tx: Tx, { filingId, expectedBy }: AskParcelFiling): Promise<void> {
    const filing = await tx.lock(ParcelFilingRow, filingId);
    if (filing?.expectedBy?.toISOString() !== expectedBy) return;
    this.messages.ask(tx, await undecidedMessages(tx, filingId));
    filing.wait(tx);
    awaitDecision(tx, filing);
    noteFiling(tx, 'ask', filing, filing.state);
    announceFilingOverdue(tx, filing, expectedBy);
    await tx.store(ParcelFilingRow, filing);
  }
}
