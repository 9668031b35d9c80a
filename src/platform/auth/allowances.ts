import { Inject, Injectable } from '@nestjs/common';

import { APP_CONFIG, type AppConfig } from '../config/app-config.js';
import { RateLimit } from '../http/rate-limit.js';

/** Requests per minute on one api process. */
export interface RateLimits {
  /** Of one key; of one network together, where there is no good key. */
  readonly perClient: number;
  /** Of one key on all costly routes together. */
  readonly costlyPerClient: number;
  /** Keys from one network that are no good. */
  readonly failedKeys: number;
}

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
