import { type EventData } from '../../../contracts/events.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { type AccountedItem, accountOf, type DeclaredItem } from '../../domain/warehouses/reconciliation.js';
import { SAY } from '../../domain/warehouses/warehouse.sentences.js';
import { OverseasExport } from '../../entities/inbound-notice.entity.js';
import { StockLot } from '../../entities/stock-lot.entity.js';

/** A declaration under 9810, and what became of each of its items. */
export interface ExportAccount {
  readonly of: OverseasExport;
  readonly items: readonly AccountedItem[];
}

type Departed = EventData['customs.overseas_export.departed'];

/** Customs tells what left for warehouses abroad: once, or anew where it was corrected. */
export async function hearDeparted(
  tx: Tx,
  id: string,
  { orderId, data }: { readonly orderId: string | null; readonly data: Departed },
): Promise<void> {
  const { entryNumber, exportDate } = data;
  const items = data.items.map(itemOf);
  const known = await tx.lock(OverseasExport, id);
  if (known === null) {
    const facts = { tenantId: tx.tenantId, id, orderId, entryNumber, exportDate, items, createdAt: tx.now };
    await tx.insert(OverseasExport, OverseasExport.heard(facts));
    return;
  }
  await tx.store(OverseasExport, Object.assign(known, { entryNumber, exportDate, items, updatedAt: tx.now }));
}

function itemOf({ itemNumber, hsCode, quantities }: Departed['items'][number]): DeclaredItem {
  const { quantity = '0', unit = '' } = quantities[0] ?? {};
  return { itemNumber, hsCode, quantity, unit };
}

/** @throws ResourceNotFoundError */
export async function readAccount(view: View, id: string): Promise<ExportAccount> {
  const found = await view.find(OverseasExport, id);
  if (found === null) throw new ResourceNotFoundError(SAY.no_such_export);
  return accounted(view, found);
}

export async function listAccounts(
  view: View,
  query: PageQuery,
  entryNumber: string | undefined,
): Promise<Page<OverseasExport>> {
  const conditions = equal('entry_number', entryNumber);
  return entityPage(view, OverseasExport, { table: 'freight.overseas_export', query, conditions, hasOlderIds: true });
}

export function lotsDeclared(view: View, declarationId: string): Promise<StockLot[]> {
  return view.manager.find(StockLot, { where: { tenantId: view.tenantId, declarationId }, order: { id: 'ASC' } });
}

async function accounted(view: View, of: OverseasExport): Promise<ExportAccount> {
  const lots = (await lotsDeclared(view, of.id)).map(({ asDeclared }) => asDeclared);
  return { of, items: of.items.map((item) => accountOf(item, lots)) };
}

/** Tells of each declaration among them how its items stand now. Held one after the other, so that the newest is told last. */
export async function accountFor(tx: Tx, declarationIds: readonly (string | null)[]): Promise<void> {
  const ids = [...new Set(declarationIds.filter((id) => id !== null))].sort();
  for (const id of ids) {
    const of = await tx.lock(OverseasExport, id);
    if (of === null) continue;
    await tx.store(OverseasExport, Object.assign(of, { updatedAt: tx.now }));
    const { items } = await accounted(tx, of);
    publish(tx, {
      type: 'freight.overseas_export.accounted',
      resource: { type: 'declaration', id },
      ...(of.orderId === null ? {} : { orderId: of.orderId }),
      changed: ['items'],
      data: {
        ...{ entryNumber: of.entryNumber, revision: of.version },
        items: items.map(({ itemNumber, quantity, received, sold, returned, disposed, damaged, onHand, unsold }) => ({
          ...{ itemNumber, quantity, received, sold, returned, disposed, damaged, onHand, unsold },
        })),
      },
    });
  }
}
