/** Messages that a partner takes without a fault; tests change one thing at a time. */

const HEAD: Readonly<Record<string, string>> = {
  IEFlag: 'E',
  AgentCode: '3302980001',
  AgentName: '宁波示例报关有限公司',
  CustomMaster: '3104',
  IEPort: '3104',
  DistinatePort: 'DEU018',
  GrossWet: '1050.00000',
  NetWt: '980.00000',
  OwnerName: '宁波示例玩具厂',
  PackNo: '120',
  TradeCode: '3302960001',
  TradeCoScc: '91330201MA2812345X',
  TradeName: '宁波示例贸易有限公司',
  TradeCountry: 'DEU',
  TradeAreaCode: 'DEU',
  TradeMode: '0110',
  TrafMode: '2',
  TransMode: '3',
  WrapType: '22',
  EdiId: '1',
  CopName: '宁波示例报关有限公司',
  EntryType: 'M',
  DeclTrnRel: '0',
  PromiseItmes: '00000',
  EntyPortCode: '310001',
  GoodsPlace: '北仑港区',
  ContrNo: 'PO-1',
  BillNo: '',
  NoteS: '',
};

const ITEM: Readonly<Record<string, string>> = {
  CodeTS: '9503008900',
  GName: '塑料玩具',
  GModel: '0|0|塑料制',
  GNo: '1',
  GQty: '2000.00000',
  GUnit: '011',
  DeclPrice: '5.0000',
  DeclTotal: '10000.00',
  TradeCurr: 'USD',
  FirstQty: '980.00000',
  FirstUnit: '035',
  OriginCountry: 'CHN',
  DestinationCountry: 'DEU',
  DutyMode: '1',
  DistrictCode: '33029',
};

export function declaration(head: Record<string, string> = {}, item: Record<string, string> = {}, extra = ''): string {
  const fields = (values: Readonly<Record<string, string>>): string =>
    Object.entries(values)
      .map(([name, text]) => `<${name}>${text}</${name}>`)
      .join('');
  return (
    '<?xml version="1.0" encoding="UTF-8"?><DecMessage xmlns="http://www.chinaport.gov.cn/dec">' +
    `<DecHead>${fields({ ...HEAD, ...head })}</DecHead><DecLists><DecList>${fields({ ...ITEM, ...item })}</DecList></DecLists>` +
    `<DecContainers>${extra}</DecContainers><DecSign><OperType>G</OperType><ClientSeqNo>DEC000000000000001</ClientSeqNo></DecSign></DecMessage>`
  );
}

export function booking(reference: string, changes: object = {}, ownReference = 'PO-1'): object {
  return {
    receiptTypeAtOrigin: 'CY',
    deliveryTypeAtDestination: 'CY',
    cargoMovementTypeAtOrigin: 'FCL',
    cargoMovementTypeAtDestination: 'FCL',
    contractQuotationReference: 'Q-1',
    isEquipmentSubstitutionAllowed: false,
    expectedDepartureDate: '2026-12-05',
    references: [
      { type: 'FF', value: reference },
      { type: 'CR', value: ownReference },
    ],
    documentParties: {
      bookingAgent: { partyName: 'Example Platform' },
      shipper: { partyName: 'Ningbo Example Trading' },
    },
    shipmentLocations: [
      { location: { UNLocationCode: 'CNNGB' }, locationTypeCode: 'POL' },
      { location: { UNLocationCode: 'DEHAM' }, locationTypeCode: 'POD' },
    ],
    requestedEquipments: [
      {
        ISOEquipmentCode: '22G1',
        units: 2,
        isShipperOwned: false,
        commodities: [{ commodityType: 'Toys', HSCodes: ['950300'], cargoGrossWeight: { value: 1050, unit: 'KGM' } }],
      },
    ],
    ...changes,
  };
}

export interface PaymentSample {
  readonly messageId: string;
  readonly debtorAccount: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly controlSum?: string;
  readonly count?: string;
  readonly creditorName?: string;
  readonly remittance?: string;
  readonly member?: string;
}

export function paymentOrder(sample: PaymentSample): string {
  const {
    messageId,
    debtorAccount,
    amount = '7012.30',
    currency = 'CNY',
    count = '1',
    member = '102332000010',
  } = sample;
  const { controlSum = amount, creditorName = 'Ningbo Example Toys', remittance = 'Order 1' } = sample;
  return (
    '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>' +
    `<GrpHdr><MsgId>${messageId}</MsgId><CreDtTm>2026-11-24T10:00:00+08:00</CreDtTm><NbOfTxs>${count}</NbOfTxs>` +
    `<CtrlSum>${controlSum}</CtrlSum><InitgPty><Nm>Example Platform</Nm></InitgPty></GrpHdr>` +
    `<PmtInf><PmtInfId>${messageId}</PmtInfId><PmtMtd>TRF</PmtMtd><ReqdExctnDt><Dt>2026-11-24</Dt></ReqdExctnDt>` +
    `<Dbtr><Nm>Example Platform</Nm></Dbtr><DbtrAcct><Id><Othr><Id>${debtorAccount}</Id></Othr></Id></DbtrAcct>` +
    '<DbtrAgt><FinInstnId><BICFI>SBXCCNBJXXX</BICFI></FinInstnId></DbtrAgt>' +
    `<CdtTrfTxInf><PmtId><InstrId>I1</InstrId><EndToEndId>E1</EndToEndId></PmtId><Amt><InstdAmt Ccy="${currency}">${amount}</InstdAmt></Amt>` +
    `<CdtrAgt><FinInstnId><ClrSysMmbId><MmbId>${member}</MmbId></ClrSysMmbId></FinInstnId></CdtrAgt><Cdtr><Nm>${creditorName}</Nm></Cdtr>` +
    '<CdtrAcct><Id><Othr><Id>6222020000001</Id></Othr></Id></CdtrAcct>' +
    `<RmtInf><Ustrd>${remittance}</Ustrd></RmtInf></CdtTrfTxInf></PmtInf></CstmrCdtTrfInitn></Document>`
  );
}

export function loan(reference: string, changes: object = {}, borrowerName = 'Ningbo Example Trading'): object {
  return {
    reference,
    product: 'refund_advance',
    borrower: { name: borrowerName, uscc: '91330201MA2812345X' },
    amount: { amount: '9000.00', currency: 'CNY' },
    annualRate: '0.0435',
    dayBasis: 'ACT/360',
    maturityDate: '2099-01-31',
    security: { kind: 'tax_refund', claimReference: 'clm_1', expected: { amount: '10000.00', currency: 'CNY' } },
    ...changes,
  };
}

const CLAIM_LINE = {
  declarationLine: '310420260000000001001',
  hsCode: '9503008900',
  exportDate: '2026-11-20',
  invoiceNumber: '26332000000012345678',
  invoiceDate: '2026-11-10',
  supplierTaxNo: '91330201MA2812345X',
  quantity: '2000',
  unit: '011',
  taxableAmount: '50000.00',
  vatRate: '0.13',
  refundRate: '0.13',
  refundAmount: '6500.00',
} as const;

export function claim(
  reference: string,
  line: object = {},
  changes: object = {},
  taxpayerName = 'Ningbo Example Trading',
): object {
  return {
    reference,
    regime: 'trading',
    taxpayer: { name: taxpayerName, uscc: '91330201MA2812345X' },
    period: '202611',
    currency: 'CNY',
    lines: [{ ...CLAIM_LINE, ...line }],
    totals: { taxableAmount: '50000.00', refundAmount: '6500.00' },
    refundAccount: { accountNumber: '6228480000000001', accountHolder: 'Ningbo Example Trading' },
    ...changes,
  };
}
