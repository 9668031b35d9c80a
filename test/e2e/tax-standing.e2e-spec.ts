import { AgencyDesk } from '../support/agency-desk.js';
import { key } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Standing {
  readonly year: number;
  readonly producers: readonly {
    readonly producerId: string;
    readonly verificationDue: boolean;
    readonly verifiedOn: string | null;
  }[];
  readonly rejectedShare: string;
  readonly classes: readonly { readonly enterpriseClass: number; readonly serviceWorkingDays: number }[];
  readonly warnings: readonly { readonly rule: string; readonly detail: string }[];
  readonly errors: readonly { readonly pointer: string }[];
}

const PATH = '/v1/tax-refund/agency-standing';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

const told = (tenantId: string): Promise<{ type: string }[]> =>
  platform.rows(`SELECT type FROM platform.event WHERE tenant_id = $1 AND type LIKE 'tax_refund.agency.%'`, [tenantId]);

describe('Who files refunds for producers', () => {
  it('is told once when a producer entrusts so much that it must be verified, and notes that it was', async () => {
    const desk = await AgencyDesk.open(platform);
    const { client } = desk;
    const { tenantId } = desk.refunds.tenant;
    await desk.entrust();
    const first = await desk.claim(await desk.exported(), 'paid');
    const read = async (headers = {}) => (await client.get<Standing>(PATH, headers)).body;
    expect((await read()).producers).toMatchObject([{ producerId: desk.refunds.sellerId, verificationDue: false }]);
    // As if the earlier claim had been a large one.
    await platform.rows(`UPDATE tax_refund.claim SET refund_minor = 100000001 WHERE tenant_id = $1`, [tenantId]);
    await desk.claim(await desk.exported(), 'paid');
    await desk.claim(await desk.exported(), 'paid');
    await eventually(
      () => told(tenantId),
      (events) => events.length > 0,
    );
    expect(await told(tenantId)).toEqual([{ type: 'tax_refund.agency.verification_due' }]);
    const due = await read({ 'accept-language': 'zh' });
    expect(due.warnings).toMatchObject([{ rule: 'verification_due' }]);
    expect(due.warnings[0]?.detail).toContain('应实地核查');

    const verify = (verifiedOn: string) =>
      client.send<Standing>(
        'PUT',
        `${PATH}/verifications`,
        { producerId: desk.refunds.sellerId, year: due.year, verifiedOn, report: 'As declared' },
        key(),
      );
    expect((await verify(`${due.year - 1}-12-31`)).body.errors.map(({ pointer }) => pointer)).toEqual(['/verifiedOn']);
    const noted = await verify(`${due.year}-01-05`);
    expect(noted.body.producers).toMatchObject([{ verificationDue: false, verifiedOn: `${due.year}-01-05` }]);
    expect(noted.body.warnings).toEqual([]);
    expect(first.id).toMatch(/^clm_/);
  });

  it('is warned of rejections, and reckons with the class of an exporter', async () => {
    const desk = await AgencyDesk.open(platform);
    const { client } = desk;
    const { tenantId } = desk.refunds.tenant;
    await desk.entrust();
    await desk.claim(await desk.exported(), 'paid');
    await platform.rows(`UPDATE tax_refund.claim SET state = 'rejected' WHERE tenant_id = $1`, [tenantId]);
    const { body } = await client.get<Standing>(PATH);
    expect(body).toMatchObject({ rejectedShare: '1', warnings: [{ rule: 'rejections_high' }] });
    await desk.claim(await desk.exported(), 'paid');
    await eventually(
      () => told(tenantId),
      (events) => events.length > 0,
    );
    expect(await told(tenantId)).toEqual([{ type: 'tax_refund.agency.rejections_high' }]);
    const classified = await client.send<Standing>(
      'PUT',
      `${PATH}/classes`,
      { partyId: desk.refunds.sellerId, enterpriseClass: 2, validFrom: '2026-01-01' },
      key(),
    );
    expect(classified.body.classes).toMatchObject([{ enterpriseClass: 2, serviceWorkingDays: 10 }]);
    const { client: other } = await platform.tenant('Stranger');
    expect((await other.get<Standing>(PATH)).body).toMatchObject({ producers: [], classes: [], warnings: [] });
  });
});
