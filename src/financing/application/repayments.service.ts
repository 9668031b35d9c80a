import { Injectable } from '@nestjs/common';

import { Money } from '../../kernel/money.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { audit } from '../../platform/outbox/outbox.js';

export interface Repayment {
  readonly id: string;
  readonly advanceId: string;
  readonly principal: Money;
  readonly interest: Money;
  readonly fees: Money;
  readonly valueDate: LocalDate;
  readonly toldAt: Date | null;
}

interface RepaymentRow {
  readonly id: string;
  readonly advance_id: string;
  readonly currency: string;
  readonly principal_minor: string;
  readonly interest_minor: string;
  readonly fees_minor: string;
  readonly value_date: string;
  readonly told_at: Date | null;
}

const COLUMNS =
  'id, advance_id, currency, principal_minor, interest_minor, fees_minor, value_date::text AS value_date, told_at';
const GET = `SELECT ${COLUMNS} FROM financing.repayment WHERE tenant_id = $1 AND id = $2`;
const OF_ADVANCE = `SELECT ${COLUMNS} FROM financing.repayment WHERE tenant_id = $1 AND advance_id = $2 ORDER BY id LIMIT 1000`;
const TOLD = `UPDATE financing.repayment SET told_at = $3 WHERE tenant_id = $1 AND id = $2 AND told_at IS NULL`;

/** What was paid back to lenders. */
@Injectable()
export class Repayments {
  async get(view: View, id: string): Promise<Repayment> {
    const [row] = await view.query<RepaymentRow>(GET, [view.tenantId, id]);
    if (row === undefined) throw new Error(`Repayment ${id} was ordered but not kept`);
    return toRepayment(row);
  }

  async ofAdvance(view: View, advanceId: string): Promise<Repayment[]> {
    return (await view.query<RepaymentRow>(OF_ADVANCE, [view.tenantId, advanceId])).map(toRepayment);
  }

  /** The lender has it on its books. */
  async recordTold(tx: Tx, { id, advanceId }: Repayment): Promise<void> {
    await tx.query(TOLD, [tx.tenantId, id, tx.now]);
    audit(tx, {
      action: 'financing.repayment.tell',
      resourceType: 'advance',
      resourceId: advanceId,
      details: { repaymentId: id },
    });
  }
}

function toRepayment(row: RepaymentRow): Repayment {
  const money = (minor: string): Money => Money.ofMinor(BigInt(minor), row.currency);
  return {
    id: row.id,
    advanceId: row.advance_id,
    principal: money(row.principal_minor),
    interest: money(row.interest_minor),
    fees: money(row.fees_minor),
    valueDate: row.value_date,
    toldAt: row.told_at,
  };
}
