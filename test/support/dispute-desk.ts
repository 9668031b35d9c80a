import { CHINA, dateInZone } from '../../src/kernel/local-date.js';
import { type ApiAnswer } from './api-client.js';
import { CNY, type LendingDesk } from './lending-desk.js';
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

export const TODAY = dateInZone(new Date(), CHINA);
export const USD = (amount: string) => ({ amount, currency: 'USD' });
const DISPUTES = '/v1/financing/disputes';
const CONDITIONS = ['order_live', 'goods_released', 'refund_matched', 'refund_unpaid', 'claim_not_rejected'];

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
    const names = [...CONDITIONS, 'payout_account', 'guarantee_clear', ...conditions];
    const { status, text } = await this.lending.client.post(
      '/v1/financing/products',
      {
        ...{ code: 'refund_advance', name: { en: 'Of the undisputed', zh: '无争议退税融资' } },
        lender: { code: 'partner_bank', name: { en: 'Partner bank', zh: '合作银行' } },
        ...{ validFrom: TODAY, base: 'matched_refund', advanceRate: '0.80', tenorDays: 90, feeRate: '0.001' },
        ...{ clientLimit: CNY('50000.00'), minimum: CNY('100.00'), interest: { kind: 'fixed', annualRate: '0.04' } },
        penalty: { kind: 'multiplier', value: '1.5' },
        ...{ closesBy: ['refund_paid'], documents: ['vat_invoice'], opensWhen: names.map((name) => ({ name })) },
      },
      key(),
    );
    if (status !== 201) throw new Error(text);
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
