import { Injectable } from '@nestjs/common';

import { DomainError } from '../../../kernel/domain-error.js';
import { PartnerUnavailableError } from '../../../kernel/partner-errors.js';
import { type Caller, type PartnerAnswer, PartnerClient } from '../../../platform/partners/partner-client.js';
import { SAY_INSURANCE as SAY } from '../../domain/insurance/insurance.sentences.js';
import {
  type ClaimMessage,
  Insurer,
  type InsurerMessage,
  type LimitApplication,
  type LimitMessage,
  type LossNotice,
  type ShipmentNotice,
} from './insurer.port.js';
import { claimIn, type Json, limitIn, parseInsurer, readInsurerMessage, textIn } from './insurer-reading.js';

/** An insurer that speaks JSON over HTTPS. */
@Injectable()
export class HttpInsurer extends Insurer {
  constructor(private readonly client: PartnerClient) {
    super();
  }

  override async applyForLimit(caller: Caller, application: LimitApplication): Promise<void> {
    await this.send(caller, 'apply-for-limit', '/limits', application);
  }

  override async limit(caller: Caller, reference: string): Promise<LimitMessage | null> {
    return this.find(caller, { operation: 'get-limit', reference, path: `/limits/${reference}` }, limitIn);
  }

  override async declare(caller: Caller, shipment: ShipmentNotice): Promise<string> {
    const answer = await this.send(caller, 'declare-shipment', '/declarations', shipment);
    return clear(answer, (message) => textIn(message, 'declarationNumber'));
  }

  override async payPremium(caller: Caller, payment: Parameters<Insurer['payPremium']>[1]): Promise<void> {
    const path = `/declarations/${encodeURIComponent(payment.reference)}/premium-payments`;
    await this.send(caller, 'pay-premium', path, payment);
  }

  override async notifyLoss(caller: Caller, notice: LossNotice): Promise<string> {
    const answer = await this.send(caller, 'notify-loss', '/claims', notice);
    return clear(answer, (message) => textIn(message, 'claimNumber'));
  }

  override async fileClaim(caller: Caller, claim: Parameters<Insurer['fileClaim']>[1]): Promise<void> {
    await this.send(caller, 'file-claim', `/claims/${encodeURIComponent(claim.reference)}/filing`, claim);
  }

  override async claim(caller: Caller, reference: string): Promise<ClaimMessage | null> {
    return this.find(caller, { operation: 'get-insurance-claim', reference, path: `/claims/${reference}` }, claimIn);
  }

  override read(body: string): InsurerMessage {
    return readInsurerMessage(parseInsurer(body));
  }

  private send(
    caller: Caller,
    operation: string,
    path: string,
    message: { readonly reference: string },
  ): Promise<PartnerAnswer> {
    const { reference } = message;
    const request = { partner: 'insurer', operation, reference, method: 'POST', path } as const;
    return this.client.call(caller, { ...request, body: JSON.stringify(message) });
  }

  private async find<Message>(
    caller: Caller,
    asked: { readonly operation: string; readonly reference: string; readonly path: string },
    read: (message: Json) => Message,
  ): Promise<Message | null> {
    const answer = await this.client.find(caller, { ...asked, partner: 'insurer', method: 'GET' });
    return answer === null ? null : clear(answer, read);
  }
}

/** An answer that cannot be read says nothing: it is asked again. */
function clear<Message>({ body }: PartnerAnswer, read: (message: Json) => Message): Message {
  try {
    return read(parseInsurer(body));
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause;
    throw new PartnerUnavailableError(SAY.answer_unreadable, { partner: 'insurer' }, [], { cause });
  }
}
