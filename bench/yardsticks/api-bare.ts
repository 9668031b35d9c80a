/**
 * The limit of this runtime and this database: Fastify and `pg`, hand-written prepared statements, one per request.
 * No framework, no validation, no authentication, no tenant policy; the connection passes by row-level security,
 * triggers and foreign keys. It writes the same rows as the platform and answers with as much.
 */
import { createHash } from 'node:crypto';

import Fastify from 'fastify';
import pg from 'pg';

import { SUBSCRIPTIONS } from '../../src/contracts/subscriptions.js';
import { newId } from '../../src/kernel/ids.js';
import { outliveConnections } from '../../src/platform/database/lost-connection.js';
import { CREATE, LIST, READ } from './api-sql.js';

interface Line {
  readonly total: { readonly amount: string };
  readonly purchase: { readonly amountExVat: { readonly amount: string }; readonly vatRate: string };
  readonly [field: string]: unknown;
}
interface Body {
  readonly reference: string;
  readonly contractNumber: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly incoterm: string;
  readonly currency: string;
  readonly salesChannel: string;
  readonly route: Readonly<Record<string, string>>;
  readonly freight: {
    readonly by: string;
    readonly mode: string;
    readonly containers: unknown;
    readonly readyDate: string;
  };
  readonly refund: { readonly mode: string; readonly advance: boolean };
  readonly fx: { readonly conversion: string; readonly planRate: string };
  readonly lines: readonly Line[];
}

const queues = SUBSCRIPTIONS['orders.order.placed'];
const tenantId = process.env['TENANT_ID'] ?? '';
/** Orders are entered for another tenant than the one whose million is read. */
const createTenantId = process.env['CREATE_TENANT_ID'] ?? '';
const sellerId = process.env['SELLER_ID'] ?? '';
const buyerId = process.env['BUYER_ID'] ?? '';
const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['DATABASE_POOL_MAX']),
  options: '-c session_replication_role=replica',
});
outliveConnections(pool);
const app = Fastify();

app.get('/ready', () => ({ ready: true }));

app.post<{ Body: Body }>('/orders', async (request, reply) => {
  const { body } = request;
  const key = request.headers['idempotency-key'] as string;
  const [id, eventId] = [newId(), newId()];
  const lines = body.lines.map(lineRow);
  const minor = lines.reduce((sum, line) => sum + BigInt(line.total_minor), 0n).toString();
  const value = { amount: `${minor.slice(0, -2)}.${minor.slice(-2)}`, currency: body.currency };
  const answer = JSON.stringify({ id, object: 'order', state: 'placed', value, version: 1, ...body });
  const { route, freight, refund, fx } = body;
  const placed = {
    reference: body.reference,
    incoterm: body.incoterm,
    value,
    refundMode: refund.mode,
    freightBy: freight.by,
  };
  await pool.query({
    name: 'create',
    text: CREATE,
    values: [
      createTenantId,
      id,
      body.reference,
      body.contractNumber,
      sellerId,
      buyerId,
      body.incoterm,
      minor,
      body.currency,
      body.salesChannel,
      route['portOfLoading'],
      route['portOfDischarge'],
      route['destinationCountry'],
      route['declarationOffice'],
      route['exitOffice'],
      route['transportMode'],
      freight.by,
      freight.mode,
      JSON.stringify(freight.containers),
      freight.readyDate,
      refund.mode,
      refund.advance,
      fx.conversion,
      fx.planRate,
      JSON.stringify(lines),
      eventId,
      JSON.stringify(placed),
      queues,
      newId(),
      key,
      createHash('sha256').update(JSON.stringify(body)).digest('base64url'),
      answer,
      id,
    ],
  });
  return reply.code(201).type('application/json').send(answer);
});

app.get<{ Params: { id: string } }>('/orders/:id', async (request) => {
  const { rows } = await pool.query<object>({ name: 'read', text: READ, values: [tenantId, request.params.id] });
  return rows[0];
});

app.get<{ Querystring: { before: string } }>('/orders', async (request) => {
  const { rows } = await pool.query<{ id: string }>({
    name: 'list',
    text: LIST,
    values: [tenantId, request.query.before],
  });
  return { data: rows.slice(0, 50), nextCursor: rows[49]?.id ?? null };
});

function lineRow(line: Line, index: number) {
  return {
    line_number: index + 1,
    id: newId(),
    hs_code: line['hsCode'],
    goods_name: line['goodsName'],
    goods_name_en: line['goodsNameEn'],
    declaration_elements: line['declarationElements'],
    quantity: line['quantity'],
    unit: line['unit'],
    first_quantity: line['firstQuantity'],
    first_unit: line['firstUnit'],
    second_quantity: line['secondQuantity'],
    second_unit: line['secondUnit'],
    unit_price: line['unitPrice'],
    total_minor: line.total.amount.replace('.', ''),
    net_weight_kg: line['netWeightKg'],
    gross_weight_kg: line['grossWeightKg'],
    volume_cbm: line['volumeCbm'],
    packages: line['packages'],
    package_type: line['packageType'],
    source_district: line['sourceDistrict'],
    origin_country: 'CN',
    purchase_minor: line.purchase.amountExVat.amount.replace('.', ''),
    vat_rate: line.purchase.vatRate,
    refund_rate: '0.13',
    refund_rate_version: 'bench',
  };
}

process.once('SIGTERM', () => {
  void app.close().then(() => pool.end());
});
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
