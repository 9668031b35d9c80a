import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import { Injectable } from '@nestjs/common';

import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { PartnerClient } from '../../platform/partners/partner-client.js';
import { SAY } from '../domain/ceb/ceb.sentences.js';
import { CebSettings } from './ceb-settings.js';
import { type CebTransmission, CebWindow } from './ceb-window.port.js';
import { type Asker } from './customs-window.port.js';
import { dxpMessagesIn, readDxpResponse, writeDxpMessage } from './dxp-message.js';

const pack = promisify(gzip);
const LEVEL = 1;
const XML = 'application/xml; charset=utf-8';
/** The door is shut to us: our configuration is wrong, the message is not. */
const NOT_LET_IN: readonly unknown[] = [401, 403];
/** 系统级错误 (DXP 3000 to 3999): the exchange cannot now; everything else is about the message. */
const SYSTEM_ERROR = /^3\d{3}$/;

/** The exchange platform over HTTP: envelopes (DxpMsg) out, packed, and back at our own door. */
@Injectable()
export class DxpCebWindow extends CebWindow {
  constructor(
    private readonly client: PartnerClient,
    private readonly settings: CebSettings,
  ) {
    super();
  }

  override async send(asker: Asker, transmission: CebTransmission): Promise<void> {
    const { reference, message, direction } = transmission;
    const envelope = writeDxpMessage(transmission, this.settings.receiverIds[direction]);
    const body = await pack(envelope, { level: LEVEL });
    const answer = await this.letIn(() =>
      this.client.call(asker, {
        partner: 'customs',
        operation: 'send-ceb-message',
        reference,
        method: 'POST',
        path: '/ceb/messages',
        body,
        // The message itself is kept with its own row, sealed.
        bodyKept: `${message} ${reference}`,
        contentType: XML,
        callbackPath: '/ceb',
        headers: { 'content-encoding': 'gzip', 'x-message-id': reference },
      }),
    );
    const response = readDxpResponse(answer.body);
    // An answer that we cannot read may be a yes: unknown, so the same message is sent again.
    if (response === null || SYSTEM_ERROR.test(response.code)) {
      throw new PartnerUnavailableError(SAY.exchange_unclear, { partner: 'customs' });
    }
    if (response.code !== '0') throw refusal(`${response.code} ${response.info}`.trim());
  }

  override async receipts(asker: Asker, reference: string): Promise<readonly string[] | null> {
    const answer = await this.letIn(() =>
      this.client.find(asker, {
        partner: 'customs',
        operation: 'ask-ceb-receipts',
        reference,
        method: 'GET',
        path: `/ceb/messages/${encodeURIComponent(reference)}/receipts`,
      }),
    );
    return answer === null ? null : dxpMessagesIn(answer.body);
  }

  private async letIn<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      if (NOT_LET_IN.includes(error.details['status'])) {
        throw new PartnerUnavailableError(SAY.exchange_shut, { partner: 'customs' }, [], { cause: error });
      }
      throw refusal(reasonOf(String(error.details['reason'] ?? '')), error);
    }
  }
}

function refusal(reason: string, cause?: unknown): PartnerRejectedError {
  return new PartnerRejectedError(SAY.exchange_refused, { partner: 'customs', reason }, [], { cause });
}

/** The exchange's own words, where it answered as it should. */
function reasonOf(answer: string): string {
  const response = readDxpResponse(answer);
  return response === null ? answer : `${response.code} ${response.info}`.trim();
}
