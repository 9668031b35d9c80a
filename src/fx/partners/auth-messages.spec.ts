import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { XmlDocument, XsdValidator } from 'libxml2-wasm';

import { Money } from '../../kernel/money.js';
import { type BopFiling } from '../domain/bop/bop-filing.js';
import { UnknownBankMessageError, UnreadableBankMessageError } from '../domain/bank-files/bank-message.errors.js';
import { writeAuth024 } from './auth024.xml.js';
import { Iso20022Messages } from './iso20022-messages.xml.js';
import { XmlElement } from './xml-element.js';

const usd = (amount: string): Money => Money.parse(amount, 'USD');
const FILING: BopFiling = {
  ...{
    messageId: 'bop_01jdq3x7k2e9ta6v0m8r4c5wzb-1',
    createdAt: '2026-11-24T17:49:05+08:00',
    action: 'add',
    revision: 1,
  },
  number: '3302000001012611240001',
  declarer: { name: '宁波示例进出口有限公司', accountNumber: '6228480795000001', bic: 'SBXCCNBJXXX' },
  ...{ creditedOn: '2026-11-24', bankReference: 'BNK795000001', payerName: 'A; B & <C>', payerCountry: 'DE' },
  amount: usd('10000.00'),
  settled: { amount: Money.parse('70741.00', 'CNY'), rate: '7.0741' },
  lines: [
    { code: '121010', amount: usd('9000.00'), remark: '预收' },
    { code: '222011', amount: usd('1000.00'), remark: '' },
  ],
  ...{ contractNumber: 'NB-1', invoiceNumber: 'SO-1', isBonded: false },
};

describe('A declaration as auth.024', () => {
  const certificate = 'PmtRgltryInfNtfctn/TxNtfctn/TxCert';
  const read = (filing: BopFiling) => XmlElement.parse(writeAuth024(filing))?.element;

  it('says each transaction, and what the standard has no element for in words', () => {
    const element = read(FILING);
    expect(element?.text(`${certificate}/TxId`)).toBe(FILING.number);
    const records = element?.all(`${certificate}/CertRcrd`) ?? [];
    expect(records.map((record) => [record.text('Tx/LclInstrm'), record.text('Tx/Amt')])).toEqual([
      ['12101', '9000.00'],
      ['22201', '1000.00'],
    ]);
    expect(records[0]?.text('Ctrct/AddtlInf')).toBe(
      'ACT=ADD;BOP=121010;RMK=预收;PAYER=A, B & <C>;CTRY=DE;CTR=NB-1;INV=SO-1;BONDED=N;CNY=70741.00;RATE=7.0741',
    );
    expect(element?.has(`${certificate}/Amdmnt`)).toBe(false);
  });

  it('names what it corrects, and deletes with records of nothing', () => {
    const element = read({ ...FILING, action: 'delete', revision: 2 });
    expect(element?.text(`${certificate}/Amdmnt/CrrctnId`)).toBe('2');
    expect(element?.all(`${certificate}/CertRcrd/Tx/Amt`).map((amount) => amount.text())).toEqual(['0', '0']);
  });

  it('is the same message, byte for byte, however often it is written', () => {
    expect(writeAuth024(FILING)).toBe(writeAuth024({ ...FILING }));
  });
});

describe('A status advice, auth.027', () => {
  const advice = (status: string, id = 'bop_1-1') =>
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:auth.027.001.02"><CcyCtrlStsAdvc><GrpHdr><MsgId>CSA1</MsgId></GrpHdr>` +
    `<GrpSts><OrgnlRefs><OrgnlMsgId>${id}</OrgnlMsgId></OrgnlRefs></GrpSts><PackgSts><RcrdSts><Sts>${status}</Sts>` +
    `<StsRsn><Rsn><Cd>BE08</Cd></Rsn><AddtlInf>No</AddtlInf><AddtlInf>country</AddtlInf></StsRsn></RcrdSts></PackgSts>` +
    `</CcyCtrlStsAdvc></Document>`;
  const read = (text: string) => new Iso20022Messages().read(text);

  it.each([
    ['ACPT', 'accepted'],
    ['RJCT', 'rejected'],
    ['PART', 'rejected'],
    ['PDNG', 'pending'],
  ])('of %s is %s', (code, status) => {
    expect(read(advice(code))).toEqual({
      kind: 'control-status',
      report: {
        messageId: 'bop_1-1',
        reportId: 'CSA1',
        status,
        reasonCode: 'BE08',
        reason: 'No country',
        bankReference: null,
      },
    });
  });

  it('of an unknown word, or about nothing, is refused', () => {
    expect(() => read(advice('WHAT'))).toThrow(UnknownBankMessageError);
    expect(() => read(advice('ACPT', ''))).toThrow(UnreadableBankMessageError);
  });
});

const folder = process.env['REFERENCE_DATA_DIR'] ?? '';
const schema = path.join(folder, 'iso20022/xsd/auth.024.001.02.xsd');
const withSchema = folder !== '' && existsSync(schema) ? describe : describe.skip;

withSchema('Against the schema of ISO 20022 (REFERENCE_DATA_DIR)', () => {
  it.each<[string, Partial<BopFiling>]>([
    ['a declaration', {}],
    ['a change', { action: 'change', revision: 3 }],
    ['a deletion', { action: 'delete', revision: 2 }],
    [
      'one with the longest fields',
      { payerName: '名'.repeat(140), invoiceNumber: 'x'.repeat(100), contractNumber: 'y'.repeat(100) },
    ],
    ['one of little', { contractNumber: null, invoiceNumber: null, settled: null, payerName: '', payerCountry: '' }],
  ])('%s is valid', (_what, change) => {
    const xsd = XmlDocument.fromString(readFileSync(schema, 'utf8'));
    const validator = XsdValidator.fromDoc(xsd);
    const message = XmlDocument.fromString(writeAuth024({ ...FILING, ...change }));
    try {
      expect(() => {
        validator.validate(message);
      }).not.toThrow();
    } finally {
      message.dispose();
      validator.dispose();
      xsd.dispose();
    }
  });
});
