import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { XmlDocument, XsdValidator } from 'libxml2-wasm';

import { type DomainError } from '../../kernel/domain-error.js';
import { told } from '../../kernel/sentence.js';
import {
  type AttachedFile,
  type ContractFiling,
  type FilingContent,
  MESSAGE_TYPES,
  type SupportingDocument,
} from '../domain/contracts/contract-filing.js';
import { writeContractRequest } from './contract-requests.xml.js';
import { writeAuth025, writeAuth026 } from './control-letters.xml.js';
import { Iso20022Messages } from './iso20022-messages.xml.js';
import { XmlElement } from './xml-element.js';

const TERMS = {
  ...{ contractNumber: 'NB-2026-118', amount: { amount: '50000.00', currency: 'USD' } },
  ...{ startsOn: '2026-11-02', endsOn: '2027-06-30' },
};
const NUMBER = 'SBX2026000000118';
const INVOICE: SupportingDocument = {
  ...{ kind: 'commercial_invoice', number: 'INV-1', issuedOn: '2026-11-20', note: 'First & second lot' },
  amount: { amount: '10000.00', currency: 'USD' },
};
const SCAN: AttachedFile = {
  ...{ id: 'cfi_01jdq3x7k2e9ta6v0m8r4c5wzb', kind: 'contract', number: 'NB-2026-118', issuedOn: '2026-11-02' },
  ...{ fileName: '合同 & "NB".pdf', mediaType: 'application/pdf', sizeBytes: 5, sha256: '00ff'.repeat(16) },
};
const LARGE: AttachedFile = { ...SCAN, id: 'cfi_01jdq3x7k2e9ta6v0m8r4c5wzc', issuedOn: null, sizeBytes: 102_401 };
const CONTENTS: readonly (readonly [what: string, content: FilingContent])[] = [
  ['a registration', { kind: 'registration', terms: TERMS }],
  ['an amendment', { kind: 'amendment', registrationNumber: NUMBER, terms: TERMS, reason: '延期交货' }],
  ['a registration with files', { kind: 'registration', terms: TERMS, files: [SCAN, LARGE] }],
  [
    'an amendment with a file',
    {
      kind: 'amendment',
      registrationNumber: NUMBER,
      terms: TERMS,
      reason: 'r',
      files: [{ ...SCAN, kind: 'contract_amendment' }],
    },
  ],
  [
    'documents with files',
    {
      ...{ kind: 'documents', registrationNumber: NUMBER, declarationNumber: null, answers: null },
      documents: [{ ...INVOICE, files: [{ ...SCAN, kind: 'commercial_invoice' }, LARGE] }],
    },
  ],
  ['a closure', { kind: 'closure', registrationNumber: NUMBER, registeredOn: '2026-11-24', reason: '完'.repeat(35) }],
  [
    'a request for a statement',
    { kind: 'statement', registrationNumber: NUMBER, from: '2026-11-01', to: '2026-11-30' },
  ],
  [
    'documents of a receipt',
    {
      ...{ kind: 'documents', registrationNumber: NUMBER, declarationNumber: '3302000001012611240001' },
      documents: [INVOICE, { ...INVOICE, kind: 'packing_list', issuedOn: null, amount: null, note: null }],
      answers: { messageId: 'CSA1', reference: 'SBXL1' },
    },
  ],
  [
    'documents of the contract as a whole',
    {
      ...{ kind: 'documents', registrationNumber: NUMBER, declarationNumber: null, answers: null },
      documents: [{ ...INVOICE, kind: 'customs_declaration' }],
    },
  ],
  [
    'a letter',
    {
      ...{ kind: 'letter', registrationNumber: NUMBER, subject: 'Second lot', text: '字'.repeat(900) },
      ...{ responseRequired: true, dueOn: '2026-12-15', answers: null },
    },
  ],
  [
    'an answer to a letter',
    {
      ...{ kind: 'letter', registrationNumber: NUMBER, subject: 'Re: x', text: '<ok>', responseRequired: false },
      ...{ dueOn: null, answers: { messageId: 'CSA1', reference: 'SBXL1' } },
    },
  ],
];
const filingOf = (content: FilingContent): ContractFiling => ({
  messageId: 'ccr_01jdq3x7k2e9ta6v0m8r4c5wzb',
  createdAt: '2026-11-24T17:49:05+08:00',
  parties: { seller: '宁波示例进出口有限公司', buyer: 'A & B <GmbH>', buyerCountry: 'DE', bic: 'SBXCCNBJXXX' },
  content,
  bytes: new Map([[SCAN.id, 'JVBERi0=']]),
});
const write = (content: FilingContent): string => {
  const filing = filingOf(content);
  if (content.kind === 'documents') return writeAuth025(filing, content);
  return content.kind === 'letter' ? writeAuth026(filing, content) : writeContractRequest(filing, content);
};
const element = (content: FilingContent) => XmlElement.parse(write(content))?.element;

describe('What the bank is asked about a contract', () => {
  it.each(CONTENTS)('%s is the same message, byte for byte, however often it is written', (_what, content) => {
    expect(write(content)).toBe(write(structuredClone(content)));
    expect(write(content)).toContain(`tech:xsd:${MESSAGE_TYPES[content.kind]}"`);
  });

  it('names buyer, seller, amount and days of the contract', () => {
    const trade = element({ kind: 'registration', terms: TERMS })?.child(
      'CtrctRegnReq/CtrctRegn/CtrctRegnOpng/Ctrct/Trad',
    );
    expect(trade?.text('Buyr/PtyId/Nm')).toBe('A & B <GmbH>');
    expect(trade?.text('Amt')).toBe('50000.00');
    expect([trade?.text('StartDt'), trade?.text('MtrtyDt')]).toEqual(['2026-11-02', '2027-06-30']);
  });

  it('encloses a small file, and names a large one by its hash', () => {
    const trade = element({ kind: 'registration', terms: TERMS, files: [SCAN, LARGE] })?.child(
      'CtrctRegnReq/CtrctRegn/CtrctRegnOpng/Ctrct/Trad',
    );
    const files = trade
      ?.all('Attchmnt')
      .map((file) => [
        ...[file.text('DocTp'), file.text('DocNb'), file.text('SndrRcvrSeqId'), file.text('URL')],
        file.text('AttchdBinryFile/InclBinryObjct'),
      ]);
    const hash = `ni:///sha-256;${Buffer.from(SCAN.sha256, 'hex').toString('base64url')}`;
    expect(files).toEqual([
      ['CONT', 'NB-2026-118', SCAN.id, hash, 'JVBERi0='],
      ['CONT', 'NB-2026-118', LARGE.id, hash, ''],
    ]);
  });

  it('shows documents for the receipt that was declared, and for the letter that asked', () => {
    const content = CONTENTS.find(([what]) => what === 'documents of a receipt')?.[1];
    const delivery = content && element(content)?.child('CcyCtrlSpprtgDocDlvry/SpprtgDoc');
    expect(delivery?.text('OrgnlReqId')).toBe('SBXL1');
    expect(delivery?.text('Cert/Id')).toBe('3302000001012611240001');
    expect(delivery?.all('Ntry/DocTp').map((type) => type.text())).toEqual(['CINV', 'PKLS']);
  });
});

const document = (type: string, root: string, body: string): string =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${type}">\n<${root}>\n${body}\n</${root}>\n</Document>`;
const HEADER = '<GrpHdr><MsgId>CSA1</MsgId><NbOfItms>1</NbOfItms></GrpHdr>\n';
const TRADE =
  '<Ctrct><Trad><CtrctDocId><Id>NB-1</Id></CtrctDocId><Amt Ccy="USD">50000</Amt><MtrtyDt>2027-06-30+08:00</MtrtyDt>' +
  '<StartDt>2026-11-02</StartDt></Trad></Ctrct>';
const REGISTERED = `<RegdCtrctId><Id>${NUMBER}</Id><DtOfIsse>2026-11-24</DtOfIsse></RegdCtrctId>`;
const CLOSED = '<RegdCtrctJrnl><ClsrDt>2027-01-05</ClsrDt><ClsrRsn><Prtry>Done</Prtry></ClsrRsn></RegdCtrctJrnl>';
const read = (text: string) => new Iso20022Messages().read(text);
const faultsOf = (text: string): string[] => {
  try {
    read(text);
    return [];
  } catch (error) {
    return (error as DomainError).faults.map(({ pointer, message }) => `${pointer}: ${told(message, 'en')}`);
  }
};

describe('What the bank says of a contract', () => {
  it('is its number, its terms and its end, in a confirmation', () => {
    const body = `${HEADER}<RegdCtrct><OrgnlCtrctRegnReq>ccr_1</OrgnlCtrctRegnReq>${TRADE}${REGISTERED}${CLOSED}</RegdCtrct>`;
    const message = read(document('auth.019.001.02', 'CtrctRegnConf', body));
    expect(JSON.parse(JSON.stringify(message))).toEqual({
      kind: 'contract-confirmation',
      confirmations: [
        {
          ...{ messageId: 'ccr_1', reportId: 'CSA1' },
          registered: {
            ...{ registrationNumber: NUMBER, registeredOn: '2026-11-24', contractNumber: 'NB-1' },
            ...{ amount: { amount: '50000.00', currency: 'USD' }, startsOn: '2026-11-02', endsOn: '2027-06-30' },
            closed: { on: '2027-01-05', reason: 'Done' },
          },
        },
      ],
    });
  });

  it('is told with all its faults at once, each with its path and line', () => {
    const body =
      '<GrpHdr><MsgId>CSA1</MsgId><NbOfItms>2</NbOfItms></GrpHdr>\n<RegdCtrct><Ctrct><Trad>\n<Amt Ccy="XXQ">1</Amt>' +
      `<MtrtyDt>2027-02-30</MtrtyDt></Trad></Ctrct>\n<RegdCtrctId><Id>${'9'.repeat(36)}</Id></RegdCtrctId></RegdCtrct>`;
    const at = '/xml/Document/CtrctRegnConf';
    expect(faultsOf(document('auth.019.001.02', 'CtrctRegnConf', body))).toEqual([
      `${at}/GrpHdr/NbOfItms: line 3: the header counts 2, the message holds 1`,
      `${at}/RegdCtrct[1]/RegdCtrctId/Id: line 6: more than 35 characters`,
      `${at}/RegdCtrct[1]/RegdCtrctId/DtOfIsse: line 4: missing`,
      `${at}/RegdCtrct[1]/Ctrct/Trad/Amt: line 5: 1 XXQ is no amount of its currency`,
      `${at}/RegdCtrct[1]/Ctrct/Trad/StartDt: line 4: missing`,
      `${at}/RegdCtrct[1]/Ctrct/Trad/MtrtyDt: line 5: 2027-02-30 is no day`,
    ]);
  });

  it('is refused where it is about a loan, or about nothing', () => {
    const loan = `${HEADER}<RegdCtrct><Ctrct><Ln/></Ctrct>${REGISTERED}</RegdCtrct>`;
    expect(faultsOf(document('auth.019.001.02', 'CtrctRegnConf', loan))[0]).toMatch(/no trade contract$/);
    expect(faultsOf(document('auth.022.001.02', 'CtrctRegnStmt', ''))[0]).toMatch(/GrpHdr\/MsgId: line 2: missing$/);
  });

  it('is what was counted and shown under it, in a statement', () => {
    const record =
      '<TxJrnl><TxId>D1</TxId><CertRcrd><Tx><TxDt>2026-11-25</TxDt><TxTp>1</TxTp><Amt Ccy="USD">9000</Amt></Tx></CertRcrd></TxJrnl>';
    const shown = '<SpprtgDocJrnl><Ntry><OrgnlDoc><Id>INV-1</Id></OrgnlDoc><DocTp>CINV</DocTp></Ntry></SpprtgDocJrnl>';
    const body =
      `${HEADER}<Stmt><StmtId>ccr_1</StmtId><RptgPrd><FrToDt><FrDt>2026-11-01</FrDt></FrToDt></RptgPrd>` +
      `<RegdCtrct>${TRADE}${REGISTERED}</RegdCtrct>${record}${shown}<TtlCtrctTrnvrSum Ccy="USD">9000.00</TtlCtrctTrnvrSum></Stmt>`;
    expect(JSON.parse(JSON.stringify(read(document('auth.022.001.02', 'CtrctRegnStmt', body))))).toMatchObject({
      statements: [
        {
          ...{ from: '2026-11-01', to: null, turnover: { amount: '9000.00', currency: 'USD' } },
          transactions: [{ reference: 'D1', direction: 'in', on: '2026-11-25' }],
          documents: [{ number: 'INV-1', code: 'CINV', amount: null }],
        },
      ],
    });
  });

  it('is a letter: what it is about, and by when it wants an answer', () => {
    const letter = (required: string): string =>
      document(
        'auth.026.001.02',
        'CcyCtrlReqOrLttr',
        `${HEADER}<ReqOrLttr><ReqOrLttrId>L1</ReqOrLttrId><OrgnlRefs><OrgnlMsgId>ccr_1</OrgnlMsgId><OrgnlRcrdId>R</OrgnlRcrdId>` +
          `</OrgnlRefs><Sbjt>S</Sbjt><Tp>SUPP</Tp><RspnReqrd>${required}</RspnReqrd><DueDt>2026-12-15</DueDt></ReqOrLttr>`,
      );
    expect(read(letter('true'))).toMatchObject({
      kind: 'control-letters',
      letters: [
        {
          ...{ reference: 'L1', isRequestForDocuments: true, responseRequired: true, dueOn: '2026-12-15', text: null },
          about: [{ messageId: 'ccr_1', recordId: 'R' }],
        },
      ],
    });
    expect(faultsOf(letter('maybe'))[0]).toMatch(/RspnReqrd: line 4: maybe is neither true nor false$/);
  });
});

const folder = process.env['REFERENCE_DATA_DIR'] ?? '';
const schemas = path.join(folder, 'iso20022/xsd');
const withSchemas = folder !== '' && existsSync(schemas) ? describe : describe.skip;

withSchemas('Against the schemas of ISO 20022 (REFERENCE_DATA_DIR)', () => {
  it.each(CONTENTS)('%s is valid', (_what, content) => {
    using xsd = XmlDocument.fromBuffer(readFileSync(path.join(schemas, `${MESSAGE_TYPES[content.kind]}.xsd`)));
    using validator = XsdValidator.fromDoc(xsd);
    using message = XmlDocument.fromString(write(content));
    expect(() => {
      validator.validate(message);
    }).not.toThrow();
  });
});
