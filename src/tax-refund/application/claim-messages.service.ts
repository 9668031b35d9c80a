import { Injectable } from '@nestjs/common';

import { Decimal } from '../../kernel/decimal.js';
import { publicId } from '../../kernel/ids.js';
import { Money } from '../../kernel/money.js';
import { type Tx } from '../../platform/database/session.js';
import { type KnownDoubt } from '../domain/doubt.js';
import { Claim } from '../entities/claim.entity.js';
import { type ClaimLineRow, claimLinesOf } from '../entities/claim-lines.table.js';
import { insertFiling } from '../entities/filings.table.js';
import {
  type FiledConsumptionTax,
  type FiledExplanation,
  type FiledLine,
  TaxBureau,
} from '../partners/tax-bureau.port.js';

/** The place of an attempt in a batch. */
export interface BatchPlace {
  readonly batchId: string;
  /** The 关联号 of each refund rate. */
  readonly links: ReadonlyMap<string, string>;
}

/** The message of each attempt, word for word as the bureau gets it. */
@Injectable()
export class ClaimMessages {
  constructor(private readonly bureau: TaxBureau) {}

  /** Writes and keeps the message of the present attempt. @returns the id of the filing */
  async keep(tx: Tx, claim: Claim, place: BatchPlace | null = null): Promise<string> {
    const { id, attempt } = claim;
    const reference = referenceOf(claim);
    const lines = await linesToFile(tx, claim);
    const body = this.bureau.compose({
      reference,
      regime: claim.regime,
      businessType: claim.businessType,
      taxpayer: { name: claim.taxpayerName, uscc: claim.taxpayerNumber },
      period: claim.period,
      corrects: await this.correctedReference(tx, claim),
      lines: lines.map((line) => filedLine(line, claim, place)),
      explanations: claim.doubts.flatMap(explanationOf),
      taxable: claim.taxable,
      refund: claim.refund,
      consumptionTax: claim.consumptionTax,
      account: claim,
    });
    return insertFiling(tx, { claimId: id, attempt, reference, body, batchId: place?.batchId ?? null });
  }

  /** How the bureau knows the claim that this one corrects. */
  private async correctedReference(tx: Tx, { correctsId }: Claim): Promise<string | null> {
    if (correctsId === null) return null;
    const corrected = await tx.find(Claim, correctsId);
    return corrected === null ? null : referenceOf(corrected);
  }
}

function filedLine(row: ClaimLineRow, { declarations, exportDate }: Claim, place: BatchPlace | null): FiledLine {
  const declared = declarations.find(({ entryNumber }) => row.declaration_line.startsWith(entryNumber));
  const refundRate = new Decimal(row.refund_rate);
  return {
    link: place?.links.get(refundRate.toFixed()) ?? null,
    declarationLine: row.declaration_line,
    exportDate: declared?.exportDate ?? exportDate,
    hsCode: row.hs_code,
    quantity: new Decimal(row.quantity),
    unit: row.unit,
    taxable: fen(row.taxable_minor),
    vatRate: new Decimal(row.vat_rate),
    refundRate,
    refund: fen(row.refund_minor),
    invoices: row.invoices.map(({ invoiceCode, invoiceNumber, issuedOn, supplierTaxNumber, amountMinor }) => ({
      invoiceCode,
      invoiceNumber,
      invoiceDate: issuedOn,
      supplierTaxNumber,
      taxable: fen(amountMinor),
    })),
    consumptionTax: filedTax(row),
  };
}

/** Consumption tax of a line, with its papers; a correction names those of the line that it corrects. */
function filedTax({ consumption_tax_minor: refundMinor, vouchers }: ClaimLineRow): FiledConsumptionTax | null {
  const refund = fen(refundMinor);
  if (refund.isZero()) return null;
  const papers = vouchers.map(({ kind, voucherNumber, issuedOn, supplierTaxNumber, unit, ...share }) => ({
    ...{ kind, number: voucherNumber, issuedOn, supplierTaxNumber, unit },
    ...{ quantity: share.quantity, rate: share.rate, amountPerUnit: share.amountPerUnit },
    ...{ taxable: fen(share.taxableMinor), tax: fen(share.taxMinor) },
  }));
  return { refund, papers };
}

function referenceOf({ id, attempt }: Claim): string {
  return attempt === 1 ? publicId('claim', id) : `${publicId('claim', id)}-${attempt}`;
}

/** A line of a correction is filed with the invoices of the line that it corrects. */
async function linesToFile(tx: Tx, { id, correctsId }: Claim): Promise<ClaimLineRow[]> {
  const lines = await claimLinesOf(tx, id);
  if (correctsId === null) return lines;
  const corrected = await claimLinesOf(tx, correctsId);
  return lines.map((line) => {
    const { invoices = [], vouchers = [] } =
      corrected.find((each) => each.declaration_line === line.declaration_line) ?? {};
    return { ...line, invoices, vouchers };
  });
}

function explanationOf({ code, declarationLine, answer }: KnownDoubt): FiledExplanation[] {
  return answer === null ? [] : [{ code, declarationLine, text: answer.text, documents: answer.documents }];
}

function fen(minor: string): Money {
  return Money.ofMinor(BigInt(minor), 'CNY');
}
