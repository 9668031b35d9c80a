import { type ApiAnswer } from './api-client.js';
import { parseId } from '../../src/kernel/ids.js';
import { POLICY } from '../../src/financing/api/insurance/insurance.examples.js';
import { CNY, LendingDesk } from './lending-desk.js';
import { BUYER } from './order-samples.js';
import { key } from './refund-desk.js';
import { eventually, type TestPlatform } from './test-platform.js';

interface Amount {
  readonly amount: string;
}

export interface LimitBody {
  readonly id: string;
  readonly state: string;
  readonly granted: Amount;
  readonly used: Amount;
  readonly free: Amount;
  readonly reason: string | null;
  readonly validUntil: string | null;
  readonly code: string;
}

export interface ShipmentBody {
  readonly id: string;
  readonly state: string;
  readonly origin: string;
  readonly amount: Amount;
  readonly covered: Amount;
  readonly premium: Amount;
  readonly noticeBy: string;
  readonly reason: string | null;
  readonly premiumPaidAt: string | null;
  readonly code: string;
  readonly details: { readonly reasons?: readonly string[] };
}

export interface ClaimBody {
  readonly id: string;
  readonly state: string;
  readonly loss: Amount;
  readonly indemnity: Amount;
  readonly assessed: Amount | null;
  readonly recovered: Amount;
  readonly claimableFrom: string;
  readonly reason: string | null;
  readonly recoveries: readonly { readonly insurer: Amount; readonly insured: Amount }[];
  readonly code: string;
}

interface Judged {
  readonly name: string;
  readonly outcome: string;
  readonly reasons: readonly string[];
}

const INSURED_TENOR = 30;
let policies = 0;
let buyers = 0;

/** A seller with a policy, and buyers whose names say what the insurer thinks of them. */
export class InsuranceDesk {
  private constructor(
    readonly lending: LendingDesk,
    readonly policyId: string,
  ) {}

  static async open(platform: TestPlatform, change: object = {}): Promise<InsuranceDesk> {
    const lending = await LendingDesk.open(platform);
    policies += 1;
    const policy = {
      ...{ ...POLICY, sellerId: lending.desk.sellerId, policyNumber: `SCH-${policies}` },
      // Days that a test can let pass by dates alone.
      ...{ waitingDays: 0, declarationDays: 365, lossNoticeDays: 60, ...change },
    };
    const { status, body, text } = await lending.client.post<{ id: string }>(
      '/v1/financing/insurance-policies',
      policy,
      key(),
    );
    if (status !== 201) throw new Error(text);
    return new InsuranceDesk(lending, body.id);
  }

  get client(): LendingDesk['client'] {
    return this.lending.client;
  }

  async buyer(word = ''): Promise<string> {
    buyers += 1;
    const party = { ...BUYER, name: `Example GmbH ${word}`, reference: `INSURED-${buyers}` };
    const { status, body, text } = await this.client.post<{ id: string }>('/v1/parties', party, key());
    if (status !== 201) throw new Error(text);
    return body.id;
  }

  ask(buyerId: string, amount = '500000.00', tenorDays = INSURED_TENOR): Promise<ApiAnswer<LimitBody>> {
    const body = { policyId: this.policyId, buyerId, amount: CNY(amount), tenorDays };
    return this.client.post<LimitBody>('/v1/financing/buyer-limits', body, key());
  }

  limit(id: string): Promise<LimitBody> {
    return this.client.get<LimitBody>(`/v1/financing/buyer-limits/${id}`).then(({ body }) => body);
  }

  limitThat(id: string, holds: (limit: LimitBody) => boolean): Promise<LimitBody> {
    return eventually(() => this.limit(id), holds);
  }

  /** A limit that was granted, and held good for what was shipped before. */
  async granted(buyerId: string, amount?: string): Promise<LimitBody> {
    const { body } = await this.ask(buyerId, amount);
    const limit = await this.limitThat(body.id, ({ state }) => state === 'granted');
    const values = [parseId('buyerLimit', body.id)];
    await this.lending.platform.rows(
      `UPDATE financing.buyer_limit SET valid_from = '2026-01-01' WHERE id = $1`,
      values,
    );
    return limit;
  }

  order(buyerId: string): Promise<string> {
    return this.lending.desk.place({ buyerId });
  }

  declare(orderId: string, days: object): Promise<ApiAnswer<ShipmentBody>> {
    return this.client.post<ShipmentBody>('/v1/financing/shipment-declarations', { orderId, ...days }, key());
  }

  shipment(id: string): Promise<ShipmentBody> {
    return this.client.get<ShipmentBody>(`/v1/financing/shipment-declarations/${id}`).then(({ body }) => body);
  }

  shipmentThat(id: string, holds: (shipment: ShipmentBody) => boolean): Promise<ShipmentBody> {
    return eventually(() => this.shipment(id), holds);
  }

  claim(id: string): Promise<ClaimBody> {
    return this.client.get<ClaimBody>(`/v1/financing/insurance-claims/${id}`).then(({ body }) => body);
  }

  claimThat(id: string, holds: (claim: ClaimBody) => boolean): Promise<ClaimBody> {
    return eventually(() => this.claim(id), holds);
  }

  says(message: object, secret = 'sandbox-insurer-secret'): Promise<number> {
    return this.lending.desk.callback(message, secret, 'insurer');
  }

  async judged(orderId: string, name: string): Promise<Judged> {
    const path = `/v1/financing/eligibility?orderId=${orderId}&product=insured_factoring`;
    const { body } = await this.client.get<{ conditions: readonly Judged[] }>(path);
    const found = body.conditions.find((each) => each.name === name);
    if (found === undefined) throw new Error(`No condition ${name}`);
    return found;
  }
}
