import { type ApiAnswer } from './api-client.js';
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
