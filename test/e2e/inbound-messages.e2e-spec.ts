import { createHmac } from 'node:crypto';

import { newId, publicId } from '../../src/kernel/ids.js';
import { TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Message {
  readonly id: string;
  readonly partner: string;
  readonly state: string;
  readonly sizeBytes: number;
}

interface Change {
  readonly ageSeconds?: number;
  readonly messageId?: string;
  readonly secret?: string;
  readonly partner?: 'customs' | 'carrier' | 'courier';
  /** What is sent instead of what was signed. */
  readonly sent?: string;
}

describe('What partners tell us', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
  });
  beforeEach(async () => {
    tenant = await platform.tenant();
  });
  afterAll(() => platform.stop());

  const now = (): number => Math.floor(Date.now() / 1_000);

  const call = async (body: string, change: Change = {}): Promise<number> => {
    const { ageSeconds = 0, messageId, partner = 'customs', sent = body } = change;
    const { secret = platform.config.partners[partner].secret } = change;
    const seconds = now() - ageSeconds;
    const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    const answer = await fetch(
      `${platform.config.publicUrl}/v1/inbound/${partner}/${publicId('tenant', tenant.tenantId)}`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/xml',
          'x-signature': `t=${seconds},v1=${mac}`,
          ...(messageId === undefined ? {} : { 'x-message-id': messageId }),
        },
        body: sent,
      },
    );
    return answer.status;
  };

  const heard = async (query = ''): Promise<Message[]> =>
    (await tenant.client.get<{ data: Message[] }>(`/v1/inbound-messages${query}`)).body.data;

  it('is listed with what becomes of it, and without its text', async () => {
    expect(await call('<Receipt>Li Wei</Receipt>')).toBe(202);
    const [message] = await heard();
    expect(message).toMatchObject({ partner: 'customs', state: 'waiting', sizeBytes: 25 });
    expect(JSON.stringify(message)).not.toContain('Li Wei');
    expect(await heard('?partner=bank')).toEqual([]);

    const { tenantId } = tenant;
    const [waiting] = await platform.rows<{ payload: object }>(
      `DELETE FROM platform.delivery WHERE tenant_id = $1 RETURNING payload`,
      [tenantId],
    );
    expect((await heard())[0]?.state).toBe('processed');
    await platform.rows(
      `INSERT INTO platform.dead_letter (tenant_id, id, message_id, queue, topic, payload, error_code, error_message,
                                         attempts, failed_at, state)
       VALUES ($1, $2, $3, 'customs.take-receipt', 'job/customs.take-receipt', $4, 'X', 'x', 8, now(), 'open')`,
      [tenantId, newId(), newId(), JSON.stringify(waiting?.payload)],
    );
    expect((await heard())[0]?.state).toBe('failed');
  });

  it.each<[string, Change]>([
    ['older than five minutes', { ageSeconds: 302 }],
    ['from more than five minutes ahead', { ageSeconds: -302 }],
    ['signed with another secret', { secret: 'guessed' }],
    ['changed on its way', { sent: '<Receipt/> ' }],
  ])('is not heard when it is %s', async (_what, change) => {
    expect(await call('<Receipt/>', change)).toBe(401);
    expect(await heard()).toEqual([]);
  });

  it('is counted by partner where it is forged, and leaves nothing', async () => {
    const counted = async (): Promise<number[]> => {
      const text = await (await fetch(`${platform.config.publicUrl}/metrics`)).text();
      return ['customs', 'carrier', 'courier'].map((partner) => {
        const line = `^inbound_refused_total\\{partner="${partner}",reason="signature"\\} (\\d+)$`;
        return Number(new RegExp(line, 'm').exec(text)?.[1] ?? 0);
      });
    };
    const [customs = 0, carrier = 0, courier = 0] = await counted();
    for (const partner of ['carrier', 'courier', 'courier'] as const) {
      expect(await call('{}', { partner, secret: 'guessed' })).toBe(401);
    }
    await call('{}', { partner: 'courier' });
    expect(await counted()).toEqual([customs, carrier + 1, courier + 2]);
    expect(await heard()).toHaveLength(1);
  });

  it('is heard once, however often the partner sends it', async () => {
    await call('<Receipt/>', { messageId: 'm-1' });
    expect(await call('<Receipt/>', { messageId: 'm-1', ageSeconds: 1 })).toBe(202);
    await call('<Other/>');
    expect(await call('<Other/>', { ageSeconds: 1 })).toBe(202);
    expect(await heard()).toHaveLength(2);
  });
});
