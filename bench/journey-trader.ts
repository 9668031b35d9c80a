import { randomUUID } from 'node:crypto';

import { type Pool } from 'undici';

import { SystemClock } from '../src/kernel/clock.js';
import { addDays, CHINA, dateInZone } from '../src/kernel/local-date.js';
import { GOODS } from './goods.js';

/** One exporter of one tenant, and its buyer, who pays at once. */
const SELLER = {
  kind: 'seller',
  reference: 'SELLER',
  name: '宁波示例进出口有限公司',
  nameEn: 'Ningbo Example Trading Co., Ltd.',
  country: 'CN',
  address: '浙江省宁波市鄞州区示例路 1 号',
  uscc: '91330200MA2AEFJN86',
  customsCode: '3302960001',
  enterpriseKind: 'trading',
  bankAccount: { accountNumber: '3310010120100123456', accountHolder: '宁波示例进出口有限公司', cnaps: '102332000012' },
  tax: { taxpayerType: 'general', refundClass: 2 },
};
/** Made up; the check sign is right. */
const BROKER = {
  name: '宁波示例报关有限公司',
  nameEn: 'Ningbo Example Customs Broker Co., Ltd.',
  uscc: '91330206MA2BR0K3RY',
  customsCode: '3302980001',
};
const BUYER = {
  kind: 'buyer',
  reference: 'BUYER',
  name: 'Hamburg Haushalt GmbH',
  country: 'DE',
  address: 'Hafenstrasse 1, 20457 Hamburg',
};
const ORDER = {
  contractNumber: 'BENCH',
  incoterm: 'FOB',
  currency: 'USD',
  salesChannel: '0110',
  lines: [GOODS],
  route: {
    portOfLoading: 'CNNGB',
    portOfDischarge: 'DEHAM',
    destinationCountry: 'DE',
    declarationOffice: '3104',
    exitOffice: '3104',
    transportMode: 'sea',
  },
  freight: { by: 'platform', mode: 'fcl', containers: [{ sizeType: '22G1', count: 1 }], readyDate: '2026-12-01' },
  refund: { mode: 'trading', advance: true },
  fx: { conversion: 'automatic', planRate: '7.1' },
};
const INVOICE = {
  kind: 'special',
  issuedOn: '2026-11-10',
  seller: { name: '宁波示例电器有限公司', taxNumber: '91330212MA2AF1XX2U' },
  buyer: { name: SELLER.name, taxNumber: SELLER.uscc },
  lines: [
    {
      orderLineNumber: 1,
      hsCode: '8516609000',
      goodsName: '*家用电器*电烤箱',
      quantity: '1000',
      unit: '001',
      amountExVat: { amount: '60000.00', currency: 'CNY' },
      vatRate: '0.13',
      vat: { amount: '7800.00', currency: 'CNY' },
    },
  ],
};
const PAYMENT = { amount: { amount: '10000.00', currency: 'USD' }, payerName: BUYER.name, payerCountry: 'DE' };
const FIRST_INVOICE = 26_332_000_000_000_000_000n;
const ACCOUNT_WITHIN_MS = 20_000;

interface Created {
  readonly id: string;
}

/** Trades for one tenant through the public API, as its own software would. */
export class JourneyTrader {
  private parties = { sellerId: '', buyerId: '' };
  private accountNumber = '';
  private placed = 0;

  constructor(
    private readonly api: Pool,
    private readonly sandbox: Pool,
    private readonly apiKey: string,
  ) {}

  /** Enters seller and buyer, and the receiver of webhooks; the first order opens the account for collections. */
  async open(webhookUrl: string): Promise<void> {
    const { id: sellerId } = await this.post<Created>('/v1/parties', SELLER);
    const { id: buyerId } = await this.post<Created>('/v1/parties', BUYER);
    this.parties = { sellerId, buyerId };
    await this.entrust(sellerId);
    await this.post('/v1/webhooks/endpoints', { url: webhookUrl, eventTypes: ['*'] });
  }

  /** Live tenants declare under a broker's mandate only. */
  private async entrust(sellerId: string): Promise<void> {
    const validFrom = dateInZone(new SystemClock().now(), CHINA);
    const { id } = await this.post<Created>('/v1/customs/broker-mandates', {
      sellerId,
      broker: BROKER,
      kind: 'long_term',
      agreementNumber: `3101${validFrom.replaceAll('-', '')}000001`,
      validFrom,
      validTo: addDays(validFrom, 364),
    });
    await this.post(`/v1/customs/broker-mandates/${id}/acceptance`, {});
  }

  /**
   * An order, its invoice, and the buyer's money: from here on it goes on by itself, unless a person is to convert.
   * @returns the order's id
   */
  async trade(conversion: 'automatic' | 'manual' = 'automatic'): Promise<string> {
    this.placed += 1;
    const number = this.placed;
    const reference = `BENCH-${number}`;
    const { id } = await this.post<Created>('/v1/orders', {
      ...{ ...ORDER, ...this.parties, reference },
      fx: { ...ORDER.fx, conversion },
    });
    const invoiceNumber = String(FIRST_INVOICE + BigInt(number));
    await this.post('/v1/tax-refund/invoices', { ...INVOICE, orderId: id, invoiceNumber });
    const accountNumber = await this.account();
    await ask(
      this.sandbox,
      'POST',
      '/control/buyer-payments',
      {},
      { ...PAYMENT, accountNumber, remittance: reference },
    );
    return id;
  }

  private async account(): Promise<string> {
    const deadline = performance.now() + ACCOUNT_WITHIN_MS;
    while (this.accountNumber === '') {
      const { data } = await this.get<{ data: { accountNumber: string | null }[] }>('/v1/fx/collection-accounts');
      this.accountNumber = data[0]?.accountNumber ?? '';
      if (performance.now() > deadline) throw new Error('No collection account was opened');
      if (this.accountNumber === '') await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return this.accountNumber;
  }

  private get<Body>(path: string): Promise<Body> {
    return ask(this.api, 'GET', path, { authorization: `Bearer ${this.apiKey}` });
  }

  private post<Body>(path: string, body: object): Promise<Body> {
    const headers = { authorization: `Bearer ${this.apiKey}`, 'idempotency-key': randomUUID() };
    return ask(this.api, 'POST', path, headers, body);
  }
}

/** @throws Error for anything but success: a bench that counts refusals measures nothing */
async function ask<Body>(
  pool: Pool,
  method: 'GET' | 'POST',
  path: string,
  headers: Record<string, string>,
  body?: object,
): Promise<Body> {
  const answer = await pool.request({
    method,
    path,
    headers: { ...headers, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await answer.body.text();
  if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 500)}`);
  return JSON.parse(text) as Body;
}
