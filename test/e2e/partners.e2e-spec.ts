import { createHmac } from 'node:crypto';

import { publicId } from '../../src/kernel/ids.js';
import { type PartnerName } from '../../src/platform/config/app-config.js';
import { PartnerClient } from '../../src/platform/partners/partner-client.js';
import { PartnerCalls } from '../../src/platform/partners/standing/partner-calls.js';
import { WatchPartners } from '../../src/platform/partners/standing/watch-partners.js';
import { TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Period {
  readonly answered: number;
  readonly failed: number;
  readonly received: number;
  readonly errorShare: string | null;
  readonly medianMs: number | null;
}
interface Partner {
  readonly partner: string;
  readonly status: string;
  readonly lastSuccessAt: string | null;
  readonly lastFailureAt: string | null;
  readonly lastFailureCode: string | null;
  readonly last15Minutes: Period;
  readonly last24Hours: Period;
  readonly incidents: { readonly from: string; readonly to: string | null; readonly status: string }[];
}

describe('The status of the partners', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;

  beforeEach(async () => {
    platform = await TestPlatform.start();
    tenant = await platform.tenant();
  });
  afterEach(() => platform.stop());

  const call = async (partner: PartnerName, times: number): Promise<void> => {
    const caller = { tenantId: tenant.tenantId, actor: 'test', traceparent: null };
    const client = platform.inWorker(PartnerClient);
    const request = { partner, operation: 'ask', reference: 'one', method: 'GET', path: '/fx/board' } as const;
    for (let each = 0; each < times; each += 1) await client.call(caller, request).catch(() => undefined);
  };
  const standing = async (partner: string): Promise<Partner> => {
    await platform.inWorker(PartnerCalls).flush();
    await platform.api.get(PartnerCalls).flush();
    return (await tenant.client.get<Partner>(`/v1/partners/${partner}`)).body;
  };
  const watch = (): Promise<boolean> => platform.inWorker(WatchPartners).run();
  const bankIs = (switches: object): Promise<Response> =>
    fetch(`${platform.sandbox.url}/control/partners/bank`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(switches),
    });

  it('is unknown before anything was asked, of each of them', async () => {
    const { body } = await tenant.client.get<{ data: Partner[] }>('/v1/partners');
    expect(body.data.map(({ partner, status }) => [partner, status])).toEqual(
      ['customs', 'carrier', 'courier', 'bank', 'lender', 'insurer', 'tax-bureau', 'registry'].map((partner) => [
        partner,
        'unknown',
      ]),
    );
    expect((await tenant.client.get('/v1/partners/nobody')).status).toBe(404);
  });

  it('is operational where calls are answered, be it with a refusal, and tells nobody whose they were', async () => {
    await call('bank', 3);
    const stranger = await platform.tenant();
    const own = await standing('bank');
    expect(own).toMatchObject({
      status: 'operational',
      lastSuccessAt: expect.any(String) as string,
      lastFailureAt: null,
      last15Minutes: { answered: 3, failed: 0, received: 0, errorShare: '0.0000' },
      last24Hours: { answered: 3 },
      incidents: [],
    });
    expect(own.last15Minutes.medianMs).toBeGreaterThan(0);
    expect((await stranger.client.get('/v1/partners/bank')).body).toEqual(own);
    const kept = JSON.stringify(
      await platform.rows(`SELECT c.*, s.* FROM platform.partner_call c, platform.partner_seen s`),
    );
    expect(kept).not.toContain(tenant.tenantId);
  });

  it('is down while calls fail, and an incident from then until it answers again', async () => {
    await bankIs({ down: true });
    await call('bank', 4);
    expect(await standing('bank')).toMatchObject({
      status: 'down',
      lastFailureCode: 'http_503',
      last15Minutes: { answered: 0, failed: 4, errorShare: '1.0000' },
    });
    await watch();
    await watch();
    expect((await standing('bank')).incidents).toEqual([
      { from: expect.any(String) as string, to: null, status: 'down' },
    ]);
    await bankIs({});
    await platform.rows(`UPDATE platform.partner_call SET minute = minute - interval '16 minutes'`);
    await watch();
    expect((await standing('bank')).status).toBe('unknown');
    expect((await standing('bank')).incidents).toMatchObject([{ to: null }]);
    await call('bank', 1);
    await standing('bank');
    await watch();
    const after = await standing('bank');
    expect(after).toMatchObject({ status: 'operational', last15Minutes: { failed: 0 }, last24Hours: { failed: 4 } });
    expect(after.incidents).toEqual([
      { from: expect.any(String) as string, to: expect.any(String) as string, status: 'down' },
    ]);
  });

  it('begins degraded and gets worse in one incident', async () => {
    await bankIs({ down: true });
    await call('bank', 1);
    expect((await standing('bank')).status).toBe('degraded');
    await watch();
    await call('bank', 2);
    await standing('bank');
    await watch();
    expect((await standing('bank')).incidents).toMatchObject([{ to: null, status: 'down' }]);
  });

  it('counts what a partner sends, where its signature is good', async () => {
    const send = (secret: string): Promise<Response> => {
      const body = '<nothing/>';
      const seconds = Math.floor(Date.now() / 1_000);
      const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
      return fetch(`${platform.config.publicUrl}/v1/inbound/customs/${publicId('tenant', tenant.tenantId)}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/xml', 'x-signature': `t=${seconds},v1=${mac}` },
      });
    };
    expect((await send('of somebody else')).status).toBe(401);
    expect((await send(platform.config.partners.customs.secret)).status).toBe(202);
    expect(await standing('customs')).toMatchObject({ status: 'operational', last15Minutes: { received: 1 } });
  });

  it('loses no call when the process ends', async () => {
    await call('lender', 2);
    await platform.stopWorker();
    expect(await platform.rows(`SELECT sum(calls)::int AS calls FROM platform.partner_call`)).toEqual([{ calls: 2 }]);
  });

  it('is kept for two days, and nobody but the one function writes it', async () => {
    await call('lender', 1);
    await standing('lender');
    await platform.rows(`UPDATE platform.partner_call SET minute = minute - interval '49 hours'`);
    await watch();
    expect(await platform.rows(`SELECT 1 FROM platform.partner_call`)).toEqual([]);
    const granted = await platform.rows(
      `SELECT privilege_type FROM information_schema.role_table_grants
       WHERE grantee = 'entrepot_app' AND table_schema = 'platform' AND table_name LIKE 'partner\\_%'
         AND table_name <> 'partner_exchange' AND privilege_type <> 'SELECT'`,
    );
    expect(granted).toEqual([]);
  });
});
