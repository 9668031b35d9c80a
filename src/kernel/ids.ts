import { TypeID } from 'typeid-js';
import { v7 } from 'uuid';

import { DomainError, problem } from './domain-error.js';
import { SAY } from './kernel.sentences.js';

/** Every kind of resource that has an id outside, and its prefix. */
export const ID_PREFIX = {
  tenant: 'ten',
  apiKey: 'key',
  oauthClient: 'cli',
  user: 'usr',
  approval: 'apr',
  approvalPolicy: 'apl',
  mandate: 'mdt',
  event: 'evt',
  webhookEndpoint: 'whe',
  webhookDelivery: 'whd',
  webhookReplay: 'whr',
  eventConsumer: 'evc',
  inboundMessage: 'inm',
  inboxMessage: 'ibx',
  deadLetter: 'dlq',
  operation: 'opr',
  clockAdvance: 'cka',
  request: 'req',
  scenario: 'scn',
  simulation: 'sim',
  auditRecord: 'aud',
  party: 'pty',
  product: 'prd',
  order: 'ord',
  orderLine: 'oln',
  declaration: 'dec',
  /** The same kind of thing as a declaration, read elsewhere. */
  importDeclaration: 'dec',
  declarationAttempt: 'dat',
  declarationRequest: 'dcr',
  customsReceipt: 'rcp',
  taxBill: 'txb',
  importTaxRefund: 'itr',
  cebMessage: 'cbm',
  cebReceipt: 'cbr',
  brokerMandate: 'bmd',
  ecommerceProfile: 'ecp',
  parcel: 'pcl',
  parcelTaxBill: 'ptb',
  overseasLot: 'owl',
  overseasMovement: 'owm',
  parcelFiling: 'pfl',
  parcelSummary: 'psm',
  orderFiling: 'ofl',
  freightRate: 'frt',
  freightQuote: 'frq',
  freightTariff: 'frf',
  freightComparison: 'frc',
  booking: 'bkg',
  bookingChange: 'bch',
  shippingInstructions: 'sin',
  transportDocument: 'trd',
  vgmDeclaration: 'vgm',
  waitingEvent: 'wev',
  consignment: 'csg',
  warehouse: 'wrh',
  warehouseTariff: 'wtf',
  warehouseSku: 'wsk',
  warehouseStatement: 'wst',
  inboundNotice: 'asn',
  stockLot: 'slt',
  stockMove: 'smv',
  stockCount: 'sct',
  outboundOrder: 'obo',
  collection: 'col',
  collectionAccount: 'cac',
  fxQuote: 'fxq',
  fxMarkUp: 'fmu',
  conversion: 'cnv',
  forward: 'fwd',
  conversionChange: 'cvc',
  forwardQuote: 'fwq',
  forwardMove: 'fwm',
  marginCall: 'mgc',
  forwardTerms: 'fwt',
  interestCurve: 'icv',
  payout: 'pay',
  payoutBatch: 'pba',
  duesPurchase: 'dpu',
  collectionRefund: 'crf',
  taxPayment: 'txp',
  bankFile: 'bkf',
  bankReport: 'bkr',
  carryingMovement: 'fxm',
  revaluation: 'rvl',
  bopDeclaration: 'bop',
  registeredContract: 'rgc',
  controlRequest: 'ccr',
  contractFile: 'cfi',
  currencyControlLetter: 'ccl',
  currencyControlMessage: 'ccm',
  enterpriseClass: 'ecl',
  tradeCheck: 'tbc',
  fundsReview: 'fur',
  tradeCreditReport: 'tcr',
  invoice: 'inv',
  consumptionTaxVoucher: 'ctv',
  claim: 'clm',
  invoiceIssuer: 'iss',
  abnormalEntry: 'abn',
  agencyAgreement: 'agy',
  filingBatch: 'fbt',
  agencyCertificate: 'agc',
  deadline: 'ddl',
  calendarSubscription: 'cal',
  evidenceDocument: 'evd',
  evidencePack: 'evp',
  declarationImport: 'dim',
  rateChange: 'rch',
  advance: 'adv',
  repayment: 'rpy',
  loanExtension: 'lxt',
  loanWriteOff: 'lwo',
  loanAgreement: 'lag',
  waterfall: 'wfl',
  guaranteeGroup: 'ggp',
  drawNotice: 'gdn',
  guaranteeCall: 'gcl',
  guaranteeRound: 'gcr',
  recourseClaim: 'rcc',
  financingProduct: 'fpv',
  creditLimit: 'lim',
  creditScore: 'scr',
  lenderConsent: 'lcn',
  /** The same as a lender reads it. */
  receivedConsent: 'lcn',
  lenderLoan: 'lln',
  lenderCovenant: 'lcv',
  insurancePolicy: 'isp',
  buyerLimit: 'bul',
  shipmentDeclaration: 'shd',
  insuranceClaim: 'isc',
  insuranceRecovery: 'isr',
  receivableAssignment: 'ras',
  warehouseReceipt: 'wrc',
  dispute: 'dsp',
  screening: 'sng',
  account: 'acc',
  transfer: 'trf',
  hold: 'hld',
} as const;
export type IdKind = keyof typeof ID_PREFIX;

export class MalformedIdError extends DomainError {
  static readonly problem = problem(
    'REQUEST.MALFORMED_ID',
    'not-found',
    { en: 'No such resource', zh: '资源不存在' },
    { en: 'Use the id exactly as the API gave it', zh: '请使用接口返回的原始 id' },
  );
}

/** A new UUIDv7: ordered by time of creation, so that indexes grow at one end. */
export function newId(): string {
  return v7();
}

/** The lowest UUIDv7 of that millisecond: no id that was made before is as great, none that was made since is less. */
export function firstIdAt(instantMs: number): string {
  const time = Math.max(0, Math.floor(instantMs)).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

const SIGNS = [...'0123456789abcdefghjkmnpqrstvwxyz'];
/** Two signs for every ten bits. */
const PAIRS = SIGNS.flatMap((first) => SIGNS.map((second) => first + second));
const TEN_BITS = 10;

/**
 * `ord_01jd…`: the id as the outside sees it (TypeID 0.3). Events name hundreds of parcels in a message: the library, which
 * checks what it is given, takes ten times as long.
 */
export function publicId(kind: IdKind, uuid: string): string {
  const hex = uuid.replaceAll('-', '');
  // 128 bits and two zeros before them are 26 signs: eight bits make the first two, twenty at a time the others.
  let signs = PAIRS[Number.parseInt(hex.slice(0, 2), 16)] ?? '';
  for (let at = 2; at < hex.length; at += 5) {
    const bits = Number.parseInt(hex.slice(at, at + 5), 16);
    signs += `${PAIRS[bits >> TEN_BITS] ?? ''}${PAIRS[bits & (PAIRS.length - 1)] ?? ''}`;
  }
  return `${ID_PREFIX[kind]}_${signs}`;
}

/** Empty where there is none: of answers that always named one, before some had none. */
export function publicIdOrBlank(kind: IdKind, uuid: string | null): string {
  return uuid === null ? '' : publicId(kind, uuid);
}

/** @throws MalformedIdError when it is not an id of this kind, answered as 404: no such thing exists */
export function parseId(kind: IdKind, id: string): string {
  const uuid = tryParseId(kind, id);
  if (uuid === null)
    throw new MalformedIdError(SAY.not_an_id({ prefix: ID_PREFIX[kind] }), { expected: ID_PREFIX[kind] });
  return uuid;
}

/** Of a filter that may be left out. @throws MalformedIdError */
export function parseOptionalId(kind: IdKind, id: string | undefined): string | undefined {
  return id === undefined ? undefined : parseId(kind, id);
}

export function tryParseId(kind: IdKind, id: string): string | null {
  if (!/^[a-z]{3}_[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(id)) return null;
  const parsed = TypeID.fromString(id);
  if (parsed.getType() !== ID_PREFIX[kind]) return null;
  try {
    return parsed.toUUID();
  } catch {
    return null; // 26 signs of the alphabet, and yet no UUID: its version or variant does not exist
  }
}
