import { publicId } from '../../src/kernel/ids.js';
import { type ApiAnswer, type ApiClient } from './api-client.js';
import { LendingDesk } from './lending-desk.js';
import { key } from './refund-desk.js';
import { eventually, type TestPlatform, type TestTenant } from './test-platform.js';

export interface ConsentBody {
  readonly id: string;
  readonly state: string;
  readonly givenBy: string | null;
  readonly lenderName: string | null;
  readonly allowedActions: readonly string[];
  readonly code: string;
}

export interface Money {
  readonly amount: string;
  readonly currency: string;
}

export interface LenderLoanBody {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly principal: Money;
  readonly outstanding: Money;
  readonly interestDue: Money;
  readonly overdueBucket: string;
  readonly statement: readonly { readonly kind: string; readonly amount: Money; readonly balance: Money }[];
  readonly payments: readonly { readonly source: string; readonly principal: Money }[];
  readonly facts: readonly { readonly fact: string; readonly amount: Money | null }[];
  readonly backing: { readonly pledges: readonly { readonly kind: string; readonly number: string }[] };
  readonly code: string;
}

export interface EventBody {
  readonly id: string;
  readonly type: string;
  readonly sequence: number;
  readonly resource: { readonly id: string; readonly url: string };
  readonly data: Readonly<Record<string, unknown>>;
}

export const LENDER = 'partner_bank';
const CONSENTS = '/v1/financing/lender-consents';

/** A client that can borrow, and a lender that sees what it lends. */
export class LenderDesk {
  private constructor(
    readonly platform: TestPlatform,
    readonly borrower: LendingDesk,
    readonly lender: TestTenant,
  ) {}

  static async open(platform: TestPlatform, lender?: TestTenant, borrower?: LendingDesk): Promise<LenderDesk> {
    const bank = lender ?? (await platform.tenant('Demo Bank'));
    return new LenderDesk(platform, borrower ?? (await LendingDesk.open(platform)), bank);
  }

  offer(lender = LENDER, to = this.lender): Promise<ApiAnswer<ConsentBody>> {
    const lenderId = publicId('tenant', to.tenantId);
    return this.borrower.client.post<ConsentBody>(CONSENTS, { lender, lenderId }, key());
  }

  answer(
    id: string,
    how: 'acceptance' | 'refusal',
    by: ApiClient = this.lender.client,
  ): Promise<ApiAnswer<ConsentBody>> {
    return by.post<ConsentBody>(`/v1/lender/consents/${id}/${how}`, undefined, key());
  }

  revoke(id: string): Promise<ApiAnswer<ConsentBody>> {
    return this.borrower.client.post<ConsentBody>(`${CONSENTS}/${id}/revocation`, undefined, key());
  }

  /** A consent that holds. */
  async consent(): Promise<string> {
    const { body, text } = await this.offer();
    const { status } = await this.answer(body.id, 'acceptance');
    if (status !== 200) throw new Error(text);
    return body.id;
  }

  /** A loan of 8,000.00 that the lender has been asked for. */
  async requested(): Promise<string> {
    return (await this.borrower.ask(await this.borrower.ready())).body.id;
  }

  async drawn(): Promise<string> {
    const id = await this.requested();
    await this.borrower.paysOut(id, { amount: '8000.00', currency: 'CNY' } as never);
    await eventually(
      () => this.borrower.advance(id),
      ({ state }) => state === 'drawn',
    );
    return id;
  }

  async loans(by: ApiClient = this.lender.client): Promise<readonly LenderLoanBody[]> {
    return (await by.get<{ data: readonly LenderLoanBody[] }>('/v1/lender/loans?limit=100')).body.data;
  }

  /** The lender's loan of that reference, once it looks so. */
  sees(reference: string, looks: (loan: LenderLoanBody) => boolean = () => true): Promise<LenderLoanBody> {
    return eventually(
      async () => (await this.loans()).find((loan) => loan.reference === reference),
      (loan) => loan !== undefined && looks(loan),
      30_000,
    ) as Promise<LenderLoanBody>;
  }

  async loan(id: string, by: ApiClient = this.lender.client): Promise<LenderLoanBody> {
    return (await by.get<LenderLoanBody>(`/v1/lender/loans/${id}`)).body;
  }

  async events(type: string, by: ApiClient = this.lender.client): Promise<readonly EventBody[]> {
    return (await by.get<{ data: readonly EventBody[] }>(`/v1/events?limit=100&type=${type}`)).body.data;
  }
}
