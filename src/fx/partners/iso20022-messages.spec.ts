import { UnknownBankMessageError, UnreadableBankMessageError } from '../domain/bank-files/bank-message.errors.js';
import { type AccountNotice, type BankEntry } from '../domain/bank-files/bank-message.js';
import { Iso20022Messages } from './iso20022-messages.xml.js';

const messages = new Iso20022Messages();

function notices(entries: string, version = '08', prefix = ''): readonly AccountNotice[] {
  const name = (tag: string): string => (prefix === '' ? tag : `${prefix}:${tag}`);
  const namespace = `xmlns${prefix === '' ? '' : `:${prefix}`}="urn:iso:std:iso:20022:tech:xsd:camt.054.001.${version}"`;
  const body =
    `<GrpHdr><MsgId>C54</MsgId><CreDtTm>2026-11-24T17:49:05+08:00</CreDtTm></GrpHdr>` +
    `<Ntfctn><Id>C54</Id><CreDtTm>2026-11-24T17:49:05+08:00</CreDtTm>` +
    `<Acct><Id><Othr><Id>6228480795000001</Id></Othr></Id><Ccy>USD</Ccy></Acct>${entries}</Ntfctn>`;
  const prefixed = prefix === '' ? body : body.replace(/<(\/?)(\w)/g, `<$1${prefix}:$2`);
  const message = messages.read(
    `<?xml version="1.0" encoding="UTF-8"?>\n<${name('Document')} ${namespace}><${name('BkToCstmrDbtCdtNtfctn')}>${prefixed}` +
      `</${name('BkToCstmrDbtCdtNtfctn')}></${name('Document')}>`,
  );
  if (message.kind !== 'credit-notice') throw new Error('Not a credit notice');
  return message.notices;
}

function entries(xml: string, version?: string, prefix?: string): readonly BankEntry[] {
  return notices(xml, version, prefix)[0]?.entries ?? [];
}

function entry(parts: { readonly details?: string; readonly change?: (xml: string) => string }): string {
  const xml =
    `<Ntry><NtryRef>N1</NtryRef><Amt Ccy="USD">9975.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>false</RvslInd>` +
    `<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-24</Dt></BookgDt><ValDt><Dt>2026-11-25</Dt></ValDt>` +
    `<AcctSvcrRef>BNK1</AcctSvcrRef>` +
    `<Chrgs><TtlChrgsAndTaxAmt Ccy="USD">25.00</TtlChrgsAndTaxAmt><Rcrd><Amt Ccy="USD">25.00</Amt></Rcrd></Chrgs>` +
    `<NtryDtls>${parts.details ?? DETAILS}</NtryDtls></Ntry>`;
  return parts.change?.(xml) ?? xml;
}

const DETAILS =
  `<TxDtls><Refs><AcctSvcrRef>BNK1</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId><UETR>3f2a</UETR></Refs>` +
  `<Amt Ccy="USD">9975.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>` +
  `<RltdPties><Dbtr><Pty><Nm>Hamburg Toys GmbH &amp; Co.</Nm><PstlAdr><Ctry>DE</Ctry></PstlAdr></Pty></Dbtr></RltdPties>` +
  `<RmtInf><Ustrd>INV-2026-001</Ustrd><Ustrd>thanks</Ustrd></RmtInf></TxDtls>`;

describe('A camt.054', () => {
  it('tells of a credit: amount, charges, payer, words, references, dates', () => {
    const [found] = entries(entry({}));
    expect({ ...found, amount: found?.amount.toString(), charges: found?.charges?.toString() }).toEqual({
      bankReference: 'BNK1',
      partOf: null,
      kind: 'credit',
      direction: 'credit',
      amount: '9975.00 USD',
      charges: '25.00 USD',
      payerName: 'Hamburg Toys GmbH & Co.',
      payerNames: ['Hamburg Toys GmbH & Co.'],
      payerCountry: 'DE',
      remittance: 'INV-2026-001\nthanks',
      references: '',
      endToEndId: null,
      uetr: '3f2a',
      bookedOn: '2026-11-24',
      valueDate: '2026-11-25',
    });
  });

  it.each(['02', '03', '04', '05', '06', '07', '08'])(
    'of version %s is read, with the names that version has',
    (version) => {
      const isOld = version <= '04';
      const change = (xml: string): string =>
        isOld
          ? xml
              .replace('<Sts><Cd>BOOK</Cd></Sts>', '<Sts>BOOK</Sts>')
              .replace('<Dbtr><Pty>', '<Dbtr>')
              .replace('</Pty></Dbtr>', '</Dbtr>')
              .replace('<Amt Ccy="USD">9975.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties>', '<RltdPties>')
              .replace(/<Chrgs>.*<\/Chrgs>/, '<Chrgs><Amt Ccy="USD">25.00</Amt></Chrgs>')
          : xml;
      const [found] = entries(entry({ change }), version);
      expect([found?.amount.toString(), found?.charges?.toString(), found?.payerName]).toEqual([
        '9975.00 USD',
        '25.00 USD',
        'Hamburg Toys GmbH & Co.',
      ]);
    },
  );

  it.each([
    ['02', 'BIC', 'Dbtr'],
    ['03', 'BIC', 'Dbtr'],
    ['04', 'BICFI', 'Dbtr'],
    ['05', 'BICFI', 'Dbtr'],
    ['06', 'BICFI', 'Dbtr'],
    ['07', 'BICFI', 'Dbtr'],
    ['08', 'BICFI', 'Dbtr/Pty'],
  ])('of version %s tells where it came from, to be paid back to: name, account and bank', (version, bic, party) => {
    const iban = 'DE89370400440532013000';
    const account = `<DbtrAcct><Id><IBAN>${iban}</IBAN></Id></DbtrAcct></RltdPties>`;
    const agent = `<RltdAgts><DbtrAgt><FinInstnId><${bic}>COBADEFFXXX</${bic}></FinInstnId></DbtrAgt></RltdAgts>`;
    const change = (xml: string): string => {
      const named = party === 'Dbtr' ? xml.replace('<Dbtr><Pty>', '<Dbtr>').replace('</Pty></Dbtr>', '</Dbtr>') : xml;
      const dated = version <= '04' ? named.replace('<Sts><Cd>BOOK</Cd></Sts>', '<Sts>BOOK</Sts>') : named;
      return dated.replace('</RltdPties>', `${account}${agent}`);
    };
    const [found] = entries(entry({ change }), version);
    expect([found?.payerName, found?.payerAccount]).toEqual([
      'Hamburg Toys GmbH & Co.',
      { number: iban, isIban: true, bic: 'COBADEFFXXX', cnaps: null },
    ]);
  });

  it('may have any prefix', () => {
    expect(entries(entry({}), '08', 'camt')).toHaveLength(1);
  });

  it('with several transactions in an entry tells of each, where they make it up', () => {
    const parts = [
      ['4000.00', 'BNK1A', 'INV-1001'],
      ['5975.00', 'BNK1B', 'INV-1002'],
    ] as const;
    const details = parts.map(([amount, reference, words]) => transaction(amount, reference, words)).join('');
    const found = entries(entry({ details }));
    expect(found.map((one) => [one.bankReference, one.amount.toAmountString(), one.remittance])).toEqual([
      ['BNK1/BNK1A', '4000.00', 'INV-1001'],
      ['BNK1/BNK1B', '5975.00', 'INV-1002'],
    ]);
  });

  it('whose transactions do not make up their entry is taken as the bank booked it: as one', () => {
    const details = transaction('4000.00', 'BNK1A', 'INV-1001') + transaction('1.00', 'BNK1B', 'INV-1002');
    const found = entries(entry({ details }));
    expect(found.map((one) => [one.bankReference, one.amount.toAmountString(), one.remittance])).toEqual([
      ['BNK1', '9975.00', 'INV-1001\nINV-1002'],
    ]);
  });

  it('tells several entries and accounts apart', () => {
    const second = entry({ change: (xml) => xml.replaceAll('BNK1', 'BNK2') });
    const two = notices(
      `${entry({})}${second}</Ntfctn><Ntfctn><Id>X</Id><CreDtTm>2026-11-24T17:49:05+08:00</CreDtTm>` +
        `<Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>${entry({})}`,
    );
    expect(
      two.map(({ accountNumber, entries: found }) => [accountNumber, found.map((one) => one.bankReference)]),
    ).toEqual([
      ['6228480795000001', ['BNK1', 'BNK2']],
      ['DE89370400440532013000', ['BNK1']],
    ]);
  });

  it.each([
    ['a debit', (xml: string) => xml.replaceAll('CRDT', 'DBIT'), 'debit'],
    ['a reversal', (xml: string) => xml.replace('<RvslInd>false', '<RvslInd>true'), 'reversal'],
  ])('tells %s apart', (_what, change, kind) => {
    expect(entries(entry({ change }))[0]?.kind).toBe(kind);
  });

  it('leaves out what is not booked yet: it comes again', () => {
    expect(entries(entry({ change: (xml) => xml.replace('BOOK', 'PDNG') }))).toEqual([]);
  });

  it('joins a text that was cut into full lines, and finds references beside it', () => {
    const line = 'x'.repeat(133) + 'INV-202';
    const words = `<RmtInf><Ustrd>${line}</Ustrd><Ustrd>6-001</Ustrd><Strd><CdtrRefInf><Ref>RF-77</Ref></CdtrRefInf></Strd></RmtInf>`;
    const change = (xml: string): string => xml.replace(/<RmtInf>.*<\/RmtInf>/, words).replace('NOTPROVIDED', 'E2E-9');
    const [found] = entries(entry({ change }));
    expect(found?.remittance.endsWith('INV-2026-001')).toBe(true);
    expect(found?.references.split('\n')).toEqual(['RF-77', 'E2E-9']);
  });

  it.each([
    ['9975', '9975.00 USD'],
    ['9975.00000', '9975.00 USD'],
    ['9975.5', '9975.50 USD'],
  ])('writes an amount as %s', (text, amount) => {
    const change = (xml: string): string => xml.replaceAll('9975.00', text);
    expect(entries(entry({ change }))[0]?.amount.toString()).toBe(amount);
  });

  it.each([
    ['an amount finer than its currency', (xml: string) => xml.replaceAll('9975.00', '9975.001')],
    ['a currency that is none', (xml: string) => xml.replaceAll('"USD"', '"XXQ"')],
    ['an amount that is none', (xml: string) => xml.replaceAll('9975.00', '1e4')],
    ['neither credit nor debit', (xml: string) => xml.replaceAll('CRDT', 'WHAT')],
  ])('with %s cannot be read', (_what, change) => {
    expect(() => entries(entry({ change }))).toThrow(UnreadableBankMessageError);
  });
});

function transaction(amount: string, reference: string, words: string): string {
  return (
    `<TxDtls><Refs><AcctSvcrRef>${reference}</AcctSvcrRef></Refs><Amt Ccy="USD">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>` +
    `<RmtInf><Ustrd>${words}</Ustrd></RmtInf></TxDtls>`
  );
}

function status(group: string, payment: string, transfer: string, reason = ''): string {
  const at = (tag: string, code: string): string => (code === '' ? '' : `<${tag}>${code}</${tag}>`);
  return (
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>PSR1</MsgId></GrpHdr>` +
    `<OrgnlGrpInfAndSts><OrgnlMsgId>pay_1-1</OrgnlMsgId>${at('GrpSts', group)}</OrgnlGrpInfAndSts>` +
    `<OrgnlPmtInfAndSts>${at('PmtInfSts', payment)}<TxInfAndSts>${at('TxSts', transfer)}${reason}` +
    `<AcctSvcrRef>BNK9</AcctSvcrRef></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`
  );
}

describe('A pain.002', () => {
  it.each([
    ['ACCP', 'ACCP', 'RJCT', 'RJCT', 'the transfer’s own status counts'],
    ['ACCP', 'ACSC', '', 'ACSC', 'then the payment’s'],
    ['ACCP', '', '', 'ACCP', 'then the group’s'],
  ])('with %s/%s/%s says %s: %s', (group, payment, transfer, expected) => {
    const message = messages.read(status(group, payment, transfer));
    expect(message).toMatchObject({ report: { messageId: 'pay_1-1', status: expected, bankReference: 'BNK9' } });
  });

  it('says why', () => {
    const reason =
      '<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Closed account</AddtlInf><AddtlInf>number</AddtlInf></StsRsnInf>';
    expect(messages.read(status('', '', 'RJCT', reason))).toMatchObject({
      report: { reasonCode: 'AC04', reason: 'Closed account number' },
    });
  });
});

describe('Any other message', () => {
  it.each([
    [
      'of another kind',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt/></Document>',
      UnknownBankMessageError,
    ],
    ['without a namespace', '<Document><BkToCstmrDbtCdtNtfctn/></Document>', UnknownBankMessageError],
    ['with a status of its own', status('', '', 'ODD1'), UnknownBankMessageError],
    ['without a status', status('', '', ''), UnreadableBankMessageError],
    ['that is broken', '<Document', UnreadableBankMessageError],
    ['that is no XML', '{"a":1}', UnreadableBankMessageError],
    ['that declares entities', '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', UnreadableBankMessageError],
  ])('%s is refused by name', (_what, text, error) => {
    expect(() => messages.read(text)).toThrow(error);
  });
});
