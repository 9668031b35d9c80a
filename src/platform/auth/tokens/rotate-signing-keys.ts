import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { ScheduledTask } from '../../operations/schedules/scheduled-task.js';
import { SigningKeys } from './signing-keys.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ROTATE_AFTER_DAYS = 30;

/**
 * Makes a new signing key every thirty days. It is published an hour before it signs, longer than anybody keeps the list
 * of keys; the one before stays for a day, longer than any token lives.
 */
@Injectable()
export class RotateSigningKeys extends ScheduledTask {
  readonly name = 'platform.rotate-signing-keys';
  readonly everyMs = HOUR_MS;

  constructor(
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
  ) {
    super();
  }

  async run(): Promise<boolean> {
    const now = this.clock.now().getTime();
    const madeAt = await this.keys.newestMadeAt();
    // The first is made by the api that needs it.
    if (madeAt !== null && now - madeAt.getTime() >= ROTATE_AFTER_DAYS * DAY_MS) {
      await this.keys.make(new Date(now + HOUR_MS));
    }
    await this.keys.forgetTakenOverBefore(new Date(now - DAY_MS));
    return false;
  }
}
