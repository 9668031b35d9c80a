import { Controller, Headers, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

import { Clock } from '../../kernel/clock.js';
import { parseId } from '../../kernel/ids.js';
import { Public } from '../../platform/auth/scopes.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/app-config.js';
import { type Caller } from '../../platform/database/caller.js';
import { type Request } from '../../platform/http/request.js';
import { MalformedRequestError, UnauthenticatedError } from '../../platform/http/request.errors.js';
import { verifyCallback } from '../../platform/partners/callback-signature.js';
import { PartnerCalls } from '../../platform/partners/standing/partner-calls.js';
import { SAY } from '../../platform/platform.sentences.js';
import { CebReceipts } from '../application/ceb-receipts.service.js';

/**
 * Where the exchange brings what e-commerce customs says: verify the raw bytes, see that they can be read without harm, keep
 * them once, promise the work, answer 202. What is not taken in is kept in part and counted.
 */
@ApiExcludeController()
@Public()
@Controller('v1/inbound/customs')
export class CebInboundController {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly receipts: CebReceipts,
    private readonly clock: Clock,
    private readonly calls: PartnerCalls,
  ) {}

  @Post(':tenantId/ceb')
  @HttpCode(202)
  async take(
    @Param('tenantId') tenant: string,
    @Headers('x-signature') signature: string | undefined,
    @Headers('content-encoding') encoding: string | undefined,
    @Req() request: Request,
  ): Promise<{ status: 'taken' }> {
    const { body: raw, traceparent } = request;
    if (!Buffer.isBuffer(raw)) throw new MalformedRequestError(SAY.callback_empty);
    const caller: Caller = { tenantId: parseId('tenant', tenant), actor: 'partner:customs', traceparent };
    const nowSeconds = Math.floor(this.clock.now().getTime() / 1000);
    if (!verifyCallback(signature, raw, this.config.partners.customs.secret, nowSeconds)) {
      await this.receipts.refuse(caller, raw, 'sender', 'callback');
      throw new UnauthenticatedError(SAY.signature_misfit);
    }
    await this.calls.note('customs', 'received');
    await this.receipts.arrive(caller, raw, encoding);
    return { status: 'taken' };
  }
}
