/** One entry of a sample; what is left out is as a bank would write it. */
export interface SampleEntry {
  readonly reference?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly side?: 'CRDT' | 'DBIT';
  readonly status?: string;
  readonly isReversal?: boolean;
  readonly remittance?: string;
  readonly endToEndId?: string;
  readonly payer?: string;
  readonly day?: string;
  /** Instead of the details that the rest makes. */
  readonly details?: string;
}

export interface SampleFile {
  readonly type?: '053' | '054';
  readonly version?: string;
  readonly namespace?: string;
  readonly account?: string;
  readonly currency?: string;
  readonly id?: string;
  readonly messageId?: string;
  /** Opening and closing booked balance, and others: type and amount, below zero where the account is overdrawn. */
  readonly balances?: readonly (readonly [type: string, amount: string])[];
  readonly summary?: string;
  readonly entries: readonly SampleEntry[];
}

const DAY = '2026-11-24';

/** A camt.053 or camt.054 as a bank writes it, valid against the published schemas of version 08. */
export function camtSample(file: SampleFile): string {
  const { type = '053', version = '08', id = 'ST-1', messageId = 'MSG-1', account = '6228480795000001' } = file;
  const { currency = 'USD', balances = [], summary = '', entries } = file;
  const namespace = file.namespace ?? `urn:iso:std:iso:20022:tech:xsd:camt.${type}.001.${version}`;
  const [content, report] = type === '053' ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'];
  const created = `<CreDtTm>${DAY}T18:00:00+08:00</CreDtTm>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Document${namespace === '' ? '' : ` xmlns="${namespace}"`}><${content}>`,
    `<GrpHdr><MsgId>${messageId}</MsgId>${created}</GrpHdr>`,
    `<${report}><Id>${id}</Id>${created}`,
    `<Acct><Id><Othr><Id>${account}</Id></Othr></Id><Ccy>${currency}</Ccy></Acct>`,
    ...balances.map((balance) => balanceOf(balance, currency)),
    ...(summary === '' ? [] : [`<TxsSummry>${summary}</TxsSummry>`]),
    ...entries.map((entry, index) => entryOf({ reference: `BNK${index + 1}`, currency, ...entry }, version)),
    `</${report}></${content}></Document>`,
  ].join('\n');
}

function balanceOf([type, amount]: readonly [type: string, amount: string], currency: string): string {
  const side = amount.startsWith('-') ? 'DBIT' : 'CRDT';
  return (
    `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount.replace('-', '')}</Amt>` +
    `<CdtDbtInd>${side}</CdtDbtInd><Dt><Dt>${DAY}</Dt></Dt></Bal>`
  );
}

function entryOf(entry: SampleEntry, version: string): string {
  const { reference = '', amount = '100.00', currency = 'USD', side = 'CRDT', status = 'BOOK', isReversal } = entry;
  const { day = DAY, details = detailsOf(entry, version) } = entry;
  return (
    `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd>` +
    (isReversal === true ? '<RvslInd>true</RvslInd>' : '') +
    `<Sts>${version <= '04' ? status : `<Cd>${status}</Cd>`}</Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt>` +
    (reference === '' ? '' : `<AcctSvcrRef>${reference}</AcctSvcrRef>`) +
    '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>XBCT</SubFmlyCd></Fmly></Domn></BkTxCd>' +
    (details === '' ? '' : `<NtryDtls>${details}</NtryDtls>`) +
    '</Ntry>'
  );
}

function detailsOf({ remittance, endToEndId, payer, ...entry }: SampleEntry, version: string): string {
  if (remittance === undefined && endToEndId === undefined && payer === undefined) return '';
  const { amount = '100.00', currency = 'USD', side = 'CRDT' } = entry;
  const name = `<Nm>${payer ?? 'HAMBURG HAUSHALT'}</Nm>`;
  return (
    `<TxDtls><Refs><EndToEndId>${endToEndId ?? 'NOTPROVIDED'}</EndToEndId></Refs>` +
    (version < '04' ? '' : `<Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd>`) +
    `<RltdPties><Dbtr>${version <= '04' ? name : `<Pty>${name}</Pty>`}</Dbtr></RltdPties>` +
    `<RmtInf><Ustrd>${remittance ?? 'GOODS'}</Ustrd></RmtInf></TxDtls>`
  );
}
