import { setTimeout as sleep } from 'node:timers/promises';

import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { Public } from '../../platform/auth/scopes.js';
import { type Reply, type Request } from '../../platform/http/request.js';
import { InboxIntake } from '../application/inbox-intake.js';

/** Where the inboxes of sandbox tenants are sent to. The token in the address is all that lets one in. */
@ApiExcludeController()
@Public()
@Controller('v1/inbound/inbox')
export class InboxIntakeController {
  constructor(private readonly intake: InboxIntake) {}

  @Post(':tenantId/:token')
  async take(
    @Param('tenantId') tenant: string,
    @Param('token') token: string,
    @Req() { raw, body, traceparent }: Request,
    @Res() reply: Reply,
  ): Promise<void> {
    const { status, delayMs } = await this.intake.take({
      tenantId: parseId('tenant', tenant),
      token,
      headers: raw.headers,
      rawHeaders: raw.rawHeaders,
      body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
      traceparent,
    });
    if (delayMs > 0) await waitUnlessGone(reply, delayMs);
    await reply.status(status).send();
  }
}

/** Whoever asked may give up before; then there is nothing to wait for. */
async function waitUnlessGone({ raw }: Reply, delayMs: number): Promise<void> {
  const gone = new AbortController();
  raw.once('close', () => {
    gone.abort();
  });
  await sleep(delayMs, undefined, { signal: gone.signal }).catch(() => undefined);
}
