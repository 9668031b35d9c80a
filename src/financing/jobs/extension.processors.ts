import { Injectable } from '@nestjs/common';

import { publicId, tryParseId } from '../../kernel/ids.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Extensions } from '../application/extensions.service.js';
import { UnreadableLenderMessageError } from '../domain/financing.errors.js';
import { SAY } from '../domain/extension/extension.sentences.js';
import { type ExtensionRequest, type ExtensionWord, Lender, type LenderNews } from '../partners/lender.port.js';
import { refusalOf } from './lender-refusal.js';
import { ASK_EXTENSION, type ExtensionPayload, REQUEST_EXTENSION } from './financing.job.js';

/** Asks the lender for a later due date. Its answer comes by callback; only a refusal is known at once. */
@Injectable()
export class RequestExtension extends Processor<ExtensionPayload> {
  readonly job = REQUEST_EXTENSION;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly extensions: Extensions,
    private readonly lender: Lender,
  ) {
    super();
  }

  override async process(delivery: Delivery<ExtensionPayload>): Promise<void> {
    const request = await requestIn(this.deliveries, this.extensions, delivery);
    if (request === null) return; // decided meanwhile
    const refusal = await ask(this.lender, delivery, request);
    if (refusal === null) return;
    await this.deliveries.once(delivery, async (tx) => {
      await this.extensions.record(tx, delivery.payload.extensionId, refusal);
    });
  }
}

/** Asks the lender how a later due date stands when it has not spoken for too long; of an unknown one it is asked again. */
@Injectable()
export class AskExtension extends Processor<ExtensionPayload> {
  readonly job = ASK_EXTENSION;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly extensions: Extensions,
    private readonly lender: Lender,
  ) {
    super();
  }

  override async process(delivery: Delivery<ExtensionPayload>): Promise<void> {
    const { extensionId } = delivery.payload;
    const request = await requestIn(this.deliveries, this.extensions, delivery);
    if (request === null) return;
    const word = await this.inquire(delivery, request);
    await this.deliveries.once(delivery, async (tx) => {
      const isNews = word !== null && (await this.extensions.record(tx, extensionId, word));
      if (!isNews) await this.extensions.noteSilence(tx, extensionId);
    });
  }

  private async inquire(
    delivery: Delivery<ExtensionPayload>,
    request: ExtensionRequest,
  ): Promise<ExtensionWord | null> {
    try {
      return (
        (await this.lender.inquireExtension(delivery.caller, request)) ?? (await ask(this.lender, delivery, request))
      );
    } catch (error) {
      if (error instanceof PartnerUnavailableError || error instanceof PartnerRejectedError) return null;
      throw error;
    }
  }
}

export function isOfExtension(word: LenderNews): word is ExtensionWord {
  return word.kind === 'extension_received' || word.kind === 'extended' || word.kind === 'extension_refused';
}

/** @throws UnreadableLenderMessageError */
export function extensionIn(reference: string): string {
  const extensionId = tryParseId('loanExtension', reference);
  if (extensionId === null) throw new UnreadableLenderMessageError(SAY.no_extension_named);
  return extensionId;
}

/** @returns null where the lender is not asked any more */
function requestIn(
  deliveries: Deliveries,
  extensions: Extensions,
  delivery: Delivery<ExtensionPayload>,
): Promise<ExtensionRequest | null> {
  return deliveries.read(delivery, async (view) => {
    const { id, advanceId, state, dueOn, fee, purpose } = await extensions.get(view, delivery.payload.extensionId);
    if (state !== 'requested') return null;
    const [loanReference, reference] = [publicId('advance', advanceId), publicId('loanExtension', id)];
    return { loanReference, reference, dueOn, fee, purpose };
  });
}

/** @returns a refusal, where it came at once */
async function ask(
  lender: Lender,
  { caller }: Delivery<ExtensionPayload>,
  request: ExtensionRequest,
): Promise<ExtensionWord | null> {
  try {
    await lender.extend(caller, request);
    return null;
  } catch (error) {
    if (!(error instanceof PartnerRejectedError)) throw error;
    const reason = refusalOf(error);
    return { kind: 'extension_refused', reference: request.reference, reason };
  }
}
