import { Injectable } from '@nestjs/common';

import { Money } from '../../kernel/money.js';
import { type View } from '../../platform/database/session.js';
import { type TableRecord } from '../domain/declaration-table-columns.js';
import { type HeldRow } from '../domain/declaration-table-comparison.js';
import { summaryRecords } from '../domain/period-summary.js';
import { earlierClaims } from '../entities/claim-lines.table.js';
import { exportsInUsd } from '../entities/declared-lines.table.js';
import { PeriodOutcomes } from './period-outcomes.service.js';

const SELLERS = `
  SELECT DISTINCT seller_id AS id FROM tax_refund.claim
  WHERE tenant_id = $1 AND taxpayer_number = $2 AND period = $3 AND regime = 'manufacturer'`;

/** 免抵退税申报汇总表 of the months of manufacturers. */
@Injectable()
export class DeclarationSummaries {
  constructor(private readonly outcomes: PeriodOutcomes) {}

  /** @throws ResourceNotFoundError where the month was not given */
  async records(view: View, sellerId: string, period: string): Promise<TableRecord[]> {
    const { outcome, taxPeriod } = await this.outcomes.standing(view, sellerId, period);
    const [{ groups }, exportsUsd] = await Promise.all([
      earlierClaims(view, sellerId, period),
      exportsInUsd(view, sellerId, period),
    ]);
    const exports = Money.sum(
      groups.map(({ taxable_minor }) => Money.ofMinor(BigInt(taxable_minor), 'CNY')),
      'CNY',
    );
    return summaryRecords({ ...outcome, carriedReduction: taxPeriod.carriedReduction, exports, exportsUsd });
  }

  /** As rows that a table of the same taxpayer and month is held against; none where it claimed nothing here. */
  async held(
    view: View,
    { taxpayerNumber, period }: { readonly taxpayerNumber: string; readonly period: string },
  ): Promise<HeldRow[]> {
    const sellers = await view.query<{ id: string }>(SELLERS, [view.tenantId, taxpayerNumber, period]);
    const held: HeldRow[] = [];
    for (const { id } of sellers) {
      const records = await this.records(view, id, period);
      held.push(...records.map((record) => ({ claimId: null, taxpayer: taxpayerNumber, record })));
    }
    return held;
  }
}
