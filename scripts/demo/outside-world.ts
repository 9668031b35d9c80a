import { type MoneyJson } from '../../src/kernel/money.js';

export interface BuyerPayment {
  readonly accountNumber: string;
  readonly amount: MoneyJson;
  readonly charges?: MoneyJson;
  readonly payerName: string;
  readonly payerCountry: string;
  readonly remittance?: string;
}

/** The levers of the simulated outside world: what people abroad and authorities do of their own accord. */
export class OutsideWorld {
  constructor(private readonly url: string) {}

  /** A buyer sends money to a collection account. */
  async pay(payment: BuyerPayment): Promise<void> {
    await this.turn('POST', '/control/buyer-payments', payment);
  }

  /** How long a partner takes between two steps. */
  async slowDown(partner: string, delayMs: number): Promise<void> {
    await this.turn('PUT', `/control/partners/${partner}`, { delayMs });
  }

  private async turn(method: string, path: string, body: object): Promise<void> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok)
      throw new Error(`${method} ${path}: the sandbox answered ${response.status} ${await response.text()}`);
  }
}
