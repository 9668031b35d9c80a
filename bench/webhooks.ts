import pg from 'pg';
import { Webhook } from 'standardwebhooks';

import {
  type Bench,
  type BenchResult,
  type BenchServices,
  compare,
  type Comparison,
  median,
  rateOf,
  rateRows,
  rounded,
  type Side,
  type Work,
} from './harness.js';
import { Helper } from './helper-process.js';
import { BenchProcesses } from './processes.js';
import { type Ports, type Question, type Received, type Sample } from './webhook-receivers.js';
import { WebhookTenant, type WebhookTenants } from './webhook-tenant.js';

const EVENTS = 150;
const KEEP_EVERY = 100;
/** Events that are sent one at a time, to see how long each takes. */
const SINGLE_EVENTS = 100;
const SINGLE_EVERY_MS = 20;
const LOGGED_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 5;

const YARDSTICK = 'undici';

/**
 * Events of one tenant to twenty receivers of its own: eighteen that answer at once, one slow, one dead; ours with fan-out,
 * signature and log on the real worker, beside `undici` posting the same bodies to the same receivers. Counted are
 * the messages of the eighteen.
 */
export const webhooksBench: Bench = {
  name: 'webhooks',
  async run(given): Promise<BenchResult> {
    const admin = new pg.Client({ connectionString: given.database.adminUrl });
    await admin.connect();
    const stops: (() => Promise<void>)[] = [() => admin.end()];
    try {
      const receivers = await Helper.start('webhook-receivers.js');
      stops.push(() => receivers.stop());
      const yardstick = await Helper.start('yardsticks/webhooks.js');
      stops.push(() => yardstick.stop());
      const processes = await BenchProcesses.start(given, ['worker']);
      stops.push(() => processes.stop());
      const tenants = await WebhookTenant.connect(given);
      stops.push(() => tenants.close());
      return await measure(given, { admin, receivers, yardstick, tenants });
    } finally {
      for (const stop of stops.toReversed()) await stop();
    }
  },
};

interface Stage {
  readonly admin: pg.Client;
  readonly receivers: Helper;
  readonly yardstick: Helper;
  readonly tenants: WebhookTenants;
}

async function measure(given: BenchServices, stage: Stage): Promise<BenchResult> {
  const ports = (await ask(stage.receivers, { kind: 'where' })) as Ports;
  const beside = { 'none dead': [], 'one refuses': [1], 'one hangs': [ports.hanging] } as const;
  const sides: Side[] = [];
  for (const [name, dead] of Object.entries(beside)) {
    const tenant = await WebhookTenant.open(given, stage.tenants, name.replace(' ', '-'), {
      good: ports.good,
      slow: ports.slow,
      dead: [...dead],
    });
    sides.push(ours(name, tenant, stage, ports));
  }
  const model = await WebhookTenant.open(given, stage.tenants, 'model', { good: [], slow: null, dead: [] });
  sides.push(posting(model, stage, ports));
  const comparison = await compare(sides);
  const light = await WebhookTenant.open(given, stage.tenants, 'light', {
    good: ports.good,
    slow: ports.slow,
    dead: [],
  });
  const latencies = await single(light, stage, ports);
  return { table: rateRows('deliveries', comparison, YARDSTICK), figures: figures(comparison, latencies) };
}

function figures(comparison: Comparison, latencies: readonly number[]): BenchResult['figures'] {
  const { ratio } = comparison;
  const least = (of: string): number => Math.min(ratio('one refuses', of), ratio('one hangs', of));
  const sorted = latencies.toSorted((left, right) => left - right);
  return {
    ours: rateOf(comparison, 'none dead'),
    limit: rateOf(comparison, YARDSTICK),
    ratio: rounded(least(YARDSTICK)),
    isolation: rounded(least('none dead')),
    isolationRefusing: rounded(ratio('one refuses', 'none dead')),
    isolationHanging: rounded(ratio('one hangs', 'none dead')),
    p50Ms: rounded(median(sorted)),
    p95Ms: rounded(sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN),
  };
}

/** The clock runs from the events' commit to the last line of the log. */
function ours(name: string, tenant: WebhookTenant, { admin, receivers }: Stage, ports: Ports): Side {
  const messages = EVENTS * ports.good.length;
  let received: Received;
  return {
    name,
    async prepare() {
      await ask(receivers, { kind: 'settle' });
      await tenant.forgetTheDead(admin);
    },
    async run() {
      const arrived = ask(receivers, { kind: 'expect', path: tenant.path, messages, keepEvery: KEEP_EVERY });
      await tenant.happen(EVENTS);
      received = (await arrived) as Received;
      await logged(tenant, admin);
      return messages;
    },
    async prove(round) {
      const { delivered, attempts } = await tenant.log(admin);
      const wanted = messages * (round + 1);
      if (delivered !== wanted || attempts !== wanted) {
        throw new Error(`The log is not whole: ${delivered} delivered, ${attempts} attempts, not ${wanted}`);
      }
      for (const sample of received.samples) verify(sample, tenant);
      return proofOf(received);
    },
  };
}

function posting(model: WebhookTenant, { admin, receivers, yardstick }: Stage, ports: Ports): Side {
  const messages = EVENTS * ports.good.length;
  let bodies: readonly { readonly id: string; readonly body: string }[] = [];
  let received: Received;
  return {
    name: YARDSTICK,
    async prepare() {
      await ask(receivers, { kind: 'settle' });
      await model.happen(EVENTS);
      bodies = await model.bodies(admin, EVENTS);
    },
    async run() {
      const arrived = ask(receivers, { kind: 'expect', path: model.path, messages, keepEvery: KEEP_EVERY });
      const urls = [...ports.good, ports.slow, 1].map((port) => `http://127.0.0.1:${port}${model.path}`);
      await yardstick.ask({ urls, messages: bodies });
      received = (await arrived) as Received;
      return messages;
    },
    prove: () => Promise.resolve(proofOf(received)),
  };
}

/** One event at a time. @returns milliseconds from each event to its arrival at each good receiver */
async function single(tenant: WebhookTenant, { receivers }: Stage, ports: Ports): Promise<number[]> {
  await ask(receivers, { kind: 'settle' });
  const messages = SINGLE_EVENTS * ports.good.length;
  const arrived = ask(receivers, { kind: 'expect', path: tenant.path, messages, keepEvery: 1 });
  for (let count = 0; count < SINGLE_EVENTS; count += 1) {
    await tenant.happen(1);
    await new Promise((resolve) => setTimeout(resolve, SINGLE_EVERY_MS));
  }
  const { samples } = (await arrived) as Received;
  return samples.map(({ body, receivedAtMs }) => {
    const { occurredAt } = JSON.parse(body) as { occurredAt: string };
    return receivedAtMs - Date.parse(occurredAt);
  });
}

function ask(helper: Helper, question: Question): Promise<unknown> {
  return helper.ask(question);
}

function proofOf({ messages, distinct, bytes }: Received): Work['proof'] {
  return { messages, distinct, bytes };
}

/** @throws Error when the signature of this message is not the endpoint's */
function verify({ headers, body, url }: Sample, tenant: WebhookTenant): void {
  new Webhook(tenant.secretOf(Number(url))).verify(body, headers);
}

async function logged(tenant: WebhookTenant, admin: pg.Client): Promise<void> {
  const deadline = performance.now() + LOGGED_WITHIN_MS;
  while ((await tenant.pending(admin)) > 0) {
    if (performance.now() > deadline) throw new Error('Deliveries were received and not logged');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
