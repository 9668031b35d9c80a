import { type ApiAnswer } from './api-client.js';
import { key, type RefundDesk } from './refund-desk.js';
import { type TestTenant } from './test-platform.js';

export interface ImportBody {
  readonly id: string;
  readonly state: string;
  readonly rows: number;
  readonly agreeing: number;
  readonly differing: number;
  readonly unknown: number;
  readonly declaredBefore: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
}

export interface RowBody {
  readonly number: number;
  readonly outcome: string;
  readonly claimId: string | null;
  readonly record: Readonly<Record<string, string>>;
  readonly differences: readonly { readonly field: string; readonly declared: string; readonly held: string }[];
}

interface Sent {
  readonly kind?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const PLACE = '/v1/tax-refund/declaration-imports';

/** Who brings official tables that another program has made. */
export class DeclarationDesk {
  constructor(readonly refunds: RefundDesk) {}

  send(
    table: string | Buffer,
    { kind = 'export_details', query = '', headers = {} }: Sent = {},
  ): Promise<ApiAnswer<ImportBody>> {
    const { client } = this.refunds.tenant;
    const path = `${PLACE}?kind=${kind}&taxpayerNumber=${this.refunds.seller.uscc}&period=202611${query}`;
    return client.send<ImportBody>('POST', path, table, { 'content-type': 'text/csv', ...key(), ...headers });
  }

  async rows(id: string, query = ''): Promise<RowBody[]> {
    const { text } = await this.refunds.tenant.client.get(`${PLACE}/${id}/rows${query}`);
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as RowBody);
  }

  withdraw(id: string): Promise<ApiAnswer<ImportBody>> {
    return this.refunds.tenant.client.post<ImportBody>(`${PLACE}/${id}/withdrawal`, { reason: 'A mistake' }, key());
  }

  /** An official table of a claim, as the platform writes it. */
  async table(claimId: string, table: string, encoding = 'utf-8'): Promise<string> {
    const { tenant } = this.refunds;
    const { text, status } = await tenant.client.get(
      `/v1/tax-refund/claims/${claimId}/tables/${table}?encoding=${encoding}`,
    );
    if (status !== 200) throw new Error(text);
    return text;
  }

  /** What the tables of this tenant hold, so that "nothing was kept" can be told. */
  async kept(): Promise<number[]> {
    const tables = [
      'declaration_slice',
      'declaration_import',
      'declaration_import_row',
      'declared_item',
      'declared_purchase',
    ];
    const counts: number[] = [];
    for (const table of tables) {
      const sql = `SELECT count(*)::int AS count FROM tax_refund.${table} WHERE tenant_id = $1`;
      const [row] = await this.refunds.platform.rows<{ count: number }>(sql, [this.refunds.tenant.tenantId]);
      counts.push(row?.count ?? 0);
    }
    return counts;
  }
}

let tables = 0;

/** A table of one declaration that nobody here has made. @returns the id of its import */
export async function bringTable({ client }: TestTenant): Promise<string> {
  tables += 1;
  const path = `${PLACE}?kind=export_details&taxpayerNumber=91330200MA2AEFJN86&period=202611`;
  const item = `3104202607${String(tables).padStart(8, '0')}001`;
  const table = `序号,关联号,报关单号,出口日期,商品代码,数量\r\n0001,2611001001,${item},2026-11-20,8516609000,1\r\n`;
  const { status, body, text } = await client.send<ImportBody>('POST', path, table, {
    'content-type': 'text/csv',
    ...key(),
  });
  if (status !== 201) throw new Error(text);
  return body.id;
}
