import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { type Finding } from '../domain/finding.js';
import { needsOrderFiling, orderGate } from '../domain/order-filing.js';
import { type Declaration } from '../entities/declaration.entity.js';
import { filedOrder } from '../entities/order-filings.table.js';

/**
 * Whether customs has the order, where its mode asks for it first. Nothing is locked: who answers an order writes that down
 * before it looks for the declaration, so one of the two always sees the other.
 */
@Injectable()
export class OrderGate {
  async ask(view: View, { form: { supervisionMode }, orderId }: Declaration): Promise<Finding | null> {
    if (orderId === null || !needsOrderFiling(supervisionMode)) return null;
    return orderGate(supervisionMode, await filedOrder(view, orderId));
  }
}
