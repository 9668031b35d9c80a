import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { XmlDocument, XsdValidator } from 'libxml2-wasm';

import { Harness } from '../testing/harness.js';

const reference = process.env['REFERENCE_DATA_DIR'] ?? '';
const schemas = join(reference, 'iso20022/xsd');
const withSchemas = reference !== '' && existsSync(schemas) ? it : it.skip;

let world: Harness;
beforeAll(async () => {
  world = await Harness.start();
});
afterAll(() => world.stop());

let serial = 0;
const newReference = (): string => `ccr_${String((serial += 1))}`;
const text = (xml: string, name: string): string => new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
/** What is wrong with a message, by the schema that its own namespace names. */
function faultsOf(xml: string): string {
  const type = /tech:xsd:([a-z0-9.]+)"/.exec(xml)?.[1] ?? '';
  using xsd = XmlDocument.fromBuffer(readFileSync(join(schemas, `${type}.xsd`)));
  using validator = XsdValidator.fromDoc(xsd);
  using document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return '';
  } catch (error) {
    return String(error);
  }
}

/** Sends a message of currency control, and waits for what is said to it. */
async function tell(root: string, body: string, count = 1): Promise<string[]> {
  const id = newReference();
  const xml = `<Document><${root}><GrpHdr><MsgId>${id}</MsgId></GrpHdr>${body}</${root}></Document>`;
  const taken = await world.call('POST', '/bank/currency-control', xml);
  expect(taken.status).toBe(202);
  return world.told('bank', count, id);
}
const register = (number: string, change: { readonly amount?: string; readonly ends?: string } = {}): string =>
  `<CtrctRegn><RptgPty><PtyId><Nm>宁波 &amp; Co</Nm></PtyId></RptgPty><CtrctRegnOpng>${trade(number, change)}</CtrctRegnOpng></CtrctRegn>`;
const trade = (number: string, { amount = '50000.00', ends = '2027-06-30' } = {}): string =>
  `<Ctrct><Trad><CtrctDocId><Id>${number}</Id></CtrctDocId><Amt Ccy="USD">${amount}</Amt><Buyr><PtyId><Nm>Hamburg</Nm>` +
  `<CtryOfRes>DE</CtryOfRes></PtyId></Buyr><MtrtyDt>${ends}</MtrtyDt><StartDt>2026-11-02</StartDt></Trad></Ctrct>`;
const declared = (number: string, contract: string, amount = '9000.00'): string =>
  `<TxNtfctn><TxCert><TxId>${number}</TxId><CertRcrd><Tx><LclInstrm>12101</LclInstrm><Amt Ccy="USD">${amount}</Amt></Tx>` +
  `<Ctrct><AddtlInf>ACT=ADD;BOP=121010;PAYER=P;CTRY=DE;CTR=${contract}</AddtlInf></Ctrct></CertRcrd></TxCert></TxNtfctn>`;

describe('The desk of contracts', () => {
  it('registers a contract under its own number, and counts and shows what belongs to it', async () => {
    const [confirmed = ''] = await tell('CtrctRegnReq', register('NB-1'));
    expect(confirmed).toContain('auth.019.001.02');
    const number = /<RegdCtrctId><Id>(\w+)</.exec(confirmed)?.[1] ?? '';
    expect(number).toMatch(/^SBX20\d{11}$/);
    await tell('PmtRgltryInfNtfctn', declared('3302000001012611240001', 'NB-1'));
    const amended = `<CtrctRegnAmdmnt><RegdCtrctAmdmnt><OrgnlRegdCtrctId>${number}</OrgnlRegdCtrctId>${trade('NB-1', { amount: '60000.00' })}<AddtlInf>More</AddtlInf></RegdCtrctAmdmnt></CtrctRegnAmdmnt>`;
    const [more = ''] = await tell('CtrctRegnAmdmntReq', amended);
    expect([text(more, 'Amt'), text(more, 'AmdmntRsn')]).toEqual(['60000.00', 'More']);
    const shown = `<SpprtgDoc><SpprtgDocId>d</SpprtgDocId><CtrctRef><RegdCtrctId>${number}</RegdCtrctId></CtrctRef><Ntry><OrgnlDoc><Id>INV-1</Id></OrgnlDoc><DocTp>CINV</DocTp><TtlAmt Ccy="USD">1.00</TtlAmt></Ntry></SpprtgDoc>`;
    expect((await tell('CcyCtrlSpprtgDocDlvry', shown))[0]).toContain('<Sts>ACPT</Sts>');
    const period = `<RptgPrd><FrToDt><FrDt>2026-11-01</FrDt><ToDt>2026-11-30</ToDt></FrToDt></RptgPrd>`;
    const [statement = ''] = await tell(
      'CtrctRegnStmtReq',
      `<StmtReq>${period}<RegdCtrctId>${number}</RegdCtrctId></StmtReq>`,
    );
    expect([text(statement, 'TtlCtrctTrnvrSum'), text(statement, 'TxId')]).toEqual([
      '9000.00',
      '3302000001012611240001',
    ]);
    const closure = `<RegdCtrctClsr><OrgnlRegdCtrct><Id>${number}</Id></OrgnlRegdCtrct><ClsrRsn><Prtry>Done</Prtry></ClsrRsn></RegdCtrctClsr>`;
    expect((await tell('CtrctRegnClsrReq', closure))[0]).toContain('<Sts>ACPT</Sts>');
    expect((await tell('CtrctRegnClsrReq', closure))[0]).toContain('<Cd>CLSD</Cd>');
    if (reference === '') return;
    for (const message of [confirmed, more, statement]) expect(faultsOf(message)).toBe('');
  });

  it.each([
    ['the magic word REJECT', register('NB-SBX-BANK-REJECT'), 'NARR'],
    ['a contract of nothing', register('NB-2', { amount: '0' }), 'AM01'],
    ['an end before the beginning', register('NB-3', { ends: '2026-01-01' }), 'DT01'],
    ['no number', register(''), 'NUMB'],
    ['one that is registered', register('NB-4') + register('NB-4'), 'DUPL'],
  ])('refuses %s by a status advice', async (_why, body, code) => {
    if (code === 'DUPL') await tell('CtrctRegnReq', register('NB-4'));
    const [advice = ''] = await tell('CtrctRegnReq', body);
    expect([text(advice, 'Cd'), text(advice, 'Sts')]).toEqual([code, 'RJCT']);
  });

  it.each([
    ['takes a file that has the hash named for it', 'bytes of a contract', 'CtrctRegnConf', ''],
    ['refuses a file that has another', 'other bytes', '', 'The file NB-7 is not that of the hash named for it'],
  ])('%s', async (_what, enclosed, confirmed, refused) => {
    const hash = createHash('sha256').update('bytes of a contract').digest('base64url');
    const bytes = Buffer.from(enclosed).toString('base64');
    const file = `<Attchmnt><DocTp>CNTR</DocTp><DocNb>NB-7</DocNb><URL>ni:///sha-256;${hash}</URL><AttchdBinryFile><InclBinryObjct>${bytes}</InclBinryObjct></AttchdBinryFile></Attchmnt>`;
    const [answer = ''] = await tell('CtrctRegnReq', register(`NB-${enclosed.length}`) + file);
    expect(answer).toContain(confirmed);
    expect(text(answer, 'AddtlInf')).toBe(refused);
  });

  it('writes when it is told to, and answers letters that want it', async () => {
    const [, wanted = ''] = await tell('CtrctRegnReq', register('NB-SBX-LETTER'), 2);
    expect([text(wanted, 'Tp'), text(wanted, 'RspnReqrd')]).toEqual(['SUPP', 'true']);
    const [taken = '', answer = ''] = await tell(
      'CcyCtrlReqOrLttr',
      '<ReqOrLttr><RspnReqrd>true</RspnReqrd></ReqOrLttr>',
      2,
    );
    expect([text(taken, 'Sts'), text(answer, 'Tp')]).toEqual(['ACPT', 'LFBK']);
    if (reference === '') return;
    for (const message of [wanted, taken, answer]) expect(faultsOf(message)).toBe('');
  });

  it('takes the same message once, and shows its answer to who asks', async () => {
    const id = newReference();
    const xml = `<Document><CtrctRegnReq><GrpHdr><MsgId>${id}</MsgId></GrpHdr>${register('NB-5')}</CtrctRegnReq></Document>`;
    for (let times = 0; times < 3; times += 1) await world.call('POST', '/bank/currency-control', xml);
    const [first = ''] = await world.told('bank', 1, id);
    expect((await world.call('GET', `/bank/currency-control/${id}`)).text).toBe(first);
    expect(world.bodies('bank', id)).toHaveLength(1);
  });
});

describe('The published schemas', () => {
  withSchemas('hold for the advice on a declaration, accepted or sent back', async () => {
    const [accepted = ''] = await tell('PmtRgltryInfNtfctn', declared('3302000001012611250001', ''));
    const [back = ''] = await tell('PmtRgltryInfNtfctn', declared('1', ''));
    expect([text(accepted, 'Sts'), text(back, 'Sts')]).toEqual(['ACPT', 'RJCT']);
    for (const advice of [accepted, back]) expect(faultsOf(advice)).toBe('');
  });

  withSchemas('hold for a statement of a day', async () => {
    const opened = await world.call('POST', '/bank/accounts', { reference: 'acc', ownerName: 'N', currency: 'USD' });
    const accountNumber = String(opened.json['accountNumber']);
    const buyer = { payerName: 'A & B <Ltd>', payerCountry: 'DE', remittance: 'y'.repeat(200) };
    const amount = { amount: '10000.00', currency: 'USD' };
    await world.control('POST', '/buyer-payments', { accountNumber, amount, ...buyer });
    const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const { status, text: statement } = await world.call('GET', `/bank/accounts/${accountNumber}/statements/${day}`);
    expect(status).toBe(200);
    expect(faultsOf(statement)).toBe('');
  });
});
