import { type MoneyJson } from '../../kernel/money.js';
import { type Debt, paymentLever } from '../domain/buyer-payments.js';
import { NotNowError } from '../domain/rehearsal.errors.js';
import { SAY } from '../domain/rehearsal.sentences.js';
import { type Lever } from '../domain/simulation-kind.js';
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
  return paymentLever(kind, await debtOf(resourceId, asking), parameters, reference);
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

function first<Row>(page: Json): Row | undefined {
  return (page['data'] as readonly Row[])[0];
}
