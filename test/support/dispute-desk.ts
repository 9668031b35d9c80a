import { type ApiAnswer } from './api-client.js';
import { type LendingDesk, TODAY } from './lending-desk.js';

export { TODAY } from './lending-desk.js';
import { key } from './refund-desk.js';

export interface DisputeBody {
  readonly id: string;
  readonly state: string;
  readonly kind: string;
  readonly amount: { readonly amount: string };
  readonly conceded: { readonly amount: string } | null;
  readonly allowedActions: readonly string[];
  readonly version: number;
  readonly code: string;
  readonly details: Readonly<Record<string, readonly string[]>>;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

interface EligibilityBody {
  readonly isEligible: boolean;
  readonly conditions: readonly { readonly name: string; readonly outcome: string; readonly reasons: string[] }[];
  readonly steps: readonly { readonly name: string; readonly value: unknown }[];
}

export const USD = (amount: string) => ({ amount, currency: 'USD' });
const DISPUTES = '/v1/financing/disputes';

/** A buyer that disputes orders of a seller, and lists of denied parties that say something of both. */
export class DisputeDesk {
  constructor(readonly lending: LendingDesk) {}

  open(orderId: string, change: object = {}): Promise<ApiAnswer<DisputeBody>> {
    const dispute = {
      orderId,
      kind: 'quality',
      amount: USD('2500.00'),
      openedOn: TODAY,
      description: 'Some do not light',
    };
    return this.lending.client.post<DisputeBody>(DISPUTES, { ...dispute, ...change }, key());
  }

  resolve(id: string, said: object = {}): Promise<ApiAnswer<DisputeBody>> {
    const body = { outcome: 'rejected', resolvedOn: TODAY, ...said };
    return this.lending.client.post<DisputeBody>(`${DISPUTES}/${id}/resolutions`, body, key());
  }

  async dispute(id: string): Promise<DisputeBody> {
    return (await this.lending.client.get<DisputeBody>(`${DISPUTES}/${id}`)).body;
  }

  screen(partyId: string, result: string, change: object = {}): Promise<ApiAnswer<DisputeBody>> {
    const found = { partyId, result, list: 'OFAC SDN', listVersion: '7', screenedOn: TODAY, screenedBy: 'Compliance' };
    return this.lending.client.post<DisputeBody>('/v1/financing/screenings', { ...found, ...change }, key());
  }

  /** The tenant's own refund advance, which opens only with these conditions besides. */
  async ask(...conditions: readonly string[]): Promise<void> {
    await this.lending.offer(conditions);
  }

  async eligibility(orderId: string, product: string, language = 'en'): Promise<EligibilityBody> {
    const path = `/v1/financing/eligibility?orderId=${orderId}&product=${product}`;
    return (await this.lending.client.get<EligibilityBody>(path, { 'accept-language': language })).body;
  }

  async judged(orderId: string, name: string, product = 'order_financing', language = 'en') {
    const { conditions } = await this.eligibility(orderId, product, language);
    const found = conditions.find((each) => each.name === name);
    if (found === undefined) throw new Error(`No condition ${name} of ${product}`);
    return { outcome: found.outcome, reasons: found.reasons };
  }

  /** What a product would be lent on. */
  async base(orderId: string, product = 'order_financing'): Promise<unknown> {
    return (await this.eligibility(orderId, product)).steps.find(({ name }) => name === 'base')?.value;
  }
}
