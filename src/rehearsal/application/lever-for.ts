import { type IdKind } from '../../kernel/ids.js';
import { type MoneyJson } from '../../kernel/money.js';
import { type Debt, paymentLever } from '../domain/buyer-payments.js';
import { outcomeLever, paceLever } from '../domain/partner-outcomes.js';
import { NotNowError } from '../domain/rehearsal.errors.js';
import { SAY } from '../domain/rehearsal.sentences.js';
import { type Lever } from '../domain/simulation-kind.js';
import { simulationKind } from '../domain/simulation-kinds.js';
import { type Json } from './asking.js';
import { type Simulation } from './simulations.service.js';

/** Asks the API something. */
type Asking = (path: string) => Promise<Json>;

interface Receivable {
  readonly sellerId: string;
  readonly buyerId: string;
  readonly orderReference: string;
  readonly outstanding: MoneyJson;
}

/**
 * What the sandbox has to be told.
 * @param reference by which the sandbox knows the simulation again
 * @throws NotNowError, NotDone
 */
export async function leverFor(simulation: Simulation, reference: string, asking: Asking): Promise<Lever> {
  const { kind, resourceId, parameters } = simulation;
  const resource = simulationKind(kind)?.resource;
  if (resource === 'tenant') return paceLever(kind, resourceId, parameters);
  if (resource === 'order') return paymentLever(kind, await debtOf(resourceId, asking), parameters, reference);
  return outcomeLever(kind, await partnersReference(resource, resourceId, asking));
}

async function debtOf(orderId: string, asking: Asking): Promise<Debt> {
  const receivable = first<Receivable>(await asking(`/v1/fx/receivables?orderId=${orderId}`));
  if (receivable === undefined || !/[1-9]/.test(receivable.outstanding.amount)) throw new NotNowError(SAY.nothing_owed);
  const { sellerId, buyerId, orderReference, outstanding } = receivable;
  const { currency } = outstanding;
  const query = `sellerId=${sellerId}&currency=${currency}&state=open`;
  const account = first<{ accountNumber: string }>(await asking(`/v1/fx/collection-accounts?${query}`));
  if (account === undefined) throw new NotNowError(SAY.no_account({ currency }));
  const buyer = await asking(`/v1/parties/${buyerId}`);
  return {
    orderReference,
    outstanding,
    accountNumber: account.accountNumber,
    payerName: String(buyer['name']),
    payerCountry: String(buyer['country']),
  };
}

/** Where a resource is read, and what of it the partner was given as its reference. */
const KNOWN_AS: Partial<Record<IdKind, { path: string; reference: (resource: Json) => unknown }>> = {
  declaration: {
    path: '/v1/customs/declarations',
    reference: ({ submission }) => (submission as Json | null)?.['id'],
  },
  booking: { path: '/v1/freight/bookings', reference: ({ id }) => id },
  consignment: { path: '/v1/freight/consignments', reference: ({ id }) => id },
  payout: { path: '/v1/fx/payouts', reference: ({ messageId }) => messageId },
  claim: {
    path: '/v1/tax-refund/claims',
    reference: ({ filings }) => (filings as readonly Json[]).at(-1)?.['reference'],
  },
  advance: { path: '/v1/financing/advances', reference: ({ id }) => id },
};

/** @throws NotNowError where the partner was not told of it yet */
async function partnersReference(kind: IdKind | undefined, id: string, asking: Asking): Promise<string> {
  const known = kind === undefined ? undefined : KNOWN_AS[kind];
  if (known === undefined) throw new Error('No partner knows such a resource');
  const reference = known.reference(await asking(`${known.path}/${id}`));
  if (typeof reference !== 'string') throw new NotNowError(SAY.not_told);
  return reference;
}

function first<Row>(page: Json): Row | undefined {
  return (page['data'] as readonly Row[])[0];
}
