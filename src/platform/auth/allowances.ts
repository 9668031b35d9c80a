import { Inject, Injectable } from '@nestjs/common';

import { APP_CONFIG, type AppConfig } from '../config/app-config.js';
import { RateLimit } from '../http/rate-limit.js';

/** The policies that admission takes from, and what is left of them in this process. */
@Injectable()
export class Allowances {
  readonly clients: RateLimit;
  readonly costly: RateLimit;
  readonly failedKeys: RateLimit;

  constructor(@Inject(APP_CONFIG) { rateLimits }: Pick<AppConfig, 'rateLimits'>) {
    this.clients = new RateLimit('client', rateLimits.perClient);
    this.costly = new RateLimit('costly', rateLimits.costlyPerClient);
    this.failedKeys = new RateLimit('failed-keys', rateLimits.failedKeys);
  }
}
