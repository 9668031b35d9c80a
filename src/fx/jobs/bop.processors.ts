import { Injectable } from '@nestjs/common';

import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { BopDrafts } from '../application/bop/bop-drafts.js';
import { BopReports } from '../application/bop/bop-reports.js';
import { type ControlReport } from '../domain/bop/bop-filing.js';
import { CurrencyControl } from '../partners/currency-control.port.js';
import {
  askBopDeclaration,
  type BopDayPayload,
  type BopPayload,
  expireBopDeclaration,
  sendBopDeclaration,
} from './safe.job.js';

/** A final no is about the message itself with these; any other 4xx is about the call, and says nothing of it. */
const REFUSALS: readonly unknown[] = [400, 422];

/** Sends a declaration to the bank. A repeat is the same message, word for word. */
@Injectable()
export class SendBopDeclarationProcessor extends Processor<BopPayload> {
  readonly job = sendBopDeclaration;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly reports: BopReports,
    private readonly desk: CurrencyControl,
  ) {
    super();
  }

  override async process(delivery: Delivery<BopPayload>): Promise<void> {
    const { declarationId } = delivery.payload;
    const posting = await this.deliveries.read(delivery, (view) => this.reports.posting(view, delivery.payload));
    if (posting === null) return;
    const letter = this.desk.write(posting.channel, posting.filing);
    try {
      const report = await this.desk.send(delivery.caller, letter);
      await this.deliveries.once(delivery, (tx) => this.reports.recordSent(tx, declarationId, letter, report));
    } catch (error) {
      const status = error instanceof PartnerRejectedError ? error.details['status'] : null;
      if (!REFUSALS.includes(status)) throw error;
      const reason = String((error as PartnerRejectedError).details['reason'] ?? '');
      const why = { code: 'REFUSED', reason };
      await this.deliveries.once(delivery, (tx) => this.reports.recordRefused(tx, declarationId, letter, why));
    }
  }
}

/** Asks after a declaration on which the bank should have spoken. */
@Injectable()
export class AskBopDeclarationProcessor extends Processor<BopPayload> {
  readonly job = askBopDeclaration;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly reports: BopReports,
    private readonly desk: CurrencyControl,
  ) {
    super();
  }

  override async process(delivery: Delivery<BopPayload>): Promise<void> {
    const posting = await this.deliveries.read(delivery, (view) => this.reports.posting(view, delivery.payload));
    if (posting === null) return;
    const report = await this.asked(delivery, posting.filing.messageId);
    await this.deliveries.once(delivery, async (tx) => {
      if (typeof report === 'object' && report !== null) await this.reports.report(tx, report, null);
      await this.reports.chase(tx, delivery.payload, report !== null);
    });
  }

  /** A bank that does not answer ends nothing. */
  private async asked(delivery: Delivery<BopPayload>, messageId: string): Promise<ControlReport | 'no answer' | null> {
    try {
      return await this.desk.report(delivery.caller, messageId);
    } catch (error) {
      if (error instanceof PartnerUnavailableError) return 'no answer';
      throw error;
    }
  }
}

/** The last days on which a receipt is to be declared. */
@Injectable()
export class ExpireBopDeclarationProcessor extends Processor<BopDayPayload> {
  readonly job = expireBopDeclaration;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly drafts: BopDrafts,
  ) {
    super();
  }

  override async process(delivery: Delivery<BopDayPayload>): Promise<void> {
    const { declarationId, isLate } = delivery.payload;
    await this.deliveries.once(delivery, (tx) => this.drafts.remind(tx, declarationId, isLate));
  }
}
