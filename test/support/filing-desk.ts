import { parseId } from '../../src/kernel/ids.js';
import { type ApiAnswer } from './api-client.js';
import { type FullHouse } from './full-house.js';
import { exportParcel, EXPORTS, ParcelDesk } from './parcel-desk.js';
import { eventually, type TestTenant } from './test-platform.js';

export interface SeenFiling {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly parcels: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly expectedBy: string | null;
  readonly records: readonly {
    readonly messageId: string;
    readonly parcels: number;
    readonly outcome: string;
    readonly number: string | null;
    readonly customsSaid: string | null;
  }[];
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
}

let keys = 0;

/** Files about parcels after their lists, and looks what came of it. */
export class FilingDesk {
  readonly parcels: ParcelDesk;

  constructor(private readonly tenant: TestTenant) {
    this.parcels = new ParcelDesk(tenant);
  }

  exports(terms: object = EXPORTS): Promise<string> {
    return this.parcels.profile(terms);
  }

  /** Brings exports that customs releases. @returns their ids, in order */
  async released(profileId: string, orderNos: readonly string[]): Promise<string[]> {
    for (const orderNo of orderNos) await this.parcels.bring(profileId, exportParcel(orderNo));
    const parcels = await Promise.all(orderNos.map((orderNo) => this.parcels.until(orderNo, 'released')));
    return parcels.map(({ id }) => id);
  }

  file(
    what: string,
    body: object,
    { dryRun = false, language = 'en' }: { readonly dryRun?: boolean; readonly language?: string } = {},
  ): Promise<ApiAnswer<SeenFiling>> {
    return this.tenant.client.post<SeenFiling>(`/v1/customs/${what}${dryRun ? '?dryRun=true' : ''}`, body, {
      'idempotency-key': `filing-${(keys += 1)}`,
      'accept-language': language,
    });
  }

  async filing(id: string): Promise<SeenFiling> {
    return (await this.tenant.client.get<SeenFiling>(`/v1/customs/parcel-filings/${id}`)).body;
  }

  decided(id: string): Promise<SeenFiling> {
    return eventually(
      () => this.filing(id),
      ({ state }) => state !== 'queued' && state !== 'sent',
    );
  }

  /** What was sent, word for word. */
  async xmlOf({ records }: Pick<SeenFiling, 'records'>): Promise<string> {
    const [first] = records;
    const { body } = await this.tenant.client.get(`/v1/customs/ceb/messages/${first?.messageId ?? ''}/xml`);
    return String(body['xml']);
  }
}

/** An export that has left and is cleared, so that its month is to be summarised. */
export async function bringExports(tenant: TestTenant): Promise<void> {
  const desk = new FilingDesk(tenant);
  const profile = await desk.exports({ ...EXPORTS, name: 'HOUSE-E' });
  const parcelIds = await desk.released(profile, ['HOUSE-E1']);
  const { status, text, body } = await desk.file('parcel-departures', {
    parcelIds,
    departedAt: '2026-11-28T02:00:00.000Z',
  });
  if (status !== 202) throw new Error(text);
  await desk.decided(body.id);
  await desk.parcels.until('HOUSE-E1', 'cleared');
}

let numbers = 0;

/** An export that was filed, as if customs had led it on to this state. */
export async function exportIn(
  house: FullHouse,
  state: 'released' | 'cleared',
): Promise<{ readonly id: string; readonly profileId: string }> {
  const name = house.reference();
  const desk = new ParcelDesk(house.tenant);
  const profileId = await desk.profile({ ...EXPORTS, name });
  const { body } = await desk.bring(profileId, exportParcel(name));
  const invtNo = `31052026E${String((numbers += 1)).padStart(9, '0')}`;
  await house.platform.rows(
    `UPDATE customs.parcel SET state = $2, invt_no = $3, list_kind = 'B', released_at = now(),
            cleared_at = CASE WHEN $2 = 'cleared' THEN timestamptz '2026-10-20 12:00+08' END
     WHERE id = $1`,
    [parseId('parcel', body.id), state, invtNo],
  );
  return { id: body.id, profileId };
}

/** One whose return customs has taken. */
export async function returningExport(house: FullHouse): Promise<string> {
  const { id } = await exportIn(house, 'cleared');
  const transport = { mode: '5', name: 'CA1057', voyage: '20270110', billNo: '99912345686' };
  const filed = await new FilingDesk(house.tenant).file('parcel-returns', { parcelIds: [id], reason: 'x', transport });
  if (filed.status !== 202) throw new Error(filed.text);
  await house.platform.rows(`UPDATE customs.parcel_filing_parcel SET outcome = 'accepted' WHERE parcel_id = $1`, [
    parseId('parcel', id),
  ]);
  return id;
}
