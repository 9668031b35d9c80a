import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { ScheduledTask } from '../../platform/operations/schedules/scheduled-task.js';
import { WebhookKeys } from './webhook-keys.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ROTATE_AFTER_DAYS = 180;
const PUBLISHED_BEFORE_DAYS = 7;
const OVERLAP_DAYS = 30;

/**
 * Makes a new key for webhooks twice a year. It is published a week before it signs; then both sign for a month, for
 * receivers that have written the old one down.
 */
@Injectable()
export class RotateWebhookKeys extends ScheduledTask {
  readonly name = 'webhooks.rotate-signing-keys';
  readonly everyMs = HOUR_MS;

  constructor(
    private readonly keys: WebhookKeys,
    private readonly clock: Clock,
  ) {
    super();
  }

  async run(): Promise<boolean> {
    const now = this.clock.now().getTime();
    const madeAt = await this.keys.newestMadeAt();
    // The first is made by whoever needs it.
    if (madeAt !== null && now - madeAt.getTime() >= ROTATE_AFTER_DAYS * DAY_MS) {
      await this.keys.make(new Date(now + PUBLISHED_BEFORE_DAYS * DAY_MS));
    }
    await this.keys.forgetTakenOverBefore(new Date(now - OVERLAP_DAYS * DAY_MS));
    return false;
  }
}
