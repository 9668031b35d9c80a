import { SAFE_DONE_ONCE } from '../support/safe-rows.js';
import { randomUUID } from 'node:crypto';

import { type ApiAnswer } from '../support/api-client.js';
import {
  claimThatIs,
  clawedBack,
  filedClaim,
  FILINGS,
  apiKey,
  type Arrange,
  asDocumented,
  batch,
  brokerMandate,
  create,
  deadLetter,
  declarationImport,
  disabledUser,
  hook,
  inHours,
  importDraft,
  inState,
  invoice,
  taxPaper,
  oauthClient,
  offeredMandate,
  onNew,
  order,
  aboutParcel,
  parcel,
  pausedScenario,
  receivedMandate,
  refundCalendar,
  user,
  verifiedInvoice,
  issuer,
  abnormalEntry,
  approvedIssuer,
  withBody,
  withoutRequests,
} from '../support/arrangements.js';
import { AGENCIES_ONCE } from '../support/certificates.js';
import { type Endpoint, takesKey } from '../support/endpoint.js';
import { isToldToWait, withoutSecret } from '../support/repeated-answers.js';
import { exportIn, returningExport } from '../support/filing-desk.js';
import { FullHouse } from '../support/full-house.js';
import { CORRECT_CLAIM } from '../support/correct-claim.js';
import { CARRIAGE_ONCE } from '../support/carriage-house.js';
import { FINANCING_ONCE } from '../support/lender-house.js';
import { WAREHOUSES_ONCE } from '../support/warehouse-house.js';
import { FX_DONE_ONCE } from '../support/fx-once.js';
import { PRODUCT } from '../support/order-samples.js';
import { releasedImport, releasedOverseas } from '../support/overseas-desk.js';

const SLOW_MS = 180_000;
const AT_ONCE = 50;

const POLICY = { limits: [], roles: ['owner'], approvers: 1, lifetimeHours: 24 };

/** How each operation that changes something is done once. */
const DONE_ONCE: readonly (readonly [operationId: string, arrange: Arrange])[] = [
  ['createWebhookEndpoint', withBody({ url: 'http://127.0.0.1:9/other', eventTypes: ['fx.*'] })],
  ['createInbox', asDocumented],
  ...['takeInterestCurve', 'setForwardTerms', 'quoteForward'].map((id) => [id, asDocumented] as const),
  ...['replayWebhookEvents', 'rotateWebhookSecret', 'testWebhookEndpoint'].map((id) => [id, onNew(hook)] as const),
  ['createEventConsumer', withBody({ name: 'once', start: 'newest' })],
  ...['acknowledgeEvents', 'resetEventConsumer'].map((id) => [id, asDocumented] as const),
  ['preMatchExport', asDocumented],
  ['startMatchRun', asDocumented],
  ['enterParty', asDocumented],
  ['enterProduct', asDocumented],
  ['submitProduct', onNew((house) => create(house, '/v1/products', { ...PRODUCT, reference: house.reference() }))],
  [
    'createOrder',
    (house, endpoint) =>
      Promise.resolve({
        path: endpoint.path,
        body: { ...house.bodyFor(endpoint), reference: house.reference() },
      }),
  ],
  ['placeOrder', onNew((house) => order(house, { placement: 'later' }))],
  ...['bookStatementEntry', 'submitPayoutBatch'].map((id) => [id, asDocumented] as const),
  ['cancelOrder', onNew((house) => order(house, { placement: 'later' }))],
  ['cancelOperation', onNew(batch)],
  ['retryDeadLetter', onNew(deadLetter)],
  ['discardDeadLetter', onNew(deadLetter)],
  ['makeApiKey', withBody({ name: 'ERP', scopes: ['orders:read'] })],
  [
    'rotateApiKey',
    async (house, { path }) => ({
      path: house.address(path, await apiKey(house)),
      body: { oldKeyExpiresAt: inHours(1) },
    }),
  ],
  ['revokeApiKey', onNew(apiKey)],
  ['inviteUser', withBody({ email: 'once@example.com', name: 'Li Wei', roles: ['viewer'] })],
  ['reinviteUser', onNew(user)],
  ['disableUser', onNew(user)],
  ['enableUser', onNew(disabledUser)],
  ['makeOauthClient', withBody({ name: 'ERP', scopes: ['orders:read'] })],
  [
    'rotateClientSecret',
    async (house, { path }) => ({
      path: house.address(path, await oauthClient(house)),
      body: { oldSecretExpiresAt: inHours(1) },
    }),
  ],
  ['revokeOauthClient', onNew(oauthClient)],
  ['grantMandate', asDocumented],
  ...['acceptMandate', 'declineMandate'].map((id) => [id, onNew(receivedMandate)] as const),
  ['revokeMandate', onNew(offeredMandate)],
  ...['addFreightRate', 'withdrawFreightRate', 'quoteFreight', 'compareFreight'].map(
    (id) => [id, asDocumented] as const,
  ),
  ['cancelBooking', inState('freight.booking', 'confirmed', { waits: true })],
  ...CARRIAGE_ONCE,
  ['validateDeclaration', inState('customs.declaration', 'draft')],
  ['resubmitDeclaration', inState('customs.declaration', 'rejected')],
  ['cancelDeclaration', inState('customs.declaration', 'draft')],
  ['withdrawDeclaration', withoutRequests('accepted')],
  ['recallDeclaration', withoutRequests('released')],
  ['amendDeclaration', withoutRequests('accepted')],
  ['answerDeclarationQuestion', withoutRequests('reviewing')],
  ['redeliverDeclaration', inState('customs.declaration', 'submitted', { waits: true })],
  ...['appointInspection', 'reportInspection'].map((id) => [id, withoutRequests('inspecting')] as const),
  ['draftImportDeclaration', asDocumented],
  ['validateImportDeclaration', onNew(importDraft)],
  ['submitImportDeclaration', onNew(importDraft)],
  ['cancelImportDeclaration', onNew(importDraft)],
  ['payTaxBill', asDocumented],
  ['amendImportDeclaration', inState('customs.declaration', 'accepted', { waits: true })],
  ...['appointImportInspection', 'reportImportInspection'].map((id) => [id, withoutRequests('inspecting')] as const),
  ['redeliverImportDeclaration', inState('customs.declaration', 'submitted', { waits: true })],
  ['resubmitImportDeclaration', inState('customs.declaration', 'rejected')],
  ['offerBrokerMandate', asDocumented],
  ...['acceptBrokerMandate', 'refuseBrokerMandate', 'revokeBrokerMandate'].map(
    (id) => [id, onNew(brokerMandate)] as const,
  ),
  ...AGENCIES_ONCE,
  [
    'openEcommerceProfile',
    (house, endpoint) =>
      Promise.resolve({ path: endpoint.path, body: { ...house.bodyFor(endpoint), name: house.reference() } }),
  ],
  ['bringParcelDocuments', asDocumented],
  ['submitOrderFiling', asDocumented],
  ['fileParcel', onNew(parcel)],
  ['cancelParcel', onNew(parcel)],
  [
    'receiveOverseasStock',
    async (house, { path }) => ({
      path,
      body: { warehouse: 'US-LAX-1', parcelId: await releasedOverseas(house), arrivedOn: '2026-12-20' },
    }),
  ],
  ['moveOverseasStock', asDocumented],
  ...['storeParcels', 'deliverParcels'].map((id) => [id, aboutParcel(releasedImport)] as const),
  ...['withdrawParcels', 'arriveParcels', 'consignParcels', 'departParcels'].map(
    (id) => [id, aboutParcel(async (house) => (await exportIn(house, 'released')).id)] as const,
  ),
  ['returnParcels', aboutParcel(async (house) => (await exportIn(house, 'cleared')).id)],
  ['tallyParcels', aboutParcel(returningExport)],
  [
    'summariseParcels',
    async (house, endpoint) => ({
      path: endpoint.path,
      body: { ...house.bodyFor(endpoint), profileId: (await exportIn(house, 'cleared')).profileId },
    }),
  ],
  ...FX_DONE_ONCE,
  ...[
    'recordInvoice',
    'recordConsumptionTaxVoucher',
    'waiveConsumptionTax',
    'recordEInvoice',
    'enterInvoiceIssuer',
    'enterAbnormalEntries',
  ].map((id) => [id, asDocumented] as const),
  ...['approveInvoiceIssuer', 'refuseInvoiceIssuer'].map((id) => [id, onNew(issuer)] as const),
  ['revokeInvoiceIssuer', onNew(approvedIssuer)],
  ['liftAbnormalEntry', onNew(abnormalEntry)],
  ['verifyInvoice', onNew(verifiedInvoice)],
  ...['assignInvoice', 'cancelInvoice'].map((id) => [id, onNew(invoice)] as const),
  ...['assignConsumptionTaxVoucher', 'cancelConsumptionTaxVoucher'].map((id) => [id, onNew(taxPaper)] as const),
  ...FILINGS,
  ['answerClaim', inState('tax_refund.claim', 'queried', { waits: true })],
  ['abandonClaim', inState('tax_refund.claim', 'matched')],
  ['closeClaim', inState('tax_refund.claim', 'paid')],
  CORRECT_CLAIM,
  ['explainClaimDoubt', claimThatIs('doubted')],
  ['extendClaimInquiry', claimThatIs('queried')],
  ['repayClaimClawback', clawedBack],
  ['payClaimClawback', clawedBack],
  ['createRefundCalendar', withBody({ name: 'Outlook' })],
  ['revokeRefundCalendar', onNew(refundCalendar)],
  ['makeEvidencePack', filedClaim],
  ['withdrawDeclarationImport', onNew(declarationImport)],
  ['makeApprovalPolicy', withBody({ ...POLICY, command: 'customs.declaration.submission' })],
  ['endApprovalPolicy', asDocumented],
  ...['approveRequest', 'refuseRequest', 'withdrawRequest'].map(
    (id) => [id, onNew((house) => house.awaitApproval())] as const,
  ),
  ...SAFE_DONE_ONCE,
  ...FINANCING_ONCE,
  ...['addFinancingProduct', 'openCreditLimit', 'scoreSeller'].map((id) => [id, asDocumented] as const),
  ...WAREHOUSES_ONCE,
  ['createSimulation', asDocumented],
  ['startScenario', withBody({ kind: 'export', mode: 'stepwise' })],
  ['stepScenario', onNew(pausedScenario)],
  ['setSandboxClock', withBody({ now: '2099-05-01T00:00:00Z' })],
  // From where the one above has set it.
  ['advanceClock', withBody({ to: '2099-05-02T00:00:00Z' })],
];

/** What the state of the world forbids here: it is refused fifty times, and done never. */
const REFUSED: readonly (readonly [operationId: string, arrange: Arrange, code: string])[] = [
  ['contractForward', asDocumented, 'FX.QUOTE_USED'],
  ['deliverForward', asDocumented, 'STATE.ILLEGAL_TRANSITION'],
  ...['rollForward', 'closeForward'].map((id) => [id, asDocumented, 'FX.FORWARD_QUOTE_MISMATCH'] as const),
  ['resendCebMessage', asDocumented, 'CUSTOMS.CEB_MESSAGE_NOT_RESENDABLE'],
  ['bookFreight', asDocumented, 'FREIGHT.BOOKING_EXISTS'],
  ['submitDeclaration', asDocumented, 'STATE.ILLEGAL_TRANSITION'],
  ['requestImportTaxRefund', asDocumented, 'CUSTOMS.NOTHING_TO_REFUND'],
  ['settleAdvance', asDocumented, 'TAX_REFUND.NO_ADVANCE_TO_SETTLE'],
  ...['retryPayout', 'amendConversion', 'cancelConversion', 'signLoanAgreement'].map(
    (id) => [id, asDocumented, 'STATE.ILLEGAL_TRANSITION'] as const,
  ),
  ['redeliverWebhook', asDocumented, 'WEBHOOKS.DELIVERY_PENDING'],
  ['requestAdvance', asDocumented, 'FINANCING.NOT_ELIGIBLE'],
  ['expectTradeCredit', asDocumented, 'FX.NO_TRADE_CREDIT'],
  ['registerContract', asDocumented, 'FX.BANK_TAKES_NO_CONTRACTS'],
];

/** It leaves nothing to stand on, and is tried by itself. */
const ELSEWHERE = ['resetSandbox'];

/** A body that is no JSON is tried where it is sent: batches. */
const isStream = ({ operation: { requestBody } }: Endpoint): boolean =>
  requestBody !== undefined && !('application/json' in requestBody.content);

describe('Fifty at once under one Idempotency-Key', () => {
  let house: FullHouse;

  beforeAll(async () => {
    house = await FullHouse.open();
  }, SLOW_MS);
  afterAll(() => house.close());

  it('are tried of every operation that keeps something', () => {
    const keeping = house.endpoints.filter((each) => each.method === 'POST' && takesKey(each) && !isStream(each));
    const tried = [...[...DONE_ONCE, ...REFUSED].map(([id]) => id), ...ELSEWHERE];
    expect(tried.sort()).toEqual(keeping.map(({ operation }) => operation.operationId).sort());
  });

  it.each(DONE_ONCE)('%s is done once, and answered alike', async (operationId, arrange) => {
    const endpoint = named(operationId);
    const { path, body } = await arrange(house, endpoint);
    const headers = { 'idempotency-key': randomUUID() };
    const client = house.clientFor(endpoint);
    const post = (sent: object): Promise<ApiAnswer> => client.post(path, sent, headers);

    const since = await mark();
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => post(body)));
    const done = answers.filter(({ status }) => status < 300);
    const others = answers.filter(({ status }) => status >= 300);
    expect(others.filter((each) => !isToldToWait(each)).map(({ text }) => text)).toEqual([]);
    expect(new Set(done.map(({ text }) => withoutSecret(text))).size).toBe(1);
    expect(await effects(since)).toEqual({ answersKept: 1, doneTwice: [], toldTwice: [] });

    const again = await post(body);
    expect([again.status, again.headers['idempotent-replayed']]).toEqual([done[0]?.status, 'true']);
    expect(withoutSecret(again.text)).toBe(withoutSecret(done[0]?.text ?? ''));
    const other = await post({ ...body, another: 1 });
    expect(other.status).toBe(422);
    expect(await effects(since)).toEqual({ answersKept: 1, doneTwice: [], toldTwice: [] });
  });

  it.each(REFUSED)('%s is refused alike, and never done', async (operationId, arrange, code) => {
    const { path, body } = await arrange(house, named(operationId));
    const headers = { 'idempotency-key': randomUUID() };
    const since = await mark();
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, () => house.tenant.client.post(path, body, headers)),
    );
    const codes = answers.filter((each) => !isToldToWait(each)).map((answer) => answer.body['code']);
    expect([...new Set(codes)]).toEqual([code]);
    expect(await effects(since)).toEqual({ answersKept: 0, doneTwice: [], toldTwice: [] });
  });

  function named(operationId: string): Endpoint {
    const endpoint = house.endpoints.find(({ operation }) => operation.operationId === operationId);
    if (endpoint === undefined) throw new Error('There is no such operation');
    return endpoint;
  }

  /** The last of what was audited and told so far. */
  async function mark(): Promise<{ at: Date; kept: number }> {
    const [row] = await house.platform.rows<{ at: Date; kept: number }>(
      `SELECT clock_timestamp() AS at,
              (SELECT count(*)::int FROM platform.idempotency_record WHERE tenant_id = $1) AS kept`,
      [house.tenant.tenantId],
    );
    if (row === undefined) throw new Error('No answer');
    return row;
  }

  async function effects({ at, kept }: { at: Date; kept: number }) {
    const values = [house.tenant.tenantId, at];
    const actions = await house.platform.rows<{ action: string }>(
      `SELECT action FROM audit.record WHERE tenant_id = $1 AND occurred_at > $2 GROUP BY action HAVING count(*) > 1`,
      values,
    );
    const events = await house.platform.rows<{ type: string }>(
      `SELECT type FROM platform.event WHERE tenant_id = $1 AND occurred_at > $2 GROUP BY type HAVING count(*) > 1`,
      values,
    );
    return {
      answersKept: (await mark()).kept - kept,
      doneTwice: actions.map(({ action }) => action),
      toldTwice: events.map(({ type }) => type),
    };
  }
});
