/** The file itself, for the documentation. */
export const BANK_FILE_EXAMPLE = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>',
  '<GrpHdr><MsgId>C53-20261124</MsgId><CreDtTm>2026-11-24T18:00:00+08:00</CreDtTm></GrpHdr>',
  '<Stmt><Id>ST-20261124</Id><CreDtTm>2026-11-24T18:00:00+08:00</CreDtTm>',
  '<Acct><Id><Othr><Id>6228480795000001</Id></Othr></Id><Ccy>USD</Ccy></Acct>',
  '<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="USD">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>' +
    '<Dt><Dt>2026-11-24</Dt></Dt></Bal>',
  '<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="USD">9975.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>' +
    '<Dt><Dt>2026-11-24</Dt></Dt></Bal>',
  '<TxsSummry><TtlNtries><NbOfNtries>1</NbOfNtries><Sum>9975.00</Sum></TtlNtries></TxsSummry>',
  '<Ntry><Amt Ccy="USD">9975.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>' +
    '<BookgDt><Dt>2026-11-24</Dt></BookgDt><ValDt><Dt>2026-11-24</Dt></ValDt><AcctSvcrRef>BNK795000002</AcctSvcrRef>' +
    '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>XBCT</SubFmlyCd></Fmly></Domn></BkTxCd>' +
    '<NtryDtls><TxDtls><RmtInf><Ustrd>INV-2026-001</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>',
  '</Stmt></BkToCstmrStmt></Document>',
].join('\n');
