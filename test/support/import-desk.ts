import { createHmac, randomUUID } from 'node:crypto';

import { WHISKY } from '../../src/customs/api/import-operations.js';
import { type ImportDeclarationDto } from '../../src/customs/api/dto/import-declaration.dto.js';
import { type TaxBillDto } from '../../src/customs/api/dto/tax-bill.dto.js';
import { type TaxPaymentDto } from '../../src/fx/api/dto/tax-payment.dto.js';
import { parseId, publicId } from '../../src/kernel/ids.js';
import { type ApiAnswer } from './api-client.js';
import { SELLER } from './order-samples.js';
import { eventually, type TestPlatform, type TestTenant } from './test-platform.js';

const key = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });

interface Balances {
  readonly data: readonly { readonly balance: { readonly posted: { readonly amount: string } } }[];
}

/** Who imports for a tenant, pays the taxes, and pulls the levers of the world outside. */
export class ImportDesk {
  private count = 0;

  private constructor(
    readonly platform: TestPlatform,
    readonly tenant: TestTenant,
    readonly importerId: string,
  ) {}

  /** In the name of a party that the tenant has. */
  static at(platform: TestPlatform, tenant: TestTenant, importerId: string): ImportDesk {
    return new ImportDesk(platform, tenant, importerId);
  }

  static async open(platform: TestPlatform): Promise<ImportDesk> {
    const tenant = await platform.tenant('Importer');
    const { body } = await tenant.client.post<{ id: string }>('/v1/parties', SELLER, key());
    return ImportDesk.at(platform, tenant, body.id);
  }

  /** Whisky, ready to be declared. @param words go into the contract number, for whoever simulates customs */
  enter(change: object = {}, words = ''): Promise<ApiAnswer<ImportDeclarationDto>> {
    this.count += 1;
    const own = { importerId: this.importerId, reference: `IMP-${this.count}` };
    const contractNumber = `PO-${this.count} ${words}`.trim();
    return this.tenant.client.post<ImportDeclarationDto>(
      '/v1/customs/import-declarations',
      { ...WHISKY, ...own, contractNumber, ...change },
      key(),
    );
  }

  /** An import that customs has accepted, and its bill. */
  async billed(words = '', change: object = {}): Promise<{ id: string; bill: TaxBillDto }> {
    const { body } = await this.enter(change, words);
    const answer = await this.command(body.id, 'submission');
    if (answer.status !== 202) throw new Error(answer.text);
    return { id: body.id, bill: await this.billOf(body.id) };
  }

  command<Body = ImportDeclarationDto>(id: string, name: string, body: object = {}): Promise<ApiAnswer<Body>> {
    return this.tenant.client.post<Body>(`/v1/customs/import-declarations/${id}/${name}`, body, key());
  }

  read(id: string): Promise<ApiAnswer<ImportDeclarationDto>> {
    return this.tenant.client.get<ImportDeclarationDto>(`/v1/customs/import-declarations/${id}`);
  }

  async until(id: string, state: string): Promise<ImportDeclarationDto> {
    const { body } = await eventually(
      () => this.read(id),
      (answer) => answer.body.state === state,
    );
    return body;
  }

  async bills(id: string): Promise<readonly TaxBillDto[]> {
    const path = `/v1/customs/tax-bills?declarationId=${id}`;
    return (await this.tenant.client.get<{ data: TaxBillDto[] }>(path)).body.data;
  }

  async billOf(id: string, state = 'issued'): Promise<TaxBillDto> {
    const [bill] = await eventually(
      () => this.bills(id),
      ([first]) => first?.state === state,
    );
    if (bill === undefined) throw new Error('There is no bill');
    return bill;
  }

  /** An import whose taxes cannot be paid yet: nobody has paid in. */
  async unpaid(): Promise<void> {
    const { id, bill } = await this.billed();
    await this.pay(bill.id);
    await this.billOf(id, 'refused');
  }

  pay(billId: string, body: object = {}): Promise<ApiAnswer<TaxBillDto>> {
    return this.tenant.client.post<TaxBillDto>(`/v1/customs/tax-bills/${billId}/payment`, body, key());
  }

  async payment(billId: string): Promise<TaxPaymentDto | undefined> {
    const path = `/v1/fx/tax-payments?billId=${billId}`;
    return (await this.tenant.client.get<{ data: TaxPaymentDto[] }>(path)).body.data[0];
  }

  /** The importer pays CNY into its account; it is there when this returns. */
  async payIn(amount: string): Promise<void> {
    const { body } = await eventually(
      () =>
        this.tenant.client.get<{ data: { accountNumber: string }[] }>(
          '/v1/fx/collection-accounts?currency=CNY&state=open',
        ),
      (found) => found.body.data.length === 1,
    );
    const before = Number(await this.balance('client_funds'));
    await this.control('/control/buyer-payments', {
      accountNumber: body.data[0]?.accountNumber,
      amount: { amount, currency: 'CNY' },
      payerName: SELLER.name,
      payerCountry: 'CN',
      remittance: 'TAXES',
    });
    await eventually(
      () => this.balance('client_funds'),
      (found) => Number(found) > before,
    );
  }

  async balance(code: string): Promise<string> {
    const { body } = await this.tenant.client.get<Balances>(`/v1/ledger/accounts?code=${code}&currency=CNY`);
    return body.data[0]?.balance.posted.amount ?? '0.00';
  }

  async control(path: string, body: object): Promise<void> {
    const answer = await fetch(this.platform.sandbox.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** What customs said of one kind, newest first. */
  async receipts(id: string, kind: string): Promise<readonly { readonly body: string; readonly outcome: string }[]> {
    const path = `/v1/customs/declarations/${id}/receipts`;
    const { body } = await this.tenant.client.get<{ data: { kind: string; body: string; outcome: string }[] }>(path);
    return body.data.filter((receipt) => receipt.kind === kind);
  }

  /** Customs says it, at the door that its receipts come by. */
  async callback(xml: string): Promise<void> {
    const time = Math.floor(Date.now() / 1000);
    const signature = createHmac('sha256', 'sandbox-customs-secret').update(`${time}.${xml}`).digest('hex');
    const door = `/v1/inbound/customs/${publicId('tenant', this.tenant.tenantId)}`;
    const answer = await fetch(this.platform.config.publicUrl + door, {
      method: 'POST',
      headers: { 'content-type': 'application/xml', 'x-signature': `t=${time},v1=${signature}` },
      body: xml,
    });
    if (answer.status !== 202) throw new Error(await answer.text());
  }

  /** Lets every wait of a kind end now. */
  async letWaitsEnd(queue: string): Promise<void> {
    await this.platform.rows(`UPDATE platform.delivery SET due_at = now() WHERE tenant_id = $1 AND queue = $2`, [
      this.tenant.tenantId,
      queue,
    ]);
  }

  /** What was told of a resource, in its order. */
  async story(kind: 'declaration' | 'taxBill' | 'taxPayment', id: string): Promise<string[]> {
    const rows = await this.platform.rows<{ type: string }>(
      `SELECT type FROM platform.event WHERE resource_id = $1 ORDER BY sequence`,
      [parseId(kind, id)],
    );
    return rows.map(({ type }) => type);
  }
}
