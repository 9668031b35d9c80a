import { createHash } from 'node:crypto';

import { type BodyOf, type OperationOf, type Schemas } from '../../operations.js';
import { type Command } from '../command.js';
import { SAY } from '../sentences.js';
import { table } from '../table.js';

type OrderBody = BodyOf<OperationOf<'POST', '/v1/orders'>>;

const PAGE_MAX = 100;

const create: Command = {
  name: 'orders create',
  usage: '-f FILE|- [--dry-run] [--idempotency-key KEY]',
  summary: { en: 'Enter an order', zh: '录入订单' },
  details: {
    en: 'The body of POST /v1/orders as JSON. The same file again gives the same order, not a second one.',
    zh: '内容为 POST /v1/orders 的 JSON 请求体。同一文件再次提交得到同一订单，不会重复录入。',
  },
  options: {
    file: { type: 'string', short: 'f' },
    'dry-run': { type: 'boolean' },
    'idempotency-key': { type: 'string' },
  },
  async run(context) {
    const body = context.json(context.required('file')) as OrderBody;
    const dryRun = context.flag('dry-run');
    const order = await context.client().orders.create(body, {
      idempotencyKey: context.option('idempotency-key') ?? (dryRun ? undefined : keyOf(body)),
      ...(dryRun ? { dryRun } : {}),
    });
    const { id, reference, state } = order;
    context.print(order, context.say(dryRun ? SAY.would_be : SAY.created, { id, reference, state }));
  },
};

/** Of what is in the file, so that sending it again is the same request. */
function keyOf(body: unknown): string {
  return `cli-${createHash('sha256').update(JSON.stringify(body)).digest('hex')}`;
}

const list: Command = {
  name: 'orders list',
  usage: '[--state STATE,…] [--reference REFERENCE] [--limit N] [--all]',
  summary: { en: 'Orders, newest first', zh: '订单列表，最新的在前' },
  options: {
    state: { type: 'string' },
    reference: { type: 'string' },
    limit: { type: 'string', default: '20' },
    all: { type: 'boolean' },
  },
  async run(context) {
    const most = context.flag('all') ? Infinity : (context.number('limit') ?? 0);
    const pages = context.client().orders.list({
      ...given('state', context.option('state')),
      ...given('reference', context.option('reference')),
      limit: Math.min(PAGE_MAX, most + 1),
    });
    const found = await pages.toArray(most + 1);
    const orders = found.slice(0, most);
    context.print(orders, orders.length === 0 ? context.say(SAY.no_orders) : table(orders.map(rowOf)));
    if (found.length > orders.length) context.note(context.say(SAY.more_orders));
  },
};

function given<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, string>);
}

function rowOf({ reference, state, value, createdAt, id }: Schemas['OrderSummaryDto']): string[] {
  return [reference, state, `${value.amount} ${value.currency}`, createdAt, id];
}

const get: Command = {
  name: 'orders get',
  usage: 'ID',
  summary: { en: 'One order and where its five tracks stand', zh: '一个订单及其五条线的进度' },
  positionals: ['ID'],
  async run(context) {
    const order = await context.client().orders.get(context.argument('ID'));
    const { id, reference, contractNumber, state, value, incoterm, tracks, allowedActions, version } = order;
    const rows = {
      id,
      reference,
      contractNumber,
      state,
      value: `${value.amount} ${value.currency}`,
      incoterm,
      ...tracks,
    };
    const last = { allowedActions: allowedActions.join(', '), version: String(version) };
    context.print(order, table(Object.entries({ ...rows, ...last })));
  },
};

const timeline: Command = {
  name: 'orders timeline',
  usage: 'ID',
  summary: { en: 'What happened to an order so far', zh: '订单至今的经过' },
  positionals: ['ID'],
  async run(context) {
    const entries = await context.client().orders.timeline(context.argument('ID'), { limit: PAGE_MAX }).toArray();
    context.print(entries, table(entries.map(({ at, type, text }) => [at, type, text])));
  },
};

export const orders: readonly Command[] = [create, list, get, timeline];
