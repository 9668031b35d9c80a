import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { PartnerRejectedError } from '../../kernel/partner-errors.js';
import { type Said } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Deliveries, type Delivery, type Given } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { CebSending, type Sendable } from '../application/ceb-sending.service.js';
import { CertificateNotValidError } from '../domain/ceb/ceb.errors.js';
import { messageNamed } from '../domain/ceb/messages.js';
import { CebWindow } from '../partners/ceb-window.port.js';
import { DocumentSigner } from '../partners/document-signer.port.js';
import { SEND_CEB_MESSAGE, type SendCebMessage } from './send-ceb-message.job.js';

/** Signs a message, keeps it as it will leave, and sends it. A repeat sends the same bytes under the same reference. */
@Injectable()
export class SendCebMessageProcessor extends Processor<SendCebMessage> {
  readonly job = SEND_CEB_MESSAGE;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly unitOfWork: UnitOfWork,
    private readonly sending: CebSending,
    private readonly signer: DocumentSigner,
    private readonly window: CebWindow,
  ) {
    super();
  }

  override async process(delivery: Delivery<SendCebMessage>): Promise<void> {
    const { cebMessageId: id } = delivery.payload;
    const message = await this.deliveries.read(delivery, (view) => this.sending.toSend(view, id));
    if (message === null) return;
    try {
      const xml = message.isUnsigned ? await this.signed(delivery, message) : message.xml;
      await this.window.send(delivery.caller, { ...message, reference: publicId('cebMessage', id), xml });
    } catch (error) {
      const end = endBy(error);
      if (end === null) throw error;
      await this.deliveries.once(delivery, (tx) => this.sending.recordEnd(tx, id, end.command, end.reason));
      return;
    }
    await this.deliveries.onceTogether(delivery, id, this.recordSent);
  }

  private readonly recordSent = async (given: readonly Given<string>[]): Promise<void> => {
    const [first] = given;
    if (first === undefined) return;
    await this.sending.recordSent(
      first.tx,
      given.map(({ item }) => item),
    );
  };

  private async signed(delivery: Delivery<SendCebMessage>, { id, message, xml }: Sendable): Promise<string> {
    const layout = messageNamed(message);
    if (layout === undefined) throw new Error(`There is no message ${message}`);
    const signed = await this.signer.sign(xml, layout);
    return this.unitOfWork.run(delivery.caller, (tx) => this.sending.keepSigned(tx, id, signed));
  }
}

/** What an error makes of the message; null: it is tried again. */
function endBy(error: unknown): { readonly command: 'refuse' | 'fail'; readonly reason: Said } | null {
  if (error instanceof CertificateNotValidError) return { command: 'fail', reason: error.sentence };
  if (!(error instanceof PartnerRejectedError)) return null;
  return { command: 'refuse', reason: String(error.details['reason'] ?? error.message) };
}
