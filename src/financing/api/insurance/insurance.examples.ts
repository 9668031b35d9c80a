const CNY = (amount: string) => ({ amount, currency: 'CNY' });
const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export const POLICY = {
  sellerId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb',
  insurer: 'China Export & Credit Insurance Corporation',
  policyNumber: 'SCH043211-263000',
  validFrom: '2026-01-01',
  validTo: '2027-12-31',
  declaresItself: false,
  commercialShare: '0.9',
  politicalShare: '0.9',
  maximumTenorDays: 360,
  declarationDays: 30,
  lossNoticeDays: 60,
  waitingDays: 120,
  minimumPremium: '100.00',
  countries: [
    { country: 'DE', grade: 'A' },
    { country: 'US', grade: 'A' },
    { country: 'BR', grade: 'C' },
  ],
  rates: [
    { grade: 'A', tenorDays: 90, rate: '0.0042' },
    { grade: 'A', tenorDays: 360, rate: '0.0065' },
    { grade: 'C', tenorDays: 180, rate: '0.0098' },
  ],
};

export const LIMIT_REQUEST = {
  policyId: 'isp_01jdq3x7k2e9ta6v0m8r4c5wzb',
  buyerId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb',
  amount: CNY('500000.00'),
  tenorDays: 90,
};

export const SHIPMENT_REQUEST = { orderId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb', shippedOn: '2026-11-20' };

export const LOSS_NOTICE = { declarationId: 'shd_01jdq3x7k2e9ta6v0m8r4c5wzb', cause: 'commercial' };

export const CLAIM_FILING = {
  documents: [
    { kind: 'invoice', name: 'invoice-0117.pdf', sha256: SHA256 },
    { kind: 'transport_document', name: 'bill-of-lading.pdf', sha256: SHA256, uri: 'https://files.example.com/7' },
  ],
};

export const ASSIGNMENT_REQUEST = {
  orderId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb',
  assignee: 'Bank of Ningbo, Beilun branch',
  account: 'NBCBCNBN, 20260000001234567',
};

export const NOTICE_SENT = { manner: 'courier', sentOn: '2026-11-24' };

export const ACKNOWLEDGEMENT = {
  acknowledgedOn: '2026-11-26',
  signatory: 'J. Smith',
  document: { kind: 'acknowledgement', name: 'acknowledgement.pdf', sha256: SHA256 },
};
