import { Injectable } from '@nestjs/common';

import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { ContractAnswers } from '../application/contracts/contract-answers.js';
import { ControlLetters } from '../application/contracts/control-letters.js';
import { ControlRequests } from '../application/contracts/control-requests.js';
import { hearControl } from '../application/contracts/hear-control.js';
import { type ContractWord } from '../domain/bank-files/bank-message.js';
import { ContractDesk } from '../partners/contract-desk.port.js';
import {
  askControlRequest,
  type ControlLetterPayload,
  type ControlRequestPayload,
  expireControlLetter,
  sendControlRequest,
} from './safe.job.js';

/** A final no is about the message itself with these; any other 4xx is about the call, and says nothing of it. */
const REFUSALS: readonly unknown[] = [400, 422];

/** Sends a message about a registered contract. A repeat is the same message, word for word. */
@Injectable()
export class SendControlRequestProcessor extends Processor<ControlRequestPayload> {
  readonly job = sendControlRequest;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly requests: ControlRequests,
    private readonly answers: ContractAnswers,
    private readonly desk: ContractDesk,
  ) {
    super();
  }

  override async process(delivery: Delivery<ControlRequestPayload>): Promise<void> {
    const { requestId } = delivery.payload;
    const posting = await this.deliveries.read(delivery, (view) => this.requests.posting(view, delivery.payload));
    if (posting === null) return;
    const message = this.desk.write(posting.filing);
    try {
      // Whoever died after it was sent may find it answered: then it is only kept.
      if (posting.isAwaited) await this.desk.send(delivery.caller, message);
      await this.deliveries.once(delivery, (tx) => this.requests.recordSent(tx, requestId, message));
    } catch (error) {
      const status = error instanceof PartnerRejectedError ? error.details['status'] : null;
      if (!REFUSALS.includes(status)) throw error;
      const reason = String((error as PartnerRejectedError).details['reason'] ?? '');
      await this.deliveries.once(delivery, async (tx) => {
        await this.requests.recordSent(tx, requestId, message);
        await this.answers.refused(tx, requestId, { code: 'REFUSED', reason });
      });
    }
  }
}

/** Asks after a message on which the bank should have spoken. */
@Injectable()
export class AskControlRequestProcessor extends Processor<ControlRequestPayload> {
  readonly job = askControlRequest;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly requests: ControlRequests,
    private readonly answers: ContractAnswers,
    private readonly desk: ContractDesk,
  ) {
    super();
  }

  override async process(delivery: Delivery<ControlRequestPayload>): Promise<void> {
    const posting = await this.deliveries.read(delivery, (view) => this.requests.posting(view, delivery.payload));
    if (posting?.isAwaited !== true) return;
    const answer = await this.asked(delivery, posting.filing.messageId);
    await this.deliveries.once(delivery, async (tx) => {
      if (typeof answer === 'object' && answer !== null) await hearControl(tx, this.answers, answer, null);
      await this.requests.chase(tx, delivery.payload, answer !== null);
    });
  }

  /** A bank that does not answer ends nothing. */
  private async asked(
    delivery: Delivery<ControlRequestPayload>,
    messageId: string,
  ): Promise<ContractWord | 'no answer' | null> {
    try {
      return await this.desk.answer(delivery.caller, messageId);
    } catch (error) {
      if (error instanceof PartnerUnavailableError) return 'no answer';
      throw error;
    }
  }
}

/** The last days on which letters of the bank are to be answered. */
@Injectable()
export class ExpireControlLetterProcessor extends Processor<ControlLetterPayload> {
  readonly job = expireControlLetter;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly letters: ControlLetters,
  ) {
    super();
  }

  override async process(delivery: Delivery<ControlLetterPayload>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.letters.remind(tx, delivery.payload.letterId));
  }
}
