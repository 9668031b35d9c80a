import { InputCheck } from '../../../kernel/input-check.js';
import { publicId } from '../../../kernel/ids.js';
import { type Tx } from '../../../platform/database/session.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { ContractRegisteredError } from '../../domain/contracts/contracts.errors.js';
import { SAY } from '../../domain/contracts/contracts.sentences.js';
import { holdersOf } from '../../entities/contracted-orders.table.js';
import { Receivable } from '../../entities/receivable.entity.js';

/** Orders of one seller, one buyer and one currency; the first of them speaks for all. */
export interface ContractOrders {
  readonly first: Receivable;
  readonly all: readonly Receivable[];
}

/**
 * The orders of one contract, held: who else names one of them waits.
 * @param contractId the one that they are, or come, under; null where it is made just now
 * @throws ResourceNotFoundError, InvalidInputError, ContractRegisteredError
 */
export async function lockOrders(
  tx: Tx,
  orderIds: readonly string[],
  contractId: string | null,
): Promise<ContractOrders> {
  const found = new Map<string, Receivable>();
  // One after the other, in the order that everybody takes them.
  for (const id of [...new Set(orderIds)].sort()) {
    const receivable = await tx.lock(Receivable, id);
    if (receivable === null) throw new ResourceNotFoundError(SAY.no_such_order);
    found.set(id, receivable);
  }
  const all = orderIds.flatMap((id) => found.get(id) ?? []);
  const [first] = all;
  if (first === undefined) throw new ResourceNotFoundError(SAY.no_such_order);
  checkAlike(first, all);
  const holder = (await holdersOf(tx, orderIds)).find(({ id }) => id !== contractId);
  if (holder !== undefined) {
    const id = publicId('registeredContract', holder.id);
    const orderId = publicId('order', holder.orderId);
    const details = { registeredContractId: id, orderId };
    throw new ContractRegisteredError(SAY.registered_as({ id, state: holder.state, order: orderId }), details);
  }
  return { first, all };
}

function checkAlike(first: Receivable, all: readonly Receivable[]): void {
  const check = new InputCheck();
  for (const [index, each] of all.entries()) {
    const at = `/orderIds/${index}`;
    const currency = first.expected.currency;
    check.that(all.indexOf(each) === index, at, 'twice', SAY.order_twice);
    check.that(each.partyId === first.partyId, at, 'other_seller', SAY.other_seller);
    check.that(each.buyerId === first.buyerId, at, 'other_buyer', SAY.other_buyer);
    check.that(each.expected.currency === currency, at, 'currency_mismatch', SAY.amount_in({ currency }));
  }
  check.done();
}
