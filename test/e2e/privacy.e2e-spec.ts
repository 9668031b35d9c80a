import { createHmac } from 'node:crypto';

import { publicId } from '../../src/kernel/ids.js';
import { BUYER, SELLER } from '../support/order-samples.js';
import { ProcessPlatform } from '../support/process-platform.js';
import { Receiver } from '../support/receiver.js';
import { eventually } from '../support/test-platform.js';
import { type Trader } from '../support/trader.js';

const PRIVATE_BUYER = {
  name: 'Erika Mustermann Handel',
  aliases: ['ERIKA MUSTERMANN'],
  address: 'Privatweg 7, 22087 Hamburg, +49 40 5551234, erika@mustermann.example',
};
const ENCRYPTION_KEY = Buffer.alloc(32, 0x5a).toString('base64');
/** What a caller gave us about people and their accounts. */
const PERSONAL: Readonly<Record<string, string>> = {
  'seller’s name': SELLER.name,
  'seller’s English name': SELLER.nameEn,
  'seller’s address': SELLER.address,
  'seller’s bank account': SELLER.bankAccount.accountNumber,
  'seller’s taxpayer number': SELLER.uscc,
  'payer’s name': BUYER.name,
  'buyer’s name': PRIVATE_BUYER.name,
  'buyer’s alias': 'ERIKA MUSTERMANN',
  'buyer’s street': 'Privatweg 7',
  'buyer’s phone': '+49 40 5551234',
  'buyer’s e-mail': 'erika@mustermann.example',
};
const WRITTEN = ['"route":"/v1/orders"', 'POST /v1/parties', 'fx.take-bank-message', 'freight.ask-carrier'];

/** Which of these stand in the text, and where first. */
function leaks(text: string, words: Readonly<Record<string, string>>): string[] {
  return Object.entries(words).flatMap(([what, word]) => {
    const at = text.indexOf(word);
    return at < 0 ? [] : [`${what}: ${text.slice(Math.max(0, at - 150), at + 100)}`];
  });
}

describe('After a journey with everything that goes well and badly, logged at every level,', () => {
  let platform: ProcessPlatform;
  let receiver: Receiver;
  let trader: Trader;
  let webhookSecret: string;
  let accountNumbers: Record<string, string>;

  beforeAll(async () => {
    receiver = await Receiver.start();
    receiver.answer = () => (receiver.received.length < 3 ? 500 : 204);
    platform = await ProcessPlatform.start({ env: { LOG_LEVEL: 'trace', ENCRYPTION_KEY } });
    trader = await platform.trader({ buyer: PRIVATE_BUYER });
    const endpoint = { url: `${receiver.url}/hook?token=tok_of_the_receiver`, eventTypes: ['*'] };
    webhookSecret = (await trader.post<{ secret: string }>('/v1/webhooks/endpoints', endpoint)).secret;
    const order = await trader.trade();
    await trader.closed([order], 100_000);
    await goWrong();
    const { data } = await trader.get<{ data: { accountNumber: string }[] }>('/v1/fx/collection-accounts');
    accountNumbers = Object.fromEntries(data.map(({ accountNumber: it }) => [`collection account ${it}`, it]));
  }, 180_000);
  afterAll(async () => {
    await platform.stop();
    await receiver.stop();
  });

  it('no line of the request log holds what was asked or answered', async () => {
    // Written a moment after the answer: the refused request and the last one are what it waits for.
    const rows = await eventually(
      () =>
        platform.rows<{ idempotency_key: string | null }>(`SELECT * FROM platform.request_log WHERE tenant_id = $1`, [
          trader.tenantId,
        ]),
      (found) => ['w3', 'w4'].every((key) => found.some((row) => row.idempotency_key === key)),
    );
    const secrets = {
      'API key': trader.apiKey,
      'webhook secret': webhookSecret,
      'receiver’s token': 'tok_of_the_receiver',
    };
    expect(leaks(JSON.stringify(rows), { ...PERSONAL, ...accountNumbers, ...secrets })).toEqual([]);
  });

  it('no log line holds personal data or a secret', async () => {
    // Both have written, of what went well and of what did not; nobody promises when.
    const missing = (): string[] => WRITTEN.filter((line) => !platform.logs().includes(line));
    await eventually(
      () => Promise.resolve(missing()),
      ({ length }) => length === 0,
    );
    const log = platform.logs();
    const secrets = {
      'API key': trader.apiKey,
      'wrong API key': 'sk_wrong_but_somebodys',
      'webhook secret': webhookSecret,
      'receiver’s token': 'tok_of_the_receiver',
      'encryption key': ENCRYPTION_KEY,
      'partner’s secret': 'sandbox-bank-secret',
      'api’s database password': new URL(platform.database.appUrl).password,
      'worker’s database password': new URL(platform.database.workerUrl).password,
    };
    expect(Object.values(secrets).filter((secret) => secret.length < 8)).toEqual([]);
    expect(leaks(log, { ...PERSONAL, ...accountNumbers, ...secrets })).toEqual([]);
  });

  it.each([
    ['event', `SELECT type AS place, data::text AS text FROM platform.event WHERE tenant_id = $1`],
    ['audit line', `SELECT action AS place, details::text AS text FROM audit.record WHERE tenant_id = $1`],
    ['job', `SELECT queue AS place, payload::text AS text FROM platform.delivery WHERE tenant_id = $1`],
    [
      'dead letter',
      `SELECT queue AS place, payload::text || error_message AS text FROM platform.dead_letter WHERE tenant_id = $1`,
    ],
  ])('no %s holds names, addresses or account numbers', async (_what, sql) => {
    const rows = await platform.rows<{ place: string; text: string }>(sql, [trader.tenantId]);
    expect(rows.length).toBeGreaterThan(0);
    const found = rows.flatMap(({ place, text }) =>
      leaks(text, { ...PERSONAL, ...accountNumbers }).map((leak) => `${place}: ${leak}`),
    );
    expect(found).toEqual([]);
  });

  /** Refusals, unreadable callbacks, and errors of our own in api and worker. */
  async function goWrong(): Promise<void> {
    const send = (path: string, body: string, headers: Record<string, string> = {}) =>
      fetch(platform.baseUrl + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${trader.apiKey}`, 'content-type': 'application/json', ...headers },
        body,
      });
    const party = JSON.stringify({ ...BUYER, ...PRIVATE_BUYER, reference: 'P-2' });
    const statuses = [
      await send('/v1/parties', party, { authorization: 'Bearer sk_wrong_but_somebodys', 'idempotency-key': 'w1' }),
      await send('/v1/parties', party.slice(0, -1), { 'idempotency-key': 'w2' }),
      await send('/v1/parties', party.replace('DE', PRIVATE_BUYER.name), { 'idempotency-key': 'w3' }),
      await send(`/v1/parties?name=${encodeURIComponent(PRIVATE_BUYER.name)}`, party, { 'idempotency-key': 'w4' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([401, 400, 422, 201]);
    await platform.rows('ALTER TABLE parties.party RENAME TO party_away');
    expect((await send('/v1/parties', party, { 'idempotency-key': 'w5' })).status).toBe(500);
    await platform.rows('ALTER TABLE parties.party_away RENAME TO party');
    await callback(`Payment of ${PRIVATE_BUYER.name} to ${SELLER.bankAccount.accountNumber}`);
    await callback(`<Document><Nm>${PRIVATE_BUYER.name}</Nm></Document>`);
    await stumble();
    await eventually(
      () => platform.rows(`SELECT 1 FROM platform.dead_letter WHERE tenant_id = $1`, [trader.tenantId]),
      ({ length }) => length >= 3,
      60_000,
    );
  }

  async function callback(body: string): Promise<void> {
    const seconds = Math.floor(Date.now() / 1_000);
    const signature = createHmac('sha256', 'sandbox-bank-secret').update(`${seconds}.${body}`).digest('hex');
    const answer = await fetch(`${platform.baseUrl}/v1/inbound/bank/${publicId('tenant', trader.tenantId)}`, {
      method: 'POST',
      headers: { 'x-signature': `t=${seconds},v1=${signature}` },
      body,
    });
    expect(answer.status).toBe(202);
  }

  /** A job about a booking that there is not. */
  async function stumble(): Promise<void> {
    await platform.rows(
      `INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at)
       VALUES ($1, gen_random_uuid(), 'freight.ask-carrier', 'job/freight.ask-carrier',
               jsonb_build_object('bookingId', gen_random_uuid(), 'dueAt', 'x'), now(), now())`,
      [trader.tenantId],
    );
  }
});
