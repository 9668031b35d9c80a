import { openSecret } from '../../src/platform/auth/secret-box.js';
import { useFieldKeys } from '../../src/platform/database/sealed-fields.js';
import { camtSample } from '../../src/fx/testing/camt-sample.js';
import { withClient } from '../../scripts/services/prepare-database.js';
import { resealAll } from '../../scripts/seal/reseal.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { SELLER } from '../support/order-samples.js';
import { TestPlatform } from '../support/test-platform.js';

const IBAN = 'DE89370400440532013000';
const SELLERS = SELLER.bankAccount.accountNumber;
const XML = { 'content-type': 'application/xml' };
const NEXT = Buffer.alloc(32, 8);

let platform: TestPlatform;
let desk: FxDesk;
/** Of the seller at the bank. */
let account: string;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
  await desk.order({ reference: 'SO-1', amount: '1.00' });
  account = (await desk.account('USD')).accountNumber;
});
afterAll(() => platform.stop());

const keys = (encryptionKey: Buffer, oldEncryptionKeys: readonly Buffer[] = []): void => {
  useFieldKeys({ encryptionKey, oldEncryptionKeys, sealFields: true });
};

/** Money from an account abroad. */
async function paid(amount: string, remittance = 'goods'): Promise<{ readonly id: string }> {
  const { bankReference } = await desk.control<{ bankReference: string }>('POST', '/control/buyer-payments', {
    ...{ accountNumber: account, amount: { amount, currency: 'USD' }, payerName: 'NOBODY', payerCountry: 'DE' },
    ...{ remittance, payerAccount: IBAN, payerBic: 'COBADEFFXXX' },
  });
  return desk.collection(bankReference);
}

async function paidOut(reference: string): Promise<void> {
  const order = await desk.order({ reference, amount: '500.00', conversion: 'automatic' });
  await desk.pay({ amount: '500.00', remittance: reference });
  await desk.payouts(order, (found) => found.some(({ state }) => state === 'confirmed'));
}

/** A statement that names the payer's account. */
async function file(messageId: string): Promise<void> {
  const details =
    `<TxDtls><Refs><EndToEndId>E-${messageId}</EndToEndId></Refs><Amt Ccy="USD">70.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>` +
    `<RltdPties><Dbtr><Pty><Nm>NOBODY</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>${IBAN}</IBAN></Id></DbtrAcct></RltdPties>` +
    `<RltdAgts><DbtrAgt><FinInstnId><BICFI>COBADEFFXXX</BICFI></FinInstnId></DbtrAgt></RltdAgts></TxDtls>`;
  const entries = [{ reference: messageId, amount: '70.00', details }];
  const balances = [
    ['OPBD', '0.00'],
    ['CLBD', '70.00'],
  ] as const;
  const xml = camtSample({ account, id: messageId, messageId, balances, entries });
  const answer = await desk.tenant.client.post('/v1/fx/bank-files', xml, { ...XML, ...key() });
  expect([answer.status, answer.status >= 300 ? answer.text : '']).toEqual([202, '']);
  await desk.collection(messageId);
}

/** Columns of any table that hold one of the numbers in clear. */
async function inClear(numbers: readonly string[]): Promise<string[]> {
  const columns = await platform.rows<{ table: string; column: string }>(`
    SELECT format('%I.%I', table_schema, table_name) AS table, format('%I', column_name) AS column
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2`);
  const found: string[] = [];
  for (const { table, column } of columns) {
    const [row] = await platform.rows<{ holds: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM ${table} t WHERE t.${column}::text LIKE ANY($1)) AS holds`,
      [numbers.map((number) => `%${number}%`)],
    );
    if (row?.holds === true) found.push(`${table}.${column}`);
  }
  return found;
}

/** What banks and authorities said and were told, kept word for word. */
const EVIDENCE = [
  'platform.inbox_message.body',
  'platform.partner_exchange.request_body',
  'platform.partner_exchange.response_body',
];

describe('Account numbers in the database', () => {
  it('stand in clear nowhere but in the messages of the bank, and are shown to whom they belong', async () => {
    await paidOut('SO-2');
    const refunded = await paid('90.00');
    expect(
      (
        await desk.tenant.client.post(
          `/v1/fx/collections/${refunded.id}/refunds`,
          { reasonCode: 'unidentified_payment' },
          key(),
        )
      ).status,
    ).toBe(202);
    await file('FILE-1');
    expect((await inClear([SELLERS, account, IBAN])).filter((column) => !EVIDENCE.includes(column))).toEqual([]);
    expect((await desk.get<{ bankAccount: object }>(`/v1/parties/${desk.sellerId}`)).bankAccount).toEqual(
      SELLER.bankAccount,
    );
    const listed = await desk.get<{ data: { bankAccount: object | null }[] }>('/v1/parties?kind=seller');
    expect(listed.data[0]?.bankAccount).toEqual(SELLER.bankAccount);
    const statements = await desk.get<{ data: { accountNumber: string }[] }>('/v1/fx/statements');
    expect(statements.data.map(({ accountNumber }) => accountNumber)).toEqual([account]);
  });

  it('are in no stored answer, and a repeated request is answered with them all the same', async () => {
    const headers = key();
    const first = await desk.tenant.client.post('/v1/parties', { ...SELLER, reference: 'AGAIN' }, headers);
    const again = await desk.tenant.client.post('/v1/parties', { ...SELLER, reference: 'AGAIN' }, headers);
    expect([first.status, again.text]).toEqual([201, first.text]);
    expect(await inClear([SELLERS])).not.toContain('platform.idempotency_record.body');
  });

  it('are sealed anew under another key while the platform works, the old ones in clear among them', async () => {
    const first = platform.config.encryptionKey;
    await platform.rows(
      `UPDATE fx.collection_account SET account_number = $1, number_index = NULL WHERE currency = 'USD'`,
      [account],
    );
    await platform.rows(`UPDATE parties.party SET bank_account = $1 WHERE bank_account IS NOT NULL`, [
      JSON.stringify(SELLER.bankAccount),
    ]);
    await platform.rows(`UPDATE fx.payout SET creditor_account = $1 WHERE creditor_account IS NOT NULL`, [SELLERS]);
    // Rows from before are found and read.
    await paid('11.00');
    await paidOut('SO-3');

    keys(NEXT, [first]);
    await paid('12.00');
    await file('FILE-2');
    const reports = await withClient(platform.database.adminUrl, (client) => resealAll(client, [NEXT, first]));
    expect(reports.filter(({ missed }) => missed > 0)).toEqual([]);
    const rewritten = new Map(reports.map(({ column, rewritten: count }) => [column, count]));
    for (const column of [
      'parties.party.bank_account',
      'fx.collection_account.account_number',
      'fx.payout.creditor_account',
      'fx.collection.payer_box',
      'fx.bank_entry.movements',
      'platform.idempotency_record.body',
    ]) {
      expect([column, (rewritten.get(column) ?? 0) > 0]).toEqual([column, true]);
    }
    expect((await inClear([SELLERS, account, IBAN])).filter((column) => !EVIDENCE.includes(column))).toEqual([]);
    const again = await withClient(platform.database.adminUrl, (client) => resealAll(client, [NEXT]));
    expect(again.filter(({ rewritten: count, missed }) => count + missed > 0)).toEqual([]);

    keys(NEXT);
    await paid('13.00');
    await paidOut('SO-4');
    const boxes = await platform.rows<{ box: Buffer }>(
      `SELECT payer_box AS box FROM fx.collection WHERE payer_box IS NOT NULL AND amount_minor IN (1100, 1200)`,
    );
    expect(boxes.map(({ box }) => openSecret(box, NEXT).includes(IBAN))).toEqual([true, true]);
  });
});
