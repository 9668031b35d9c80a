import { Readable } from 'node:stream';

import { Controller, Get, Headers, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

import { ProvesCaller } from '../../platform/auth/scopes.js';
import { TooManyRequestsError } from '../../platform/http/rate-limit.js';
import { type Reply, type Request } from '../../platform/http/request.js';
import { SAY } from '../../platform/platform.sentences.js';
import { DeadlineFeeds } from '../application/deadline-feed.service.js';

/** For as long a program need not ask again. */
const FRESH_SECONDS = 3_600;

/** Where calendar programs read deadlines. The token in the address is all that lets one in; what fails counts as a bad key. */
@ApiExcludeController()
@Controller('v1/tax-refund/calendars')
export class DeadlineFeedController {
  constructor(private readonly feeds: DeadlineFeeds) {}

  @Get(':tenant/:token/deadlines.ics')
  @ProvesCaller()
  async read(
    @Param('tenant') tenant: string,
    @Param('token') token: string,
    @Headers('if-none-match') known: string | undefined,
    @Req() { traceparent }: Request,
    @Res() reply: Reply,
  ): Promise<void> {
    const feed = await this.feeds.open({ tenant, token, traceparent });
    this.assertLeft(reply, feed.allowance.isAllowed, feed.allowance.resetSeconds);
    void reply.headers({
      ETag: feed.etag,
      'Cache-Control': `private, max-age=${FRESH_SECONDS}`,
      'X-Robots-Tag': 'noindex',
    });
    if (isKnown(known, feed.etag)) {
      await reply.status(304).send();
      return;
    }
    void reply.headers({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="refund-deadlines.ics"',
    });
    await reply.send(Readable.from(this.feeds.write(feed)));
  }

  private assertLeft(reply: Reply, isAllowed: boolean, resetSeconds: number): void {
    if (isAllowed) return;
    const { name, quota } = this.feeds.limit;
    void reply.header('Retry-After', resetSeconds);
    throw new TooManyRequestsError(SAY.too_many_requests({ limit: quota, policy: name }), {
      policy: name,
      limitPerHour: quota,
    });
  }
}

/** RFC 9110, 13.1.2: weak comparison with each tag of the list. */
function isKnown(known: string | undefined, etag: string): boolean {
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  return known !== undefined && (known.trim() === '*' || known.split(',').some((tag) => opaque(tag) === opaque(etag)));
}
