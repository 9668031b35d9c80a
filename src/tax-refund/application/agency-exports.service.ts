import { Injectable } from '@nestjs/common';

import { OrderBook } from '../../orders/index.js';
import { type Tx } from '../../platform/database/session.js';
import { type ClearedDeclaration } from '../domain/export-facts.js';
import { AgencyExport } from '../entities/agency-export.entity.js';
import { followDeadlines } from './follow-deadlines.js';

const OPEN = `
  INSERT INTO tax_refund.agency_export (tenant_id, id, order_reference, seller_id, agent, declarations, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, '[]', $6, $6) ON CONFLICT (tenant_id, id) DO NOTHING`;

/** What is exported for principals (代理出口): nothing of it is claimed here, a certificate is due for it. */
@Injectable()
export class AgencyExports {
  constructor(private readonly orders: OrderBook) {}

  /** Keeps what customs has cleared, if the order is one for a principal; its clock begins. */
  async clear(tx: Tx, orderId: string, declaration: ClearedDeclaration): Promise<void> {
    const { refund, reference, seller } = await this.orders.snapshot(tx, orderId);
    if (refund.mode !== 'agency_export') return;
    const agent = JSON.stringify({ name: seller.name, uscc: seller.uscc });
    await tx.query(OPEN, [tx.tenantId, orderId, reference, seller.id, agent, tx.now]);
    const exported = await tx.lock(AgencyExport, orderId);
    if (exported === null) throw new Error(`The export of ${orderId} was not kept`);
    exported.clear(declaration, tx.now);
    await tx.store(AgencyExport, exported);
    followDeadlines(tx, orderId);
  }
}
