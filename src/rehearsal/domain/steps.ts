import { addDays } from '../../kernel/local-date.js';
import { type Bilingual } from '../../kernel/sentence.js';
import {
  bankAccount,
  buyerBody,
  idAs,
  invoiceBody,
  mendedDeclaration,
  orderBody,
  sellerBody,
  type Wording,
} from './sample-trade.js';
import { type Answer, type CallStep, type Facts, type Look, type Setting, type Step } from './step.js';
import { listStep, orderStep, trackStep } from './waits.js';

const fact =
  (name: string) =>
  ({ facts }: Setting): string =>
    facts[name] ?? '';
const ifVersion =
  (name: string) =>
  ({ facts }: Setting): string =>
    `"${facts[name] ?? ''}"`;

/** Seller, buyer, order: after these freight and customs go on by themselves. */
export function entering(wording: Wording, advance: boolean): Step[] {
  return [
    call('enter_seller', { en: 'A seller is entered', zh: '录入卖方' }, 'enterParty', '/v1/parties', {
      body: (setting) => sellerBody(setting, wording),
      learn: idAs('sellerId'),
    }),
    call('enter_buyer', { en: 'A buyer is entered', zh: '录入买方' }, 'enterParty', '/v1/parties', {
      body: buyerBody,
      learn: idAs('buyerId'),
    }),
    call('place_order', { en: 'The order is placed', zh: '下达订单' }, 'createOrder', '/v1/orders', {
      body: (setting) => orderBody(setting, { ...wording, advance }),
      learn: idAs('orderId'),
    }),
    trackStep(
      'await_booking',
      { en: 'The carrier confirms the booking', zh: '承运人确认订舱' },
      {
        track: 'freight',
        reaches: ['confirmed', 'departed', 'arrived', 'completed'],
        instead: ['rejected', 'cancelled'],
      },
    ),
  ];
}

const RELEASE = {
  name: 'await_release',
  words: { en: 'Customs release the goods', zh: '海关放行' },
  reaches: ['released', 'departed', 'cleared'],
};

export const RELEASED = trackStep(RELEASE.name, RELEASE.words, {
  track: 'customs',
  reaches: RELEASE.reaches,
  instead: ['rejected', 'blocked', 'cancelled', 'awaiting_approval'],
});

/** Of a declaration that was sent back before: the order hears a moment later that it is on its way again. */
export const RELEASED_AT_LAST = trackStep(RELEASE.name, RELEASE.words, {
  track: 'customs',
  reaches: RELEASE.reaches,
  instead: ['blocked', 'cancelled', 'awaiting_approval'],
});

export const INSPECTED = trackStep(
  'await_inspection',
  { en: 'Customs want to see the goods', zh: '海关布控查验' },
  {
    track: 'customs',
    reaches: ['inspection', 'released', 'departed', 'cleared'],
    instead: ['rejected', 'blocked', 'cancelled', 'awaiting_approval'],
  },
);

/** Customs send the declaration back; a clerk mends it and declares again. */
export const MENDING: readonly Step[] = [
  trackStep(
    'await_refusal',
    { en: 'Customs send the declaration back', zh: '海关退单' },
    { track: 'customs', reaches: ['rejected'], instead: ['accepted', 'released', 'departed', 'cleared', 'blocked'] },
  ),
  listStep(
    {
      name: 'read_declaration',
      words: { en: 'The declaration is read, for its version', zh: '读取报关单及其版本' },
      operationId: 'listDeclarations',
      path: ({ facts }) => `/v1/customs/declarations?orderId=${facts['orderId'] ?? ''}&state=rejected`,
    },
    ({ id, version }) => ({ declarationId: String(id), declarationVersion: String(version) }),
  ),
  {
    ...call(
      'correct_declaration',
      { en: 'A clerk mends the declaration elements', zh: '更正申报要素' },
      'correctDeclaration',
      (setting) => `/v1/customs/declarations/${fact('declarationId')(setting)}`,
      { body: mendedDeclaration },
    ),
    method: 'PATCH',
    ifMatch: ifVersion('declarationVersion'),
  },
  call(
    'resubmit_declaration',
    { en: 'It is declared again', zh: '重新申报' },
    'resubmitDeclaration',
    (setting) => `/v1/customs/declarations/${fact('declarationId')(setting)}/resubmission`,
    {},
  ),
];

export const DEPARTED = trackStep(
  'await_departure',
  { en: 'The vessel leaves', zh: '船舶离港' },
  { track: 'freight', reaches: ['departed', 'arrived', 'completed'], instead: ['rejected', 'cancelled'] },
);

/** The refund stands on it. */
export function invoicing(wording: Wording = {}): Step {
  return call(
    'record_invoice',
    { en: 'The VAT invoice of the factory is recorded', zh: '登记工厂增值税专用发票' },
    'recordInvoice',
    '/v1/tax-refund/invoices',
    { body: (setting) => invoiceBody(setting, wording), learn: idAs('invoiceId') },
  );
}

export const TIME_PASSES = call(
  'advance_clock',
  { en: 'The clock of the tenant is advanced', zh: '推进租户时钟' },
  'setSandboxClock',
  '/v1/sandbox/clock',
  { body: ({ today, given }) => ({ now: `${addDays(today, Number(given['days'] ?? 30))}T04:00:00Z` }) },
);

/** Whatever comes of the money then, it has come. */
const COLLECTED = [
  'collected',
  'converting',
  'settled',
  'paid_out',
  'conversion_failed',
  'payout_rejected',
  'payout_awaiting_approval',
];

/** @param parameters of the simulation, beside the order that is paid for */
export function paying(kind: string, parameters: (setting: Setting) => object = () => ({})): Step[] {
  return [
    listStep(
      {
        name: 'await_account',
        words: { en: 'The bank has opened the account that the buyer pays to', zh: '银行已开立收款账户' },
        operationId: 'listCollectionAccounts',
        path: ({ facts }) => `/v1/fx/collection-accounts?sellerId=${facts['sellerId'] ?? ''}&currency=USD&state=open`,
      },
      ({ accountNumber }) => ({ accountNumber: String(accountNumber) }),
    ),
    call('buyer_pays', { en: 'The buyer pays', zh: '买方付款' }, 'createSimulation', '/v1/sandbox/simulations', {
      body: (setting) => ({ kind, resourceId: fact('orderId')(setting), parameters: parameters(setting) }),
      learn: idAs('simulationId'),
    }),
    {
      method: 'GET',
      name: 'await_payment',
      words: { en: 'The money is on its way', zh: '款项已汇出' },
      operationId: 'getSimulation',
      path: (setting) => `/v1/sandbox/simulations/${fact('simulationId')(setting)}`,
      look: paymentLook,
    },
    trackStep(
      'await_collection',
      { en: 'The money has come and is matched to the order', zh: '款项到账并与订单匹配' },
      { track: 'fx', reaches: COLLECTED, instead: ['cancelled'] },
    ),
  ];
}

const PAID_OUT = {
  track: 'fx',
  reaches: ['paid_out'],
  instead: ['payout_rejected', 'conversion_failed', 'payout_awaiting_approval'],
} as const;

export const SETTLED = trackStep(
  'await_payout',
  { en: 'It is converted and paid out to the seller', zh: '结汇并付款给卖方' },
  PAID_OUT,
);

/** The bank returns the payout; the seller's account is put right, and it is paid out anew. */
export const REPAYING: readonly Step[] = [
  listStep(
    {
      name: 'await_return',
      words: { en: 'The bank returns the payout', zh: '银行退回付款' },
      operationId: 'listPayouts',
      path: ({ facts }) => `/v1/fx/payouts?orderId=${facts['orderId'] ?? ''}&state=rejected`,
    },
    ({ id }) => ({ payoutId: String(id) }),
  ),
  {
    method: 'GET',
    name: 'read_seller',
    words: { en: 'The seller is read, for its version', zh: '读取卖方及其版本' },
    operationId: 'getParty',
    path: (setting) => `/v1/parties/${fact('sellerId')(setting)}`,
    look: ({ version }): Look => ({ learnt: { sellerVersion: String(version) } }),
  },
  {
    ...call(
      'amend_seller',
      { en: 'The account of the seller is put right', zh: '更正卖方账户' },
      'amendParty',
      (setting) => `/v1/parties/${fact('sellerId')(setting)}`,
      { body: () => ({ bankAccount: bankAccount() }) },
    ),
    method: 'PATCH',
    ifMatch: ifVersion('sellerVersion'),
  },
  call(
    'retry_payout',
    { en: 'It is paid out anew', zh: '重新付款' },
    'retryPayout',
    (setting) => `/v1/fx/payouts/${fact('payoutId')(setting)}/retry`,
    {},
  ),
  trackStep(
    'await_payout',
    { en: 'It arrives at the seller', zh: '款项到达卖方账户' },
    {
      ...PAID_OUT,
      instead: ['conversion_failed', 'payout_awaiting_approval'],
    },
  ),
];

export const ADVANCED = trackStep(
  'await_advance',
  { en: 'The lender advances on the refund', zh: '贷款方垫付退税款' },
  {
    track: 'financing',
    reaches: ['drawn', 'repaid'],
    instead: ['ineligible', 'declined', 'lapsed', 'awaiting_approval'],
  },
);

export const REFUNDED = trackStep(
  'await_refund',
  { en: 'The treasury pays the refund', zh: '国库退付税款' },
  { track: 'taxRefund', reaches: ['paid'], instead: ['rejected', 'awaiting_approval', 'cancelled'] },
);

export const REPAID = trackStep(
  'await_repayment',
  { en: 'The refund repays the advance', zh: '以退税款归还垫款' },
  { track: 'financing', reaches: ['repaid'], instead: ['ineligible', 'declined', 'lapsed'] },
);

export const CLOSED = orderStep('await_close', { en: 'The order is closed', zh: '订单完结' }, ({ state }) =>
  state === 'closed' ? { learnt: {} } : state === 'cancelled' ? { instead: 'cancelled' } : 'not_yet',
);

function call(
  name: string,
  words: Bilingual,
  operationId: string,
  path: string | ((setting: Setting) => string),
  { body = () => ({}), learn = () => ({}) }: { body?: (setting: Setting) => object; learn?: (answer: Answer) => Facts },
): CallStep {
  const address = typeof path === 'string' ? () => path : path;
  return { method: 'POST', name, words, operationId, path: address, body, learn };
}

function paymentLook({ state, problem }: Answer): Look {
  if (state === 'done') return { learnt: {} };
  return state === 'failed' ? { instead: String((problem as Answer)['code']) } : 'not_yet';
}
