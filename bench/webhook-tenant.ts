import type pg from 'pg';
import { DataSource } from 'typeorm';

import { SystemClock } from '../src/kernel/clock.js';
import { newId, publicId } from '../src/kernel/ids.js';
import { dataSourceOptions } from '../src/platform/database/data-source.js';
import { OutboxSignal, UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { createTenant } from '../src/platform/operations/create-tenant.js';
import { publish } from '../src/platform/outbox/outbox.js';
import { EVENT_COLUMNS, type EventRow, toEventJson } from '../src/webhooks/application/event-json.js';
import { Endpoints } from '../src/webhooks/application/endpoints.service.js';
import { Replays } from '../src/webhooks/application/replays.service.js';
import { WebhookEndpoint } from '../src/webhooks/entities/webhook-endpoint.entity.js';
import { type BenchServices } from './harness.js';
import { BENCH_KEY } from './processes.js';

/** Ports on loopback; a dead one is counted nowhere. */
interface Targets {
  readonly good: readonly number[];
  readonly slow: number | null;
  readonly dead: readonly number[];
}

const PENDING = `
  SELECT count(*)::int AS count FROM webhooks.delivery WHERE tenant_id = $1 AND endpoint_id = ANY($2) AND state = 'pending'`;
const LOG = `
  SELECT count(DISTINCT d.id)::int AS delivered, count(a.id)::int AS attempts
  FROM webhooks.delivery d JOIN webhooks.attempt a ON a.tenant_id = d.tenant_id AND a.delivery_id = d.id
  WHERE d.tenant_id = $1 AND d.endpoint_id = ANY($2) AND d.state = 'delivered' AND a.status = 204`;

/** What every tenant of the bench is made with. */
export interface WebhookTenants {
  readonly unitOfWork: UnitOfWork;
  readonly endpoints: Endpoints;
  close(): Promise<void>;
}

/** A tenant to whom things happen, with its receivers. */
export class WebhookTenant {
  private readonly secrets: string[] = [];
  private readonly goodIds: string[] = [];
  private readonly deadIds: string[] = [];

  private constructor(
    private readonly tenantId: string,
    readonly path: string,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  static async connect({ database }: BenchServices): Promise<WebhookTenants> {
    const options = { ...dataSourceOptions(database.appUrl), entities: [WebhookEndpoint], migrations: [] };
    const dataSource = await new DataSource(options).initialize();
    return {
      unitOfWork: new UnitOfWork(dataSource, new SystemClock(), new OutboxSignal()),
      endpoints: new Endpoints({ encryptionKey: BENCH_KEY, webhooksAllowLoopback: true } as never, new Replays()),
      close: () => dataSource.destroy(),
    };
  }

  static async open(
    { database }: BenchServices,
    { unitOfWork, endpoints }: WebhookTenants,
    name: string,
    { good, slow, dead }: Targets,
  ): Promise<WebhookTenant> {
    const { tenantId } = await createTenant(database.adminUrl, { name, livemode: true });
    const tenant = new WebhookTenant(tenantId, `/${name}`, unitOfWork);
    const add = (port: number): Promise<{ endpoint: WebhookEndpoint; secret: string }> => {
      const url = `http://127.0.0.1:${port}${tenant.path}`;
      return unitOfWork.run(tenant.caller, (tx) =>
        endpoints.create(tx, { url, description: '', eventTypes: ['orders.*'] }),
      );
    };
    for (const port of good) {
      const { endpoint, secret } = await add(port);
      tenant.goodIds.push(endpoint.id);
      tenant.secrets.push(secret);
    }
    if (slow !== null) await add(slow);
    for (const port of dead) tenant.deadIds.push((await add(port)).endpoint.id);
    return tenant;
  }

  /** Of the n-th good receiver. */
  secretOf(index: number): string {
    return this.secrets[index] ?? '';
  }

  /** So many orders are closed, in one transaction: an event on which no service works. */
  async happen(events: number): Promise<void> {
    await this.unitOfWork.run(this.caller, (tx) => {
      for (let count = 0; count < events; count += 1) {
        const orderId = newId();
        const resource = { type: 'order', id: orderId };
        const margin = { amount: '0.00', currency: 'CNY' };
        publish(tx, { type: 'orders.order.closed', resource, orderId, creates: true, data: { margin } });
      }
      return Promise.resolve();
    });
  }

  /** The newest events as they would be sent. */
  async bodies(admin: pg.Client, events: number): Promise<{ id: string; body: string }[]> {
    const { rows } = await admin.query<EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM platform.event WHERE tenant_id = $1 ORDER BY id DESC LIMIT $2`,
      [this.tenantId, events],
    );
    return rows.map((row) => ({ id: publicId('event', row.id), body: JSON.stringify(toEventJson(row)) }));
  }

  async pending(admin: pg.Client): Promise<number> {
    const { rows } = await admin.query<{ count: number }>(PENDING, [this.tenantId, this.goodIds]);
    return rows[0]?.count ?? Number.NaN;
  }

  /** What stands in the log of the good receivers. */
  async log(admin: pg.Client): Promise<{ delivered: number; attempts: number }> {
    const { rows } = await admin.query<{ delivered: number; attempts: number }>(LOG, [this.tenantId, this.goodIds]);
    return rows[0] ?? { delivered: 0, attempts: 0 };
  }

  /** The dead receiver is met as if for the first time: nothing waits for it, its circuit is closed. */
  async forgetTheDead(admin: pg.Client): Promise<void> {
    await admin.query(`DELETE FROM webhooks.delivery WHERE endpoint_id = ANY($1)`, [this.deadIds]);
    await admin.query(
      `UPDATE webhooks.endpoint_progress SET consecutive_failures = 0, failing_since = NULL, open_until = NULL
       WHERE endpoint_id = ANY($1)`,
      [this.deadIds],
    );
  }

  private get caller() {
    return { tenantId: this.tenantId, actor: 'bench', traceparent: null };
  }
}
