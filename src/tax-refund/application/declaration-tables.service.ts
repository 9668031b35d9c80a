import { Injectable } from '@nestjs/common';

import { Decimal } from '../../kernel/decimal.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { type View } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { csvOf, type DeclaredLine, TABLE_COLUMNS, type TableKind, tableRows } from '../domain/declaration-tables.js';
import { SAY } from '../domain/claim-life.sentences.js';
import { SAY as SAY_OF_CLAIMS } from '../domain/tax-refund.sentences.js';
import { Claim } from '../entities/claim.entity.js';
import { type ClaimLineRow, claimLinesOf } from '../entities/claim-lines.table.js';

/** Which declaration of its period a claim is; one that was given up keeps its place, so that no other's number changes. */
const ORDINAL = `
  SELECT count(*)::int AS ordinal FROM tax_refund.claim
  WHERE tenant_id = $1 AND taxpayer_number = $2 AND period = $3 AND regime = $4 AND id <= $5`;

/** The official tables of a claim, as files for the bureau's own program. */
@Injectable()
export class DeclarationTables {
  /** @throws ResourceNotFoundError where there is no such claim, or it is declared by other tables */
  async csv(view: View, claimId: string, kind: TableKind): Promise<string> {
    const claim = await view.find(Claim, claimId);
    if (claim === null) throw new ResourceNotFoundError(SAY_OF_CLAIMS.no_such_claim);
    if (claim.regime !== 'trading') throw new ResourceNotFoundError(SAY.no_table({ regime: claim.regime }));
    const { tenantId } = view;
    const { taxpayerNumber, period, regime, businessType, orderReference } = claim;
    const [lines, [place]] = await Promise.all([
      claimLinesOf(view, claimId),
      view.query<{ ordinal: number }>(ORDINAL, [tenantId, taxpayerNumber, period, regime, claimId]),
    ]);
    const declared = lines.map((line) => declaredLine(line, claim));
    const batch = place?.ordinal ?? 1;
    const rows = tableRows(kind, { period, batch, businessType, orderReference, lines: declared });
    return csvOf([TABLE_COLUMNS[kind], ...rows]);
  }
}

function declaredLine(row: ClaimLineRow, { declarations, exportDate, calculation }: Claim): DeclaredLine {
  const declared = declarations.find(({ entryNumber }) => row.declaration_line.startsWith(entryNumber));
  return {
    declarationLine: row.declaration_line,
    exportDate: declared?.exportDate ?? exportDate,
    hsCode: row.hs_code,
    goodsName: row.goods_name,
    unit: row.unit,
    quantity: new Decimal(row.quantity),
    fobUsd: fobUsdOf(calculation.inputs, row.declaration_line),
    vatRate: new Decimal(row.vat_rate),
    refundRate: new Decimal(row.refund_rate),
    refund: Money.ofMinor(BigInt(row.refund_minor), 'CNY'),
    purchases: row.invoices.map(({ amountMinor, quantity, ...invoice }) => ({
      ...invoice,
      quantity: new Decimal(quantity),
      taxable: Money.ofMinor(BigInt(amountMinor), 'CNY'),
    })),
  };
}

/** Among what the claim was worked out from; null where the goods were sold in another currency. */
function fobUsdOf(inputs: Readonly<Record<string, unknown>>, declarationLine: string): Money | null {
  const items = (inputs['items'] ?? []) as readonly { readonly declarationLine: string; readonly fob: MoneyJson }[];
  const fob = items.find((item) => item.declarationLine === declarationLine)?.fob;
  return fob?.currency === 'USD' ? Money.fromJSON(fob) : null;
}
