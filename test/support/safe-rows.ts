import { newId, parseId, publicId } from '../../src/kernel/ids.js';
import { type Arrange, asDocumented } from './arrangements.js';
import { bringBankFile } from './bank-file-desk.js';
import { eventually, type TestPlatform, type TestTenant } from './test-platform.js';

/** What a trade that went well does not leave: money under review, a report of an advance, a message to the bank. */
const ROWS = [
  `INSERT INTO fx.enterprise_class (tenant_id, id, party_id, class, is_small_seller, valid_from, source, recorded_by, created_at)
   SELECT tenant_id, $2, party_id, 'A', false, '2020-01-01', 'SAFE', 'test', now()
   FROM fx.receivable WHERE tenant_id = $1 LIMIT 1`,
  `INSERT INTO fx.funds_review (tenant_id, id, collection_id, party_id, state, enterprise_class, amount_minor, amount_currency,
                                released_minor, released_currency, version, created_at, updated_at)
   SELECT tenant_id, $2, id, party_id, 'released', 'B', amount_minor, amount_currency, amount_minor, amount_currency, 1,
          now(), now()
   FROM fx.collection WHERE tenant_id = $1 AND entry_kind = 'credit' ORDER BY id LIMIT 1`,
  `INSERT INTO fx.registered_contract (tenant_id, id, party_id, order_ids, state, terms, parties, registration_number, registered_on,
                                       version, created_at, updated_at)
   SELECT tenant_id, $2, party_id, ARRAY[id], 'registered',
          '{"contractNumber": "NB-1", "amount": {"amount": "50000.00", "currency": "USD"}, "startsOn": "2026-11-02", "endsOn": "2027-06-30"}',
          '{"seller": "S", "buyer": "B", "buyerCountry": "DE", "bic": "SBXCCNBJXXX"}', 'SBX-HOUSE', '2026-11-24', 1, now(), now()
   FROM fx.receivable WHERE tenant_id = $1 ORDER BY id LIMIT 1`,
  `INSERT INTO fx.contracted_order (tenant_id, order_id, contract_id)
   SELECT tenant_id, order_ids[1], id FROM fx.registered_contract WHERE tenant_id = $1 AND id <> $2`,
  `INSERT INTO fx.control_letter (tenant_id, id, direction, state, contract_id, order_id, message_id, reference,
                                  is_request_for_documents, subject, response_required, attachments, version, created_at, updated_at)
   SELECT tenant_id, $2, 'in', 'open', id, order_ids[1], 'CSA1', 'SBXL1', true, 'S', true, '[]', 1, now(), now()
   FROM fx.registered_contract WHERE tenant_id = $1 LIMIT 1`,
  `INSERT INTO fx.control_request (tenant_id, id, contract_id, kind, state, content, version, created_at, updated_at)
   SELECT tenant_id, $2, id, 'registration', 'accepted', '{"kind": "registration"}', 1, now(), now()
   FROM fx.registered_contract WHERE tenant_id = $1 LIMIT 1`,
  `INSERT INTO fx.contract_file (tenant_id, id, order_id, kind, number, file_name, media_type, size_bytes, sha256, body, added_by,
                                 created_at)
   SELECT tenant_id, $2, order_ids[1], 'contract', 'NB-1', 'nb.pdf', 'application/pdf', 5, repeat('a', 64), '%PDF-', 'test', now()
   FROM fx.registered_contract WHERE tenant_id = $1 LIMIT 1`,
  `INSERT INTO fx.control_request_file (tenant_id, request_id, file_id)
   SELECT r.tenant_id, r.id, f.id FROM fx.control_request r JOIN fx.contract_file f ON f.tenant_id = r.tenant_id
   WHERE r.tenant_id = $1 AND r.id <> $2 LIMIT 1`,
  `INSERT INTO fx.currency_control_message (tenant_id, id, direction, message_type, message_id, declaration_id, content, created_at)
   SELECT tenant_id, $2, 'out', 'bop.json', 'house', id, '{}', now() FROM fx.bop_declaration WHERE tenant_id = $1 LIMIT 1`,
] as const;
const CREDIT = `
  INSERT INTO fx.trade_credit_report (tenant_id, id, order_id, party_id, type, subject_id, state, enterprise_class,
                                      amount_minor, amount_currency, started_on, report_by, explanation, version,
                                      created_at, updated_at)
  SELECT tenant_id, $2, id, party_id, 'advance_receipt', $2, 'due', 'A', 100, 'USD', '2026-11-01', '2026-12-01',
         '{"rule": {"id": "fx.trade-credit-reports", "version": "2020-08-31", "source": "s"}, "steps": []}', 1, now(), now()
  FROM fx.receivable WHERE tenant_id = $1 AND id = $3`;

export async function bringCurrencyControl(platform: TestPlatform, tenant: TestTenant, orderId: string): Promise<void> {
  const { client, tenantId } = tenant;
  await bringBankFile(tenant);
  await eventually(
    () => client.get<{ data: object[] }>(`/v1/fx/bop-declarations?orderId=${orderId}`),
    ({ body }) => body.data.length > 0,
  );
  for (const statement of ROWS) await platform.rows(statement, [tenantId, newId()]);
  await platform.rows(CREDIT, [tenantId, newId(), parseId('order', orderId)]);
}

/** The declaration of the order's receipt, as if it had come this far. */
const bopThatIs =
  (state: string): Arrange =>
  async (house, endpoint) => {
    const [row] = await house.platform.rows<{ id: string }>(
      `UPDATE fx.bop_declaration SET state = $2, was_accepted = false, expected_by = NULL
       WHERE (tenant_id, id) = (SELECT tenant_id, id FROM fx.bop_declaration WHERE tenant_id = $1 AND order_id IS NOT NULL
                                ORDER BY id LIMIT 1) RETURNING id`,
      [house.tenant.tenantId, state],
    );
    const path = house.address(endpoint.path, publicId('bopDeclaration', row?.id ?? ''));
    return { path, body: house.bodyFor(endpoint) ?? {} };
  };

/** The check of an order, with a paper that somebody else brought. */
const tradeThatIs =
  (state: string): Arrange =>
  async (house, endpoint) => {
    const evidence = [{ kind: 'contract', number: '1', note: null, by: 'user:other', at: '2026-11-24T00:00:00.000Z' }];
    const [row] = await house.platform.rows<{ id: string }>(
      `UPDATE fx.trade_check SET state = $2, evidence = $3 WHERE (tenant_id, id) =
       (SELECT tenant_id, id FROM fx.trade_check WHERE tenant_id = $1 ORDER BY id LIMIT 1) RETURNING id`,
      [house.tenant.tenantId, state, JSON.stringify(evidence)],
    );
    const path = house.address(endpoint.path, publicId('tradeCheck', row?.id ?? ''));
    return { path, body: house.bodyFor(endpoint) ?? {} };
  };

const creditThatIs =
  (state: string): Arrange =>
  async (house, endpoint) => {
    await house.platform.rows(`UPDATE fx.trade_credit_report SET state = $2 WHERE tenant_id = $1`, [
      house.tenant.tenantId,
      state,
    ]);
    return { path: house.address(endpoint.path), body: house.bodyFor(endpoint) ?? {} };
  };

/** The registered contract of the house, and the letter of the bank about it, as if nothing were asked yet. */
const ofContract =
  (kind: 'registeredContract' | 'currencyControlLetter'): Arrange =>
  async (house, endpoint) => {
    const { tenantId } = house.tenant;
    const [contract] = await house.platform.rows<{ id: string }>(
      `UPDATE fx.registered_contract SET state = 'registered', proposed = NULL, expected_by = NULL
       WHERE tenant_id = $1 AND registration_number = 'SBX-HOUSE' RETURNING id`,
      [tenantId],
    );
    const [letter] = await house.platform.rows<{ id: string }>(
      `UPDATE fx.control_letter SET state = 'open', expected_by = NULL WHERE tenant_id = $1 AND reference = 'SBXL1' RETURNING id`,
      [tenantId],
    );
    const found = kind === 'registeredContract' ? contract : letter;
    return {
      path: house.address(endpoint.path, publicId(kind, found?.id ?? '')),
      body: house.bodyFor(endpoint) ?? {},
    };
  };

const classA: Arrange = (house, endpoint) =>
  Promise.resolve({ path: endpoint.path, body: { ...house.bodyFor(endpoint), enterpriseClass: 'A' } });

/** What is done once of it. */
export const SAFE_DONE_ONCE: readonly (readonly [operationId: string, arrange: Arrange])[] = [
  ['submitBopDeclaration', bopThatIs('draft')],
  ['correctBopDeclaration', bopThatIs('rejected')],
  ['deleteBopDeclaration', bopThatIs('draft')],
  ['bringTradeEvidence', tradeThatIs('passed')],
  ['acceptTradeCheck', tradeThatIs('doubtful')],
  ['reportTradeCredit', creditThatIs('due')],
  ['correctTradeCreditReport', creditThatIs('reported')],
  ['waiveTradeCreditReport', creditThatIs('due')],
  ['recordEnterpriseClass', classA],
  ['amendRegisteredContract', ofContract('registeredContract')],
  ['closeRegisteredContract', ofContract('registeredContract')],
  ['requestContractStatement', ofContract('registeredContract')],
  ['deliverSupportingDocuments', ofContract('registeredContract')],
  ['writeCurrencyControlLetter', asDocumented],
  ['answerCurrencyControlLetter', ofContract('currencyControlLetter')],
];
