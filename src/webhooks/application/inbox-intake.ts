import { timingSafeEqual } from 'node:crypto';
import { type IncomingHttpHeaders } from 'node:http';

import { Inject, Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { openSecret } from '../../platform/auth/secret-box.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/app-config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { BodyTooLargeError, ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { bound } from '../../platform/usage/bounds.js';
import { SAY } from '../domain/webhooks.sentences.js';
import { type SignatureChoice } from '../entities/webhook-endpoint.entity.js';
import { hashOf, type InboxAnswer } from './inboxes.service.js';
import { isSigned } from './signature-check.js';
import { signingKey } from './signature.js';
import { WebhookKeys } from './webhook-keys.js';

/** Of each tenant, the newest. */
const MESSAGES_MAX = bound({
  name: 'sandbox.inbox_messages',
  max: 1_000,
  per: 'tenant',
  unit: 'items',
  title: { en: 'Messages kept in inboxes; the oldest make room', zh: '收件箱保留的消息（超出时删除最早的）' },
  used: `SELECT count(*) FROM webhooks.inbox_message WHERE tenant_id = $1`,
});
const BODY_MAX_BYTES = bound({
  name: 'sandbox.inbox_message',
  max: 262_144,
  per: 'request',
  unit: 'bytes',
  title: { en: 'Body of a message to an inbox', zh: '收件箱单条消息正文' },
});

/** What somebody has sent, as it came. */
export interface Delivered {
  readonly tenantId: string;
  readonly token: string;
  readonly headers: IncomingHttpHeaders;
  /** Names and values by turns. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  readonly traceparent: string | null;
}

interface ReceiverRow {
  readonly token_hash: Buffer;
  readonly status: number;
  readonly delay_ms: number;
  readonly signature: SignatureChoice;
  readonly secret_box: Buffer;
  readonly old_secret_box: Buffer | null;
}

const FIND = `
  SELECT i.token_hash, i.status, i.delay_ms, e.signature, e.secret_box,
         CASE WHEN e.old_secret_expires_at > now() THEN e.old_secret_box END AS old_secret_box
  FROM webhooks.inbox i JOIN webhooks.endpoint e ON e.tenant_id = i.tenant_id AND e.id = i.endpoint_id
  WHERE i.tenant_id = $1 AND e.state <> 'removed'`;
const KEEP = `
  INSERT INTO webhooks.inbox_message (tenant_id, id, received_at, headers, body, signature_verified, answered_status)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const FORGET_OLDEST = `
  DELETE FROM webhooks.inbox_message
  WHERE tenant_id = $1 AND id <= (SELECT id FROM webhooks.inbox_message WHERE tenant_id = $1
                                  ORDER BY id DESC OFFSET ${MESSAGES_MAX} LIMIT 1)`;

/** Takes what is sent to an inbox, by the platform or by anybody who knows its address. It lives by the real time. */
@Injectable()
export class InboxIntake {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: WebhookKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps it, whether its signature is any good or not.
   * @returns how to answer
   * @throws ResourceNotFoundError, BodyTooLargeError
   */
  async take(delivered: Delivered): Promise<InboxAnswer> {
    const { tenantId, token, headers, body, traceparent } = delivered;
    const caller = { tenantId, actor: 'inbox', traceparent };
    const [inbox] = await this.unitOfWork.read(caller, (view) => view.query<ReceiverRow>(FIND, [tenantId]));
    if (inbox === undefined || !timingSafeEqual(inbox.token_hash, hashOf(token))) {
      throw new ResourceNotFoundError(SAY.no_inbox);
    }
    if (body.length > BODY_MAX_BYTES) throw new BodyTooLargeError(SAY.inbox_message_too_large);
    const now = this.clock.now();
    const isGenuine = isSigned(headers, body, await this.signersOf(inbox), Math.floor(now.getTime() / 1_000));
    const lines = JSON.stringify(pairsOf(delivered.rawHeaders));
    await this.unitOfWork.run(caller, async (tx) => {
      await tx.query(KEEP, [tenantId, newId(), now, lines, body, isGenuine, inbox.status]);
      await tx.query(FORGET_OLDEST, [tenantId]);
    });
    return { status: inbox.status, delayMs: inbox.delay_ms };
  }

  /** What the owner of the endpoint would verify by. */
  private async signersOf({ signature, secret_box: box, old_secret_box: oldBox }: ReceiverRow) {
    const boxes = signature === 'v1a' ? [] : oldBox === null ? [box] : [box, oldBox];
    return {
      secrets: boxes.map((one) => signingKey(openSecret(one, this.config.decryptionKeys))),
      publicKeys: signature === 'v1' ? [] : (await this.keys.all()).map(({ publicKey }) => publicKey),
    };
  }
}

function pairsOf(rawHeaders: readonly string[]): (readonly [string, string])[] {
  return rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : []));
}
