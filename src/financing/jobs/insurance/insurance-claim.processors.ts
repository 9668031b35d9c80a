import { Injectable } from '@nestjs/common';

import { publicId, tryParseId } from '../../../kernel/ids.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../../kernel/partner-errors.js';
import { OrderBook } from '../../../orders/index.js';
import { type InboundPayload, readInboxMessage } from '../../../platform/partners/inbound.jobs.js';
import { Deliveries, type Delivery } from '../../../platform/queues/deliveries.js';
import { Processor } from '../../../platform/queues/processor.js';
import { BuyerLimits } from '../../application/insurance/buyer-limits.service.js';
import { ClaimAnswers } from '../../application/insurance/claim-answers.service.js';
import { InsuranceClaims } from '../../application/insurance/insurance-claims.service.js';
import { UnreadableInsurerMessageError } from '../../domain/insurance/insurance.errors.js';
import { SAY_INSURANCE as SAY } from '../../domain/insurance/insurance.sentences.js';
import { type InsuranceClaim } from '../../entities/insurance-claim.entity.js';
import { type ClaimMessage, Insurer, type LossNotice } from '../../partners/insurance/insurer.port.js';
import {
  ASK_INSURANCE_CLAIM,
  FILE_INSURANCE_CLAIM,
  type InsuranceClaimPayload,
  NOTIFY_LOSS,
  TAKE_INSURER_MESSAGE,
} from './insurance.job.js';
import { refusalOf } from './insurer-refusal.js';

/** What the insurer is told of a claim. */
interface Told {
  readonly claim: InsuranceClaim;
  readonly notice: LossNotice;
}

/** How the insurer knows of a claim; each message may be said twice, under the same reference. */
@Injectable()
export class ClaimLetters {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly claims: InsuranceClaims,
    private readonly orders: OrderBook,
  ) {}

  read(delivery: Delivery<InsuranceClaimPayload>): Promise<Told> {
    return this.deliveries.read(delivery, async (view) => {
      const claim = await this.claims.get(view, delivery.payload.claimId);
      const { buyer } = await this.orders.snapshot(view, claim.orderId);
      const { id, declarationId, cause, loss, notifiedOn } = claim;
      const reference = publicId('insuranceClaim', id);
      const declarationReference = publicId('shipmentDeclaration', declarationId);
      const notice = { reference, declarationReference, buyer: buyer.name, cause, loss, noticedOn: notifiedOn };
      return { claim, notice };
    });
  }
}

/** Tells the insurer of a probable loss. */
@Injectable()
export class NotifyLoss extends Processor<InsuranceClaimPayload> {
  readonly job = NOTIFY_LOSS;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly letters: ClaimLetters,
    private readonly answers: ClaimAnswers,
    private readonly insurer: Insurer,
  ) {
    super();
  }

  override async process(delivery: Delivery<InsuranceClaimPayload>): Promise<void> {
    const { claim, notice } = await this.letters.read(delivery);
    if (claim.claimNumber !== null) return;
    try {
      const number = await this.insurer.notifyLoss(delivery.caller, notice);
      await this.deliveries.once(delivery, (tx) => this.answers.recordNotified(tx, claim.id, number));
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const why = refusalOf(error);
      await this.deliveries.once(delivery, (tx) => this.answers.recordRejected(tx, claim.id, why));
    }
  }
}

/** Files a claim. The notice goes before it, whether or not it has gone already. */
@Injectable()
export class FileInsuranceClaim extends Processor<InsuranceClaimPayload> {
  readonly job = FILE_INSURANCE_CLAIM;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly letters: ClaimLetters,
    private readonly answers: ClaimAnswers,
    private readonly insurer: Insurer,
  ) {
    super();
  }

  override async process(delivery: Delivery<InsuranceClaimPayload>): Promise<void> {
    const { claim, notice } = await this.letters.read(delivery);
    if (claim.state !== 'filed') return; // decided meanwhile
    const { id, indemnity, documents } = claim;
    try {
      if (claim.claimNumber === null) await this.insurer.notifyLoss(delivery.caller, notice);
      await this.insurer.fileClaim(delivery.caller, { reference: notice.reference, indemnity, documents });
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const why = refusalOf(error);
      await this.deliveries.once(delivery, (tx) => this.answers.recordRejected(tx, id, why));
    }
  }
}

type AskPayload = InsuranceClaimPayload & { readonly dueAt: string };

/** Asks the insurer how a claim stands when it has not spoken for too long. */
@Injectable()
export class AskInsuranceClaim extends Processor<AskPayload> {
  readonly job = ASK_INSURANCE_CLAIM;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly claims: InsuranceClaims,
    private readonly answers: ClaimAnswers,
    private readonly insurer: Insurer,
  ) {
    super();
  }

  override async process(delivery: Delivery<AskPayload>): Promise<void> {
    const { claimId, dueAt } = delivery.payload;
    const claim = await this.deliveries.read(delivery, (view) => this.claims.get(view, claimId));
    if (claim.expectedBy?.toISOString() !== dueAt) return;
    const message = await this.inquire(delivery);
    await this.deliveries.once(delivery, async (tx) => {
      const isNews = message !== null && (await this.answers.record(tx, claimId, message));
      if (!isNews) await this.answers.noteSilence(tx, claimId, dueAt);
    });
  }

  private async inquire({ caller, payload }: Delivery<AskPayload>): Promise<ClaimMessage | null> {
    try {
      return await this.insurer.claim(caller, publicId('insuranceClaim', payload.claimId));
    } catch (error) {
      if (error instanceof PartnerUnavailableError || error instanceof PartnerRejectedError) return null;
      throw error;
    }
  }
}

/** Takes what the insurer calls back with, of a limit or of a claim. */
@Injectable()
export class TakeInsurerMessage extends Processor<InboundPayload> {
  readonly job = TAKE_INSURER_MESSAGE;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly limits: BuyerLimits,
    private readonly answers: ClaimAnswers,
    private readonly insurer: Insurer,
  ) {
    super();
  }

  override async process(delivery: Delivery<InboundPayload>): Promise<void> {
    const { body } = await this.deliveries.read(delivery, (view) => readInboxMessage(view, delivery.payload));
    const message = this.insurer.read(body);
    const kind = message.about === 'limit' ? 'buyerLimit' : 'insuranceClaim';
    const id = tryParseId(kind, message.reference);
    if (id === null) throw new UnreadableInsurerMessageError(SAY.nothing_named);
    await this.deliveries.once(delivery, async (tx) => {
      if (message.about === 'limit') await this.limits.record(tx, id, message);
      else await this.answers.record(tx, id, message);
    });
  }
}
