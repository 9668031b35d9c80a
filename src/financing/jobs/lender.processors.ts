import { Injectable } from '@nestjs/common';

import { publicId, tryParseId } from '../../kernel/ids.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { type InboundPayload, readInboxMessage } from '../../platform/partners/inbound.jobs.js';
import { type Tx } from '../../platform/database/session.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Advances } from '../application/advances.service.js';
import { LoanGrounds } from '../application/loan-grounds.js';
import { loanRequestOf } from '../application/loan-request.js';
import { Extensions } from '../application/extensions.service.js';
import { productOf } from '../application/terms.js';
import { Repayments } from '../application/repayments.service.js';
import { WriteOffs } from '../application/write-offs/write-offs.service.js';
import { UnreadableLenderMessageError } from '../domain/financing.errors.js';
import { SAY } from '../domain/financing.sentences.js';
import { Lender, type LenderNews, type LenderWord, type LoanRequest } from '../partners/lender.port.js';
import { refusalOf } from './lender-refusal.js';
import {
  type AdvancePayload,
  ASK_LENDER,
  type AskLenderPayload,
  type RepaymentPayload,
  REQUEST_LOAN,
  TAKE_LENDER_MESSAGE,
  TELL_REPAYMENT,
} from './financing.job.js';
import { isOfWriteOff } from './write-off.processors.js';
import { extensionIn, isOfExtension } from './extension.processors.js';

/** Asks the lender for a loan. Its answer comes by callback; only a refusal is known at once. */
@Injectable()
export class RequestLoan extends Processor<AdvancePayload> {
  readonly job = REQUEST_LOAN;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly advances: Advances,
    private readonly grounds: LoanGrounds,
    private readonly lender: Lender,
  ) {
    super();
  }

  override async process(delivery: Delivery<AdvancePayload>): Promise<void> {
    const { advanceId } = delivery.payload;
    const loan = await this.read(delivery);
    if (loan === null) return; // decided meanwhile
    try {
      await this.lender.request(delivery.caller, loan);
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const reason = refusalOf(error);
      const refusal: LenderWord = { kind: 'declined', reference: loan.reference, reason };
      await this.deliveries.once(delivery, async (tx) => {
        await this.advances.record(tx, advanceId, refusal);
      });
    }
  }

  private read(delivery: Delivery<AdvancePayload>): Promise<LoanRequest | null> {
    return this.deliveries.read(delivery, async (view) => {
      const advance = await this.advances.get(view, delivery.payload.advanceId);
      if (advance.state !== 'requested') return null;
      return loanRequestOf(advance, await productOf(view, advance), await this.grounds.see(view, advance.subject));
    });
  }
}

/** Takes what the lender calls back with. */
@Injectable()
export class TakeLenderMessage extends Processor<InboundPayload> {
  readonly job = TAKE_LENDER_MESSAGE;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly advances: Advances,
    private readonly extensions: Extensions,
    private readonly writeOffs: WriteOffs,
    private readonly lender: Lender,
  ) {
    super();
  }

  override async process(delivery: Delivery<InboundPayload>): Promise<void> {
    const { body } = await this.deliveries.read(delivery, (view) => readInboxMessage(view, delivery.payload));
    const word = this.lender.read(body);
    await this.deliveries.once(delivery, async (tx) => {
      await this.record(tx, word);
    });
  }

  private async record(tx: Tx, word: LenderNews): Promise<void> {
    if (isOfExtension(word)) await this.extensions.record(tx, extensionIn(word.reference), word);
    else if (isOfWriteOff(word)) await this.writeOffs.record(tx, advanceIn(word.reference), word);
    else await this.advances.record(tx, advanceIn(word.reference), word);
  }
}

/** @throws UnreadableLenderMessageError */
function advanceIn(reference: string): string {
  const advanceId = tryParseId('advance', reference);
  if (advanceId === null) throw new UnreadableLenderMessageError(SAY.no_advance_named);
  return advanceId;
}

/** Asks the lender how a loan stands when it has not spoken for too long; an unknown loan is asked for again. */
@Injectable()
export class AskLender extends Processor<AskLenderPayload> {
  readonly job = ASK_LENDER;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly advances: Advances,
    private readonly lender: Lender,
  ) {
    super();
  }

  override async process(delivery: Delivery<AskLenderPayload>): Promise<void> {
    const { advanceId, expectedBy } = delivery.payload;
    const advance = await this.deliveries.read(delivery, (view) => this.advances.get(view, advanceId));
    if (!advance.isAwaited(expectedBy)) return;
    const word = await this.inquire(delivery);
    await this.deliveries.once(delivery, async (tx) => {
      const isNews = word !== null && (await this.advances.record(tx, advanceId, word));
      if (!isNews) await this.advances.noteSilence(tx, delivery.payload);
    });
  }

  private async inquire({ caller, payload }: Delivery<AdvancePayload>): Promise<LenderWord | null> {
    try {
      return await this.lender.inquire(caller, publicId('advance', payload.advanceId));
    } catch (error) {
      if (error instanceof PartnerUnavailableError || error instanceof PartnerRejectedError) return null;
      throw error;
    }
  }
}

/** Tells the lender what was paid back; under our own reference, so that telling it twice counts once. */
@Injectable()
export class TellRepayment extends Processor<RepaymentPayload> {
  readonly job = TELL_REPAYMENT;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly repayments: Repayments,
    private readonly lender: Lender,
  ) {
    super();
  }

  override async process(delivery: Delivery<RepaymentPayload>): Promise<void> {
    const repayment = await this.deliveries.read(delivery, (view) =>
      this.repayments.get(view, delivery.payload.repaymentId),
    );
    if (repayment.toldAt !== null) return;
    const { id, advanceId, principal, interest, fees, valueDate } = repayment;
    await this.lender.repay(delivery.caller, {
      loanReference: publicId('advance', advanceId),
      reference: publicId('repayment', id),
      principal,
      interest,
      fees,
      valueDate,
    });
    await this.deliveries.once(delivery, (tx) => this.repayments.recordTold(tx, repayment));
  }
}
