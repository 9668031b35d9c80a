import { parseId } from '../../src/kernel/ids.js';
import { AgencyDesk } from '../support/agency-desk.js';
import { BrokerDesk } from '../support/broker-desk.js';
import { CustomsDesk, type DeclarationBody } from '../support/customs-desk.js';
import { SELLER } from '../support/order-samples.js';
import { statementsOf } from '../support/query-log.js';
import { key, RefundDesk } from '../support/refund-desk.js';

const TRANSPORT = { vesselName: 'SBX ORIENT', voyageNumber: '026W', billNumber: 'TESTBL00009999' };

/** Of others, so many that no plan reads the whole table without being noticed. */
const CROWD = `
  INSERT INTO customs.broker_mandate (tenant_id, id, seller_id, seller_name, seller_uscc, kind, agreement_number, broker,
                                      customs_offices, supervision_modes, valid_from, valid_to, state, accepted_at,
                                      expected_by, created_at, updated_at)
  SELECT $1, gen_random_uuid(), gen_random_uuid(), 'n', 'uscc' || n, 'long_term', 'CROWD' || n, '{}', '{}', '{}',
         '2026-01-01', '2026-12-31', 'in_force', now(), now() + interval '1 year', now(), now()
  FROM generate_series(1, 5000) AS n`;

let desk: CustomsDesk;
let brokers: BrokerDesk;
let draft: DeclarationBody;
let agencies: AgencyDesk;
let claimId: string;
let trading: RefundDesk;
let tradingClaimId: string;

beforeAll(async () => {
  desk = await CustomsDesk.open();
  brokers = new BrokerDesk(desk.platform, desk.tenant.client, desk.sellerId);
  await brokers.require(true);
  await brokers.entrust();
  draft = await desk.drafted();
  agencies = await AgencyDesk.open(desk.platform);
  claimId = (await agencies.claim(await agencies.exported(), 'matched')).id;
  trading = await RefundDesk.open(desk.platform);
  tradingClaimId = (await trading.claimed('paid')).id;
  await desk.platform.rows(`UPDATE tax_refund.claim SET state = 'matched', expected_by = NULL WHERE id = $1`, [
    parseId('claim', tradingClaimId),
  ]);
  await desk.platform.stopWorker();
});
afterAll(() => desk.close());

const about = (texts: readonly string[], table: string): string[] => texts.filter((text) => text.includes(table));

describe('The gate of a declaration', () => {
  it('costs what does not leave nothing', async () => {
    const texts = await statementsOf(async () => {
      const { body } = await desk.correct(draft, { remarks: 'x' });
      await desk.command(draft.id, 'validation');
      await desk.read(draft.id);
      draft = (await desk.read(body.id)).body;
    });
    expect(about(texts, 'broker_mandate')).toEqual([]);
  });

  it('costs what leaves one statement, which reads no table as a whole', async () => {
    await desk.platform.rows(CROWD, [desk.tenant.tenantId]);
    await desk.platform.rows('ANALYZE customs.broker_mandate');
    let status = 0;
    const texts = await statementsOf(async () => {
      ({ status } = await desk.command(draft.id, 'submission', { transport: TRANSPORT }));
    });
    expect(status).toBe(202);
    const [gate = '', ...others] = about(texts, 'broker_mandate');
    expect(others).toEqual([]);
    const values = [desk.tenant.tenantId, SELLER.uscc, desk.tenant.tenantId, new Date()];
    const plan = await desk.platform.rows<{ 'QUERY PLAN': string }>(`EXPLAIN ${gate}`, values);
    const lines = plan.map((row) => row['QUERY PLAN']);
    expect(lines.join('\n')).toContain('ix_broker_mandate_seller');
    expect(lines.filter((line) => line.includes('Seq Scan on broker_mandate '))).toEqual([]);
  });
});

describe('The gate of a claim', () => {
  it('costs what is filed for a producer one statement', async () => {
    const texts = await statementsOf(() => agencies.file(claimId));
    expect(about(texts, 'FROM tax_refund.agency_agreement')).toHaveLength(1);
  });

  it('costs who files for itself nothing', async () => {
    const path = `/v1/tax-refund/claims/${tradingClaimId}/filing`;
    let status = 0;
    const texts = await statementsOf(async () => {
      ({ status } = await trading.tenant.client.post(path, {}, key()));
    });
    expect(status).toBe(202);
    expect(about(texts, 'FROM tax_refund.agency_agreement')).toEqual([]);
  });
});
