import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { PartnerRejectedError } from '../../kernel/partner-errors.js';
import { type Reason } from '../../kernel/sentence.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Advances } from '../application/advances.service.js';
import { Agreements } from '../application/agreement/agreements.service.js';
import { Lender, type LoanSignature } from '../partners/lender.port.js';
import { refusalOf } from './lender-refusal.js';
import { type AgreementPayload, EXPIRE_AGREEMENT, TELL_SIGNATURE } from './agreement.job.js';

/** Tells the lender who has signed; the same again counts once. Where it does not take the signature, the loan is declined. */
@Injectable()
export class TellSignature extends Processor<AgreementPayload> {
  readonly job = TELL_SIGNATURE;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly agreements: Agreements,
    private readonly advances: Advances,
    private readonly lender: Lender,
  ) {
    super();
  }

  override async process(delivery: Delivery<AgreementPayload>): Promise<void> {
    const { agreementId } = delivery.payload;
    const signed = await this.read(delivery);
    if (signed === null) return; // told, or declined meanwhile
    const refusal = await this.tell(delivery, signed.signature);
    await this.deliveries.once(delivery, async (tx) => {
      const reference = signed.signature.loanReference;
      if (refusal === null) await this.agreements.recordTold(tx, agreementId);
      else await this.advances.record(tx, signed.advanceId, { kind: 'declined', reference, reason: refusal });
    });
  }

  private read(
    delivery: Delivery<AgreementPayload>,
  ): Promise<{ readonly advanceId: string; readonly signature: LoanSignature } | null> {
    return this.deliveries.read(delivery, async (view) => {
      const agreement = await this.agreements.get(view, delivery.payload.agreementId);
      const { state, toldAt, signature, advanceId, number: agreementNumber } = agreement;
      if (state !== 'signed' || toldAt !== null || signature === null) return null;
      const loanReference = publicId('advance', advanceId);
      return { advanceId, signature: { loanReference, agreementNumber, ...signature } };
    });
  }

  /** @returns why the lender does not take it; null where it does */
  private async tell({ caller }: Delivery<AgreementPayload>, signature: LoanSignature): Promise<Reason | null> {
    try {
      await this.lender.sign(caller, signature);
      return null;
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      return refusalOf(error);
    }
  }
}

/** The last day of an offer is over. */
@Injectable()
export class ExpireAgreement extends Processor<AgreementPayload> {
  readonly job = EXPIRE_AGREEMENT;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly agreements: Agreements,
  ) {
    super();
  }

  override async process(delivery: Delivery<AgreementPayload>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.agreements.expire(tx, delivery.payload.agreementId));
  }
}
