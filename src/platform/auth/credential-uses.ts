import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { prepared } from '../database/session.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type Verified } from './verified.js';

const EVERY_MS = 60_000;
const NOTE_USES = `SELECT platform.note_uses($1::uuid[], $2::uuid[], $3::timestamptz[])`;

interface Use {
  readonly tenantId: string;
  readonly at: Date;
}

/** When each credential was last used: remembered per request, written once a minute in one statement for all of them. */
@Injectable()
export class CredentialUses implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(CredentialUses.name);
  private uses = new Map<string, Use>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.flush(), EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.flush();
  }

  note({ tenantId, credentialId }: Pick<Verified, 'tenantId' | 'credentialId'>): void {
    this.uses.set(credentialId, { tenantId, at: this.clock.now() });
  }

  /** What cannot be written now is written the next time. */
  async flush(): Promise<void> {
    const { uses } = this;
    if (uses.size === 0) return;
    this.uses = new Map();
    const rows = [...uses];
    try {
      await this.unitOfWork.asMachine((client) =>
        prepared(client, NOTE_USES, [
          rows.map(([, { tenantId }]) => tenantId),
          rows.map(([id]) => id),
          rows.map(([, { at }]) => at.toISOString()),
        ]),
      );
    } catch (error) {
      this.logger.warn(`Last uses are not written: ${String(error)}`);
      this.uses = new Map([...rows, ...this.uses]);
    }
  }
}
