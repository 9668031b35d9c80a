import { Money } from '../../../kernel/money.js';
import { type View } from '../../../platform/database/session.js';
import { type ReceiptStanding, standingOfReceipt } from '../../domain/stock/receipt-value.js';
import { type PledgeRegistration, registrationsOf } from '../../entities/pledge-registration.table.js';
import {
  type KeptRelease,
  type KeptValuation,
  owedOn,
  releasesOf,
  valuationsOf,
} from '../../entities/receipt-history.table.js';
import { type WarehouseReceipt } from '../../entities/warehouse-receipt.entity.js';

/** A receipt as it stands today. */
export interface ListedReceipt {
  readonly receipt: WarehouseReceipt;
  readonly standing: ReceiptStanding;
  /** Null before the register was asked. */
  readonly registration: PledgeRegistration | null;
}

/** The same, with what became of it. */
export interface SeenReceipt extends ListedReceipt {
  readonly valuations: readonly KeptValuation[];
  readonly releases: readonly KeptRelease[];
}

/** @param except a loan that is being decided on */
export async function standingOf(
  view: View,
  { id, stock, coverRate }: WarehouseReceipt,
  except: string | null = null,
): Promise<ReceiptStanding> {
  const owed = (await owedOn(view, [id], except)).get(id) ?? 0n;
  return standingOfReceipt(stock, coverRate, Money.ofMinor(owed, stock.value.currency));
}

export async function seenReceipt(view: View, receipt: WarehouseReceipt): Promise<SeenReceipt> {
  const { id } = receipt;
  return {
    receipt,
    standing: await standingOf(view, receipt),
    registration: (await registrationsOf(view, [id])).get(id) ?? null,
    valuations: await valuationsOf(view, id),
    releases: await releasesOf(view, id),
  };
}

export async function listedReceipts(view: View, receipts: readonly WarehouseReceipt[]): Promise<ListedReceipt[]> {
  const ids = receipts.map(({ id }) => id);
  const owed = await owedOn(view, ids);
  const registrations = await registrationsOf(view, ids);
  return receipts.map((receipt) => {
    const { id, stock, coverRate } = receipt;
    const standing = standingOfReceipt(stock, coverRate, Money.ofMinor(owed.get(id) ?? 0n, stock.value.currency));
    return { receipt, standing, registration: registrations.get(id) ?? null };
  });
}
