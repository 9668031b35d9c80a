import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import pg from 'pg';

import { APP_CONFIG, type AppConfig } from '../config/app-config.js';

const CHANNEL = 'entrepot_credential';
const RETRY_MS = 1_000;

interface Listener {
  forget(id: string): void;
  forgetAll(): void;
}

/**
 * Hears from the database, on a connection of its own, of each credential that was revoked, shortened or changed, and tells
 * those who remember it. While the connection is away news may be lost: then what is remembered runs out within two
 * seconds all the same, and everything is forgotten when the connection is back.
 */
@Injectable()
export class CredentialNews implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(CredentialNews.name);
  private readonly listeners: Listener[] = [];
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private isStopping = false;

  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  tell(listener: Listener): void {
    this.listeners.push(listener);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    if (this.retry !== null) clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'entrepot-credentials',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    this.client = client;
    client.on('notification', ({ payload = '' }) => {
      for (const listener of this.listeners) listener.forget(payload);
    });
    client.on('error', (error) => {
      this.logger.warn(`No news of credentials: ${error.message}`);
    });
    client.on('end', () => {
      this.listenAgain();
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      for (const listener of this.listeners) listener.forgetAll();
    } catch {
      // The event `error` says why, and `end` follows; where it does not, nothing was connected.
      await client.end().catch(() => undefined);
      this.listenAgain();
    }
  }

  private listenAgain(): void {
    if (this.isStopping || this.retry !== null) return;
    this.retry = setTimeout(() => {
      this.retry = null;
      void this.listen();
    }, RETRY_MS);
    this.retry.unref();
  }
}
