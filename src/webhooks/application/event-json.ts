import { type IdKind, ID_PREFIX, publicId } from '../../kernel/ids.js';

/** A row of platform.event. */
export interface EventRow {
  readonly id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly occurred_at: Date;
  readonly resource_type: string;
  readonly resource_id: string;
  readonly sequence: number;
  readonly order_id: string | null;
  readonly changed: string[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly livemode: boolean;
}

export const EVENT_COLUMNS =
  'id, type, schema_version, occurred_at, resource_type, resource_id, sequence, order_id, changed, data, livemode';

/** An event as the outside sees it: the same JSON in webhooks and in `GET /v1/events`. */
export interface EventJson {
  readonly id: string;
  readonly object: 'event';
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAt: string;
  readonly livemode: boolean;
  readonly resource: { readonly type: string; readonly id: string; readonly url: string };
  readonly orderId: string | null;
  readonly sequence: number;
  readonly changed: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** Where each kind of resource is read. */
const RESOURCE_PATH: Readonly<Partial<Record<IdKind, string>>> = {
  order: '/v1/orders',
  party: '/v1/parties',
  declaration: '/v1/customs/declarations',
  importDeclaration: '/v1/customs/import-declarations',
  taxBill: '/v1/customs/tax-bills',
  product: '/v1/products',
  brokerMandate: '/v1/customs/broker-mandates',
  freightQuote: '/v1/freight/quotes',
  booking: '/v1/freight/bookings',
  consignment: '/v1/freight/consignments',
  collection: '/v1/fx/collections',
  fxQuote: '/v1/fx/quotes',
  conversion: '/v1/fx/conversions',
  forward: '/v1/fx/forwards',
  payout: '/v1/fx/payouts',
  payoutBatch: '/v1/fx/payout-batches',
  bankReport: '/v1/fx/statements',
  taxPayment: '/v1/fx/tax-payments',
  duesPurchase: '/v1/fx/dues-purchases',
  revaluation: '/v1/fx/revaluations',
  invoice: '/v1/tax-refund/invoices',
  claim: '/v1/tax-refund/claims',
  agencyAgreement: '/v1/tax-refund/agency-agreements',
  agencyCertificate: '/v1/tax-refund/agency-certificates',
  advance: '/v1/financing/advances',
  lenderConsent: '/v1/financing/lender-consents',
  receivedConsent: '/v1/lender/consents',
  lenderLoan: '/v1/lender/loans',
  lenderCovenant: '/v1/lender/covenants',
  dispute: '/v1/financing/disputes',
  screening: '/v1/financing/screenings',
  webhookEndpoint: '/v1/webhooks/endpoints',
  operation: '/v1/operations',
  approval: '/v1/approvals',
};

export function toEventJson(row: EventRow): EventJson {
  return {
    id: publicId('event', row.id),
    object: 'event',
    type: row.type,
    schemaVersion: row.schema_version,
    occurredAt: row.occurred_at.toISOString(),
    livemode: row.livemode,
    resource: resourceJson(row.resource_type, row.resource_id),
    orderId: row.order_id === null ? null : publicId('order', row.order_id),
    sequence: row.sequence,
    changed: row.changed,
    data: row.data,
  };
}

export function resourceJson(type: string, id: string): EventJson['resource'] {
  if (!isKind(type)) return { type, id, url: '' };
  const outside = publicId(type, id);
  return { type, id: outside, url: `${RESOURCE_PATH[type] ?? ''}/${outside}` };
}

function isKind(type: string): type is IdKind {
  return Object.hasOwn(ID_PREFIX, type);
}
