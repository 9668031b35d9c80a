import { randomUUID } from 'node:crypto';

import { newId, parseId, publicId } from '../../src/kernel/ids.js';
import { BatchDesk, buyers } from './batch-desk.js';
import { questioned } from './customs-desk.js';
import { type Endpoint } from './endpoint.js';
import { ISSUER, issuerNumber } from './e-invoice-samples.js';
import { bringTable } from './declaration-desk.js';
import { type FullHouse } from './full-house.js';
import { OPEN_BATCH, TAX_PAPER } from './house-rows.js';
import { BUYER, orderBody, SELLER } from './order-samples.js';
import { importParcel, IMPORTS, ParcelDesk } from './parcel-desk.js';
interface Request {
  readonly path: string;
  readonly body: object;
}

/** What a test has to arrange before an operation can be done once. */
export type Arrange = (house: FullHouse, endpoint: Endpoint) => Promise<Request>;

/** The documented body, and the resource that stands for the path. */
export const asDocumented: Arrange = (house, endpoint) =>
  Promise.resolve({ path: house.address(endpoint.path), body: house.bodyFor(endpoint) ?? {} });

export const withBody =
  (body: object): Arrange =>
  (house, { path }) =>
    Promise.resolve({ path: house.address(path), body });

/** On a resource made for this one test. */
export const onNew =
  (make: (house: FullHouse) => Promise<string>): Arrange =>
  async (house, endpoint) => ({
    path: house.address(endpoint.path, await make(house)),
    body: house.bodyFor(endpoint) ?? {},
  });

const KINDS = {
  'freight.booking': 'booking',
  'customs.declaration': 'declaration',
  'tax_refund.claim': 'claim',
} as const;

/**
 * As if it had come this far and no further: the whole order has long run to its end.
 * @param waits whether in this state an answer is waited for
 */
export const inState =
  (table: keyof typeof KINDS, state: string, { waits = false } = {}): Arrange =>
  async (house, endpoint) => {
    await house.platform.rows(
      `UPDATE ${table} SET state = $2, expected_by = CASE WHEN $3 THEN now() + interval '1 hour' END WHERE id = $1`,
      [parseId(KINDS[table], house.idFor(endpoint.path)), state, waits],
    );
    return asDocumented(house, endpoint);
  };

const CLAIM_LIFE = {
  doubted: `doubts = '[{"number": 1, "code": "PRICE_UNUSUAL", "declarationLine": null, "text": "Far from the usual",
    "weight": "answer", "answer": null}]'`,
  queried: `inquiries = '[{"number": 1, "attempt": 1, "letter": "HD1", "question": "Why?", "dueOn": "2026-12-01",
    "askedAt": "2026-11-24T08:00:00.000Z", "isOverdue": false, "extensions": [], "answers": []}]'`,
} as const;

/** A claim with one doubt, or one inquiry, that waits for an answer. */
export const claimThatIs = (state: keyof typeof CLAIM_LIFE): Arrange => {
  const arrange = inState('tax_refund.claim', state, { waits: state === 'queried' });
  return async (house, endpoint) => {
    const id = parseId('claim', house.idFor(endpoint.path));
    await house.platform.rows(`UPDATE tax_refund.claim SET ${CLAIM_LIFE[state]} WHERE id = $1`, [id]);
    return arrange(house, endpoint);
  };
};

/** A claim that waits in a batch of its own. */
const gatheredClaim: Arrange = async (house, endpoint) => {
  const batch = newId();
  batches += 1;
  const claim = parseId('claim', house.idFor('/v1/tax-refund/claims/{id}'));
  await house.platform.rows(OPEN_BATCH, [house.tenant.tenantId, batch, `2099${String(batches).padStart(2, '0')}`]);
  await house.platform.rows(
    `UPDATE tax_refund.claim SET state = 'matched', expected_by = NULL, filing_batch_id = $2 WHERE id = $1`,
    [claim, batch],
  );
  const isOfBatch = endpoint.path.includes('/filing-batches/');
  const path = isOfBatch ? house.address(endpoint.path, publicId('filingBatch', batch)) : house.address(endpoint.path);
  return { path, body: {} };
};
let batches = 0;

/** A claim that waits in no batch. */
const ungatheredClaim: Arrange = async (house, endpoint) => {
  const claim = parseId('claim', house.idFor(endpoint.path));
  await house.platform.rows(`UPDATE tax_refund.claim SET filing_batch_id = NULL WHERE id = $1`, [claim]);
  return inState('tax_refund.claim', 'matched')(house, endpoint);
};

/** What is done with claims that wait to be filed, in a batch or in none. */
export const FILINGS: readonly (readonly [operationId: string, arrange: Arrange])[] = [
  ['fileFilingBatch', gatheredClaim],
  ['separateClaim', gatheredClaim],
  ['gatherClaim', ungatheredClaim],
  ['fileClaim', ungatheredClaim],
];

/** A claim that the bureau has: there is something to prove. */
export const filedClaim: Arrange = async (house, endpoint) => {
  const id = parseId('claim', house.idFor('/v1/tax-refund/claims/{id}'));
  await house.platform.rows(`UPDATE tax_refund.claim SET filed_at = now() WHERE id = $1`, [id]);
  return asDocumented(house, endpoint);
};

/** A claim of which something is wanted back. */
export const clawedBack: Arrange = async (house, endpoint) => {
  const id = parseId('claim', house.idFor(endpoint.path));
  await house.platform.rows(
    `INSERT INTO tax_refund.clawback (tenant_id, claim_id, number, letter, state, amount_minor, reason, due_on, created_at)
     VALUES ($1, $2, 1, 'ZH1', 'owed', 100, 'r', '2026-12-15', now())
     ON CONFLICT (tenant_id, letter) DO UPDATE SET state = 'owed', settled_on = NULL, bank_reference = NULL`,
    [house.tenant.tenantId, id],
  );
  return inState('tax_refund.claim', 'clawed_back')(house, endpoint);
};

export const withoutRequests = (state: string): Arrange => {
  const arrange = inState('customs.declaration', state, { waits: true });
  return (house, each) => questioned(house.platform, house.idFor(each.path)).then(() => arrange(house, each));
};

export const order = async (house: FullHouse, change: object): Promise<string> => {
  const reference = house.reference();
  const sellerId = await create(house, '/v1/parties', { ...SELLER, reference: `S-${reference}` });
  const buyerId = await create(house, '/v1/parties', { ...BUYER, reference: `B-${reference}` });
  return create(house, '/v1/orders', { ...orderBody(sellerId, buyerId, reference), ...change });
};

export const deadLetter = async (house: FullHouse): Promise<string> => {
  const id = newId();
  await house.platform.rows(
    `INSERT INTO platform.dead_letter (tenant_id, id, message_id, queue, topic, payload, error_code, error_message,
                                       attempts, failed_at, state)
     VALUES ($1, $2, $3, 'customs.submit-declaration', 'job/customs.submit-declaration', '{"declarationId": "d"}',
             'PARTNER.UNAVAILABLE', 'no answer', 8, now(), 'open')`,
    [house.tenant.tenantId, id, newId()],
  );
  return publicId('deadLetter', id);
};

/** An import that nobody has declared. */
export const importDraft = (house: FullHouse): Promise<string> => {
  const draft = house.endpoints.find(({ operation }) => operation.operationId === 'draftImportDeclaration');
  return create(house, '/v1/customs/import-declarations', draft === undefined ? {} : (house.bodyFor(draft) ?? {}));
};

let invoices = 0;
export const invoice = (house: FullHouse): Promise<string> => {
  invoices += 1;
  const record = house.endpoints.find(({ operation }) => operation.operationId === 'recordInvoice');
  const body =
    record === undefined
      ? {}
      : { ...house.bodyFor(record), invoiceNumber: String(26_332_000_000_000_050_000n + BigInt(invoices)) };
  return create(house, '/v1/tax-refund/invoices', body);
};

export const verifiedInvoice = async (house: FullHouse): Promise<string> => {
  const id = await invoice(house);
  await house.platform.rows(
    `UPDATE tax_refund.invoice_check SET state = 'verified', outcome = 'genuine', expected_by = NULL WHERE id = $1`,
    [parseId('invoice', id)],
  );
  return id;
};

let taxPapers = 0;
/** A paper of consumption tax that no order has yet. */
export const taxPaper = (house: FullHouse): Promise<string> => {
  taxPapers += 1;
  const body = { ...TAX_PAPER, voucherNumber: `3330212608${String(taxPapers).padStart(8, '0')}` };
  return create(house, '/v1/tax-refund/consumption-tax-vouchers', body);
};

let abnormal = 0;
/** An entry about an invoice that nobody has. */
export const abnormalEntry = async (house: FullHouse): Promise<string> => {
  abnormal += 1;
  const invoiceNumber = String(26_332_000_000_000_070_000n + BigInt(abnormal));
  const entry = { issuerTaxNumber: ISSUER.taxNumber, invoiceNumber, source: 'Notice 118', day: '2026-11-20' };
  const answer = await house.tenant.client.post<{ listed: readonly string[] }>(
    '/v1/tax-refund/abnormal-entries',
    { entries: [entry] },
    house.headers(),
  );
  const [id] = answer.body.listed;
  if (id === undefined) throw new Error(answer.text);
  return id;
};

let issuers = 0;
export const issuer = (house: FullHouse): Promise<string> => {
  issuers += 1;
  return create(house, '/v1/tax-refund/invoice-issuers', { ...ISSUER, taxNumber: issuerNumber(issuers) });
};

export const approvedIssuer = async (house: FullHouse): Promise<string> => {
  const id = await issuer(house);
  const days = { validFrom: '2026-11-01', validTo: '2027-10-31' };
  await house.tenant.client.post(`/v1/tax-refund/invoice-issuers/${id}/approval`, days, house.headers());
  return id;
};

export const declarationImport = (house: FullHouse): Promise<string> => bringTable(house.tenant);

export const apiKey = (house: FullHouse): Promise<string> =>
  create(house, '/v1/api-keys', { name: 'ERP', scopes: ['orders:read'] });

export const refundCalendar = (house: FullHouse): Promise<string> =>
  create(house, '/v1/tax-refund/calendar-subscriptions', { name: 'Outlook' });

export const hook = (house: FullHouse): Promise<string> =>
  create(house, '/v1/webhooks/endpoints', { url: 'http://127.0.0.1:9/nobody', eventTypes: ['fx.*'] });

export const user = (house: FullHouse): Promise<string> =>
  create(house, '/v1/users', { email: `${house.reference()}@example.com`, name: 'Li Wei', roles: ['viewer'] });

export const disabledUser = async (house: FullHouse): Promise<string> => {
  const id = await user(house);
  await house.tenant.client.post(`/v1/users/${id}/disabling`);
  return id;
};

export const oauthClient = (house: FullHouse): Promise<string> =>
  create(house, '/v1/oauth-clients', { name: 'ERP', scopes: ['orders:read'] });

export const batch = async (house: FullHouse): Promise<string> =>
  (await new BatchDesk(house.tenant).order(buyers(2, house.reference()))).id;
export const offeredMandate = (house: FullHouse): Promise<string> =>
  create(house, '/v1/mandates', {
    integratorId: publicId('tenant', house.integrator.tenantId),
    scopes: ['orders:read'],
  });

export const receivedMandate = async (house: FullHouse): Promise<string> => {
  const request = { integratorId: publicId('tenant', house.tenant.tenantId), scopes: ['orders:read'] };
  const { body } = await house.integrator.client.post<{ id: string }>('/v1/mandates', request);
  return body.id;
};

export const brokerMandate = (house: FullHouse): Promise<string> => house.entrust('offerBrokerMandate');
export const agency = (house: FullHouse): Promise<string> => house.entrust('draftAgencyAgreement');
export const confirmedAgency = async (house: FullHouse): Promise<string> => {
  const id = await agency(house);
  const confirm = house.endpoints.find(({ operation }) => operation.operationId === 'confirmAgencyAgreement');
  const body = confirm === undefined ? {} : house.bodyFor(confirm);
  await house.tenant.client.post(`/v1/tax-refund/agency-agreements/${id}/confirmation`, body, house.headers());
  return id;
};

/** The documented body, about a parcel made for this one test. */
export const aboutParcel =
  (make: (house: FullHouse) => Promise<string>): Arrange =>
  async (house, endpoint) => ({
    path: endpoint.path,
    body: { ...house.bodyFor(endpoint), parcelIds: [await make(house)] },
  });

/** A parcel whose papers agree, and that nobody has filed. */
export const parcel = async (house: FullHouse): Promise<string> => {
  const desk = new ParcelDesk(house.tenant);
  const name = house.reference();
  const profile = await desk.profile({ ...IMPORTS, name, filesAtOnce: false });
  const { body } = await desk.bring(profile, importParcel(name));
  return body.id;
};
export const pausedScenario = (house: FullHouse): Promise<string> =>
  create(house, '/v1/sandbox/scenarios', { kind: 'export', mode: 'stepwise' });

export const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

export async function create(house: FullHouse, path: string, body: object): Promise<string> {
  const answer = await house.tenant.client.post<{ id: string }>(path, body, { 'idempotency-key': randomUUID() });
  if (answer.status !== 201) throw new Error(`${path}: ${answer.text}`);
  return answer.body.id;
}

const COPY_COLLECTION = `
  INSERT INTO fx.collection (tenant_id, id, account_id, party_id, bank_reference, entry_kind, direction, amount_minor,
    amount_currency, surplus_minor, surplus_currency, payer_name, payer_box, payer_names, remittance, bank_text, booked_on, value_date, state,
    explanation, inbox_message_id, created_at, updated_at)
  SELECT tenant_id, $2::uuid, account_id, party_id, ($2::uuid)::text, entry_kind, direction, amount_minor, amount_currency,
         CASE WHEN $3::text = 'matched' THEN 0 ELSE amount_minor END, amount_currency, payer_name, payer_box, payer_names, '', '', booked_on, value_date,
         $3::text,
         explanation, inbox_message_id, now(), now()
  FROM fx.collection WHERE id = $1`;
const PAY_WITH_IT = `
  WITH paid AS (
    UPDATE fx.receivable r SET received_minor = r.received_minor + c.amount_minor FROM fx.collection c
    WHERE c.id = $1 AND r.id = $2 RETURNING c.tenant_id, c.amount_minor, c.amount_currency)
  INSERT INTO fx.allocation (tenant_id, id, collection_id, order_id, matched_by, amount_minor, amount_currency, dues_minor,
                             dues_currency, created_at, updated_at)
  SELECT tenant_id, gen_random_uuid(), $1, $2, 'person', amount_minor, amount_currency, 0, amount_currency, now(), now() FROM paid`;

/** Money like that which stands in the house, in this state; what is matched pays for the open order. */
export const collectionIn =
  (state: 'unmatched' | 'matched' | 'set_aside') =>
  async (house: FullHouse): Promise<string> => {
    const id = newId();
    const known = parseId('collection', house.idFor('/v1/fx/collections/{id}'));
    await house.platform.rows(COPY_COLLECTION, [known, id, state]);
    if (state === 'matched') {
      const [open] = await house.platform.rows<{ id: string }>(
        `SELECT id FROM fx.receivable WHERE tenant_id = $1 AND state = 'open' AND expected_currency = 'USD' LIMIT 1`,
        [house.tenant.tenantId],
      );
      await house.platform.rows(PAY_WITH_IT, [id, open?.id ?? '']);
    }
    return publicId('collection', id);
  };

/** A match names one order, or several with their amounts. */
export const oneOrder: Arrange = (house, endpoint) => {
  const { orderId } = house.bodyFor(endpoint) as { readonly orderId: string };
  return Promise.resolve({ path: house.address(endpoint.path), body: { orderId } });
};
