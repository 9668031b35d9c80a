import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { XmlDocument, XsdValidator } from 'libxml2-wasm';

import { Harness } from '../testing/harness.js';
import { paymentOrder, type PaymentSample } from '../testing/samples.js';

let world: Harness;
let account: string;
beforeAll(async () => {
  world = await Harness.start();
  account = await open('acc_usd', 'USD');
});
afterAll(() => world.stop());

let serial = 0;
const newReference = (): string => `pay_${String((serial += 1))}`;

async function open(reference: string, currency: string, ownerName = 'Ningbo Example Trading'): Promise<string> {
  const answer = await world.call('POST', '/bank/accounts', { reference, ownerName, currency });
  expect(answer.status).toBe(200);
  return String(answer.json['accountNumber']);
}

const pay = (sample: Partial<PaymentSample> & { messageId: string }): ReturnType<Harness['call']> =>
  world.call('POST', '/bank/payments', paymentOrder({ debtorAccount: account, ...sample }));
const element = (xml: string, name: string): string =>
  new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
const receive = (payment: object): ReturnType<Harness['call']> =>
  world.control('POST', '/buyer-payments', {
    accountNumber: account,
    amount: { amount: '10000.00', currency: 'USD' },
    payerName: 'Hamburg Toys GmbH',
    payerCountry: 'DE',
    remittance: 'INV-1',
    ...payment,
  });
const creditOf = (bankReference: unknown): string[] =>
  world.bodies('bank', 'acc_usd').filter((body) => body.includes(`<AcctSvcrRef>${String(bankReference)}<`));

const reference = process.env['REFERENCE_DATA_DIR'] ?? '';
const schemas = join(reference, 'iso20022/xsd');
const withSchemas = reference !== '' && existsSync(schemas) ? it : it.skip;

function faultsAgainst(schema: string, xml: string): string {
  using xsd = XmlDocument.fromBuffer(readFileSync(join(schemas, schema)));
  using validator = XsdValidator.fromDoc(xsd);
  using document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return '';
  } catch (error) {
    return String(error);
  }
}

describe('A collection account', () => {
  it('is opened once per reference', async () => {
    expect(await open('acc_twice', 'EUR')).toBe(await open('acc_twice', 'EUR'));
  });

  it('is refused to this owner as often as the same reference asks, and opened under the next', async () => {
    const ask = async (reference: string) => {
      const body = { reference, ownerName: 'Owner SBX-NO-ACCOUNT', currency: 'EUR' };
      const { status, json } = await world.call('POST', '/bank/accounts', body);
      return [status, json['code'] ?? 'OPEN'];
    };
    expect([await ask('acc_no'), await ask('acc_no')]).toEqual(Array(2).fill([422, 'ACCOUNT_REFUSED']));
    expect(await ask('acc_no-2')).toEqual([200, 'OPEN']);
    expect(await ask('acc_no')).toEqual([422, 'ACCOUNT_REFUSED']);
  });

  it('is told of a credit: what was sent, what banks kept, what arrived', async () => {
    const { status, json } = await receive({ charges: { amount: '25.00', currency: 'USD' } });
    expect(status).toBe(202);
    const [notice = ''] = await world.eventually(
      () => creditOf(json['bankReference']),
      (found) => found.length > 0,
    );
    expect(element(notice, 'Amt')).toBe('9975.00');
    expect(element(notice, 'TtlChrgsAndTaxAmt')).toBe('25.00');
    expect(notice).toContain('<InstdAmt><Amt Ccy="USD">10000.00</Amt></InstdAmt>');
    expect(element(notice, 'Ustrd')).toBe('INV-1');
  });

  it('shows all its credits to who asks, the ones whose notice was lost too', async () => {
    const { json } = await receive({ remittance: 'INV-2 SBX-LOST' });
    const credits = await world.call('GET', `/bank/accounts/${account}/credits`);
    expect(credits.text).toContain(`<AcctSvcrRef>${String(json['bankReference'])}<`);
    expect(creditOf(json['bankReference'])).toEqual([]);
  });

  it('is credited once for a payment that is ordered again under its reference', async () => {
    const accountNumber = await open('acc_once', 'USD');
    const order = async (reference: string, amount = '10000.00'): Promise<unknown> => {
      const { json } = await receive({ accountNumber, reference, amount: { amount, currency: 'USD' } });
      return json['bankReference'];
    };
    const first = await order('buyer-1');
    expect(await order('buyer-1', '1.00')).toBe(first);
    const last = await order('buyer-2');
    const credits = await world.eventually(
      () => world.call('GET', `/bank/accounts/${accountNumber}/credits`),
      ({ text }) => text.includes(`<NtryRef>${String(last)}<`),
    );
    expect([...credits.text.matchAll(/<NtryRef>(\w+)</g)].map(([, entry]) => entry)).toEqual([first, last]);
  });

  it.each([
    ['another currency', { amount: { amount: '1.00', currency: 'EUR' } }, 422],
    ['charges above the amount', { charges: { amount: '10000.00', currency: 'USD' } }, 422],
    ['an account that nobody holds', { accountNumber: '1' }, 404],
  ])('refuses a payment with %s', async (_why, payment, status) => {
    expect((await receive(payment)).status).toBe(status);
  });

  it('cuts a long remittance into lines that the standard allows', async () => {
    const { json } = await receive({ remittance: 'x'.repeat(300) });
    const [notice = ''] = await world.eventually(
      () => creditOf(json['bankReference']),
      (found) => found.length > 0,
    );
    expect(notice.match(/<Ustrd>/g)).toHaveLength(3);
  });
});

describe('A payment order', () => {
  it('is accepted, then settled', async () => {
    const messageId = newReference();
    expect((await pay({ messageId })).status).toBe(202);
    const reports = await world.told('bank', 2, messageId);
    expect(reports.map((report) => element(report, 'TxSts'))).toEqual(['ACCP', 'ACSC']);
    const latest = await world.call('GET', `/bank/payments/${messageId}`);
    expect(element(latest.text, 'GrpSts')).toBe('ACSC');
  });

  const faulty: readonly (readonly [why: string, sample: Partial<PaymentSample>, code: string])[] = [
    ['a control sum that is not the sum', { controlSum: '1.00' }, 'AM10'],
    ['a number of transactions that is not theirs', { count: '2' }, 'AM18'],
    ['a fraction of a yen', { currency: 'JPY', amount: '10.50' }, 'AM12'],
    ['an unknown currency', { currency: 'XXQ' }, 'AM11'],
    ['a CNAPS code of eleven digits', { member: '10233200001' }, 'RC01'],
    ['an account of another bank', { debtorAccount: '9' }, 'AC02'],
    ['the magic word REJECT', { remittance: 'Order SBX-REJECT' }, 'AC04'],
    ['the magic word NOFUNDS', { creditorName: 'Example SBX-BANK-NOFUNDS' }, 'AM04'],
  ];

  it.each(faulty)('is rejected for %s', async (_why, sample, code) => {
    const messageId = newReference();
    await pay({ messageId, ...sample });
    const [report = ''] = await world.told('bank', 1, messageId);
    expect(element(report, 'GrpSts')).toBe('RJCT');
    expect(element(report, 'Cd')).toBe(code);
  });

  it('is accepted and rejected later with ACCEPT-REJECT', async () => {
    const messageId = newReference();
    await pay({ messageId, remittance: 'SBX-ACCEPT-REJECT' });
    const reports = await world.told('bank', 2, messageId);
    expect(reports.map((report) => element(report, 'TxSts'))).toEqual(['ACCP', 'RJCT']);
  });

  it('moves money once, however often it is sent', async () => {
    const messageId = newReference();
    const answers = await Promise.all(Array.from({ length: 5 }, () => pay({ messageId })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const { json } = await world.control('GET', `/received?partner=bank&reference=${messageId}`);
    expect(json['counts']).toEqual({ [messageId]: { taken: 1, repeated: 4 } });
  });

  it('under a message id that is in use for another is a conflict', async () => {
    const messageId = newReference();
    await pay({ messageId });
    expect((await pay({ messageId, amount: '1.00' })).status).toBe(409);
  });

  it('that never came has no report', async () => {
    expect((await world.call('GET', '/bank/payments/pay_none')).status).toBe(404);
  });
});

describe('The board', () => {
  const deal = (changes: object): ReturnType<Harness['call']> =>
    world.call('POST', '/bank/fx/deals', {
      reference: newReference(),
      sell: { amount: '9975.01', currency: 'USD' },
      buyCurrency: 'CNY',
      rate: '708.12',
      unit: '100',
      ...changes,
    });

  afterEach(() => world.control('PUT', '/partners/bank', {}));

  it('buys dollars at its buying rate, rounded half-up to the fen', async () => {
    const { status, json } = await deal({});
    expect(status).toBe(200);
    // 9975.01 × 7.0812 = 70635.040812
    expect(json['bought']).toEqual({ amount: '70635.04', currency: 'CNY' });
  });

  it('sells dollars at its selling rate', async () => {
    const { json } = await deal({ sell: { amount: '7111.00', currency: 'CNY' }, buyCurrency: 'USD', rate: '711.10' });
    expect(json['bought']).toEqual({ amount: '1000.00', currency: 'USD' });
  });

  it('sells euros for dollars at the cross rate of its board', async () => {
    const { json } = await deal({
      sell: { amount: '1000.00', currency: 'USD' },
      buyCurrency: 'EUR',
      rate: '85.89311273',
    });
    expect(json['bought']).toEqual({ amount: '858.93', currency: 'EUR' });
  });

  it.each([
    ['better than the market', { rate: '709.00' }, 'RATE_STALE'],
    ['far worse than the market', { rate: '680.00' }, 'RATE_OFF_MARKET'],
    ['for a currency that is not quoted', { sell: { amount: '1.00', currency: 'BRL' } }, 'NO_QUOTE'],
    ['better than the cross rate', { buyCurrency: 'EUR', rate: '86.00' }, 'RATE_STALE'],
    ['far worse than the cross rate', { buyCurrency: 'EUR', rate: '80.00' }, 'RATE_OFF_MARKET'],
    ['of a currency for itself', { buyCurrency: 'USD', rate: '100.00' }, 'NO_QUOTE'],
  ])('refuses a rate %s', async (_why, changes, code) => {
    const { status, json } = await deal(changes);
    expect([status, json['code']]).toEqual([422, code]);
  });

  it('moves when it is told to', async () => {
    const before = (await world.call('GET', '/bank/fx/board')).json;
    const quote = {
      currency: 'USD',
      unit: '100',
      spotBuy: '650.00',
      cashBuy: '648.00',
      spotSell: '653.00',
      cashSell: '653.00',
    };
    await world.control('PUT', '/fx/board', { quotes: [quote] });
    expect((await deal({})).json['code']).toBe('RATE_STALE');
    await world.control('PUT', '/fx/board', { quotes: before['quotes'] });
  });
});

describe('The published schemas', () => {
  withSchemas('hold for a status report, accepted or rejected', async () => {
    for (const remittance of ['Order', 'SBX-REJECT']) {
      const messageId = newReference();
      await pay({ messageId, remittance });
      const [report = ''] = await world.told('bank', 1, messageId);
      expect(faultsAgainst('pain.002.001.10.xsd', report)).toBe('');
    }
  });

  withSchemas('hold for a report on an order that is full of faults', async () => {
    const messageId = newReference();
    const broken = paymentOrder({ messageId, debtorAccount: account, controlSum: 'x', count: 'y' });
    await world.call('POST', '/bank/payments', broken.replace('<InstrId>I1</InstrId>', ''));
    const [report = ''] = await world.told('bank', 1, messageId);
    expect(faultsAgainst('pain.002.001.10.xsd', report)).toBe('');
  });

  withSchemas('hold for a credit notice, with charges and without, and for none at all', async () => {
    await receive({ charges: { amount: '1.00', currency: 'USD' }, payerName: 'A & B <Ltd>', remittance: '' });
    await receive({ remittance: 'y'.repeat(200) });
    for (const notice of await world.told('bank', 2, 'acc_usd'))
      expect(faultsAgainst('camt.054.001.08.xsd', notice)).toBe('');
    const empty = await open('acc_empty', 'KWD');
    const { text } = await world.call('GET', `/bank/accounts/${empty}/credits`);
    expect(faultsAgainst('camt.054.001.08.xsd', text)).toBe('');
  });

  withSchemas('hold for the sample order of these tests', () => {
    expect(faultsAgainst('pain.001.001.09.xsd', paymentOrder({ messageId: 'pay_x', debtorAccount: account }))).toBe('');
  });
});
