import { createHash } from 'node:crypto';

import { Controller, Headers, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

import { Clock } from '../../kernel/clock.js';
import { newId, parseId } from '../../kernel/ids.js';
import { Public } from '../auth/scopes.js';
import { APP_CONFIG, type AppConfig } from '../config/app-config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { CALLBACK_CONTENT_TYPE, type Request } from '../http/request.js';
import { MalformedRequestError, RouteNotFoundError, UnauthenticatedError } from '../http/request.errors.js';
import { Metrics } from '../observability/metrics.js';
import { enqueue } from '../outbox/outbox.js';
import { SAY } from '../platform.sentences.js';
import { type CallingPartner, INBOUND_JOBS } from './inbound.jobs.js';
import { PartnerCalls } from './standing/partner-calls.js';
import { verifyCallback } from './callback-signature.js';
import { storableText } from './storable-text.js';

const KEEP = `
  INSERT INTO platform.inbox_message (tenant_id, id, partner, dedup_key, content_type, body, received_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (tenant_id, partner, dedup_key) DO NOTHING RETURNING id`;

/**
 * Where partners call back: verify the raw bytes, keep the text, promise the work, answer 202. Nothing is parsed or
 * judged here. A repeat, with the partner's message id or, where it has none, by its content, is taken and ignored. What is forged
 * leaves no row, and is counted by the partner that it claims to be of.
 */
@ApiExcludeController()
@Public()
@Controller('v1/inbound')
export class InboundController {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly calls: PartnerCalls,
    private readonly metrics: Metrics,
  ) {}

  @Post(':partner/:tenantId')
  @HttpCode(202)
  async take(
    @Param('partner') partnerName: string,
    @Param('tenantId') tenant: string,
    @Headers('x-signature') signature: string | undefined,
    @Headers('x-message-id') messageId: string | undefined,
    @Req() request: Request,
  ): Promise<{ status: 'taken' }> {
    if (!isCalling(partnerName)) throw new RouteNotFoundError(SAY.no_such_partner);
    const raw = rawBody(request);
    const now = this.clock.now();
    if (!verifyCallback(signature, raw, this.config.partners[partnerName].secret, Math.floor(now.getTime() / 1000))) {
      this.metrics.inboundRefused.inc({ partner: partnerName, reason: 'signature' });
      throw new UnauthenticatedError(SAY.signature_misfit);
    }
    await this.calls.note(partnerName, 'received');
    await this.keep(partnerName, parseId('tenant', tenant), messageId, request, raw);
    return { status: 'taken' };
  }

  private async keep(
    partner: CallingPartner,
    tenantId: string,
    messageId: string | undefined,
    { headers, traceparent }: Request,
    raw: Buffer,
  ): Promise<void> {
    const id = newId();
    const body = storableText(raw.toString('utf8'));
    const dedupKey = messageId?.slice(0, 200) ?? createHash('sha256').update(raw).digest('hex');
    const contentType = String(headers[CALLBACK_CONTENT_TYPE] ?? 'application/octet-stream').slice(0, 200);
    await this.unitOfWork.run({ tenantId, actor: `partner:${partner}`, traceparent }, async (tx) => {
      const kept = await tx.query(KEEP, [tenantId, id, partner, dedupKey, contentType, body, tx.now]);
      if (kept.length === 1) enqueue(tx, INBOUND_JOBS[partner], { inboxMessageId: id });
    });
  }
}

function rawBody({ body }: Request): Buffer {
  if (!Buffer.isBuffer(body)) throw new MalformedRequestError(SAY.callback_empty);
  return body;
}

function isCalling(name: string): name is CallingPartner {
  return Object.hasOwn(INBOUND_JOBS, name);
}
