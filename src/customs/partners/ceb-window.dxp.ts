import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import { Injectable } from '@nestjs/common';

import { PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { PartnerClient } from '../../platform/partners/partner-client.js';
import { type Doorway, letIn, refusal } from './let-in.js';
import { SAY } from '../domain/ceb/ceb.sentences.js';
import { CebSettings } from './ceb-settings.js';
import { type CebTransmission, CebWindow } from './ceb-window.port.js';
import { type Asker } from './customs-window.port.js';
import { dxpMessagesIn, readDxpResponse, writeDxpMessage } from './dxp-message.js';

const pack = promisify(gzip);
/** An envelope packed comes in one piece or two. */
const PACKING = { level: 1, chunkSize: 65_536 };
const XML = 'application/xml; charset=utf-8';
/** 系统级错误 (DXP 3000 to 3999): the exchange cannot now; everything else is about the message. */
const SYSTEM_ERROR = /^3\d{3}$/;

const DOORWAY: Doorway = { shut: SAY.exchange_shut, refused: SAY.exchange_refused, reasonOf };

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
    const body = await pack(envelope, PACKING);
    const answer = await letIn(DOORWAY, () =>
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
    if (response.code !== '0') throw refusal(DOORWAY, `${response.code} ${response.info}`.trim());
  }

  override async receipts(asker: Asker, reference: string): Promise<readonly string[] | null> {
    const answer = await letIn(DOORWAY, () =>
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
}

/** The exchange's own words, where it answered as it should. */
function reasonOf(answer: string): string {
  const response = readDxpResponse(answer);
  return response === null ? answer : `${response.code} ${response.info}`.trim();
}
