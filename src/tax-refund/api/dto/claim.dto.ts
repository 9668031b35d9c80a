import { publicId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type FullClaim } from '../../application/claim-reader.service.js';
import { CLAIM_MACHINE, CLAIM_STATES } from '../../domain/claim-status.js';
import { REGIMES } from '../../domain/regime.js';
import { type Claim } from '../../entities/claim.entity.js';
import { type AllocatedInvoice, type ClaimLineRow } from '../../entities/claim-lines.table.js';
import { type Filing } from '../../entities/filings.table.js';
import { RefundCheckDto } from './checks.dto.js';

const STATE = new RegExp(`^(${CLAIM_STATES.join('|')})(,(${CLAIM_STATES.join('|')}))*$`);

export class RefundAccountDto {
  @TextField({ description: 'Account number', max: 40, example: '3310010120100123456' })
  readonly accountNumber!: string;

  @TextField({ description: 'Account holder', max: 200, example: '宁波示例进出口有限公司' })
  readonly accountHolder!: string;
}

export class ClaimAnswerDto {
  @TextField({ description: 'What was replied', max: 4_000 })
  readonly text!: string;

  @InstantField({ description: 'When' })
  readonly at!: string;
}

/** A claim, without its lines. */
export class ClaimSummaryDto {
  @IdField({ kind: 'claim', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'order', description: 'The order that was exported' })
  readonly orderId!: string;

  @TextField({ description: "The order's own reference", max: 200, example: 'SO-2026-0001' })
  readonly reference!: string;

  @IdField({ kind: 'party', description: 'The exporter, to whom the refund belongs' })
  readonly sellerId!: string;

  @EnumField({ description: '免退税, 免抵退税, 代办退税', values: REGIMES, example: 'trading' })
  readonly regime!: string;

  @EnumField({ description: 'Where it stands; new states may come', values: CLAIM_STATES, example: 'filed' })
  readonly state!: string;

  @TextListField({ description: 'Commands that may be given now', max: 10, maxLength: 30 })
  readonly allowedActions!: string[];

  @InstantField({ description: 'When the bureau is asked if nothing has come', nullable: true })
  readonly expectedBy!: string | null;

  @IntegerField({ description: 'How often it was filed', example: 1 })
  readonly attempt!: number;

  @TextField({ description: '所属期, YYYYMM', max: 6, example: '202611' })
  readonly period!: string;

  @TextField({ description: 'Declaration number (报关单号)', max: 18, example: '310420260795000001' })
  readonly entryNumber!: string;

  @DateField({ description: 'As printed on the declaration', example: '2026-12-05' })
  readonly exportDate!: string;

  @MoneyField({ description: 'What the refund is computed on' })
  readonly taxable!: MoneyDto;

  @MoneyField({ description: 'As claimed' })
  readonly refund!: MoneyDto;

  @MoneyField({ description: 'VAT that becomes cost' })
  readonly nonRefundableVat!: MoneyDto;

  @MoneyField({ description: '免抵税额: set off against domestic VAT; of a manufacturer only' })
  readonly exemptCredit!: MoneyDto;

  @MoneyField({ description: 'What is to come or has come: as claimed, then as approved, then as paid' })
  readonly awarded!: MoneyDto;

  @DateField({ description: 'Not collected by then: the refund must be given back' })
  readonly collectBy!: string;

  @DateField({ description: 'Last day of the regular filing window' })
  readonly fileBy!: string;

  @DateField({ description: 'Last day on which filing is possible at all', nullable: true })
  readonly filingExpiresOn!: string | null;

  @DateField({ description: 'From this day an unfiled export counts as sold at home', nullable: true })
  readonly deemedDomesticOn!: string | null;

  @TextField({ description: "The bureau's number", max: 64, nullable: true, example: '33022026795000001' })
  readonly acceptanceNumber!: string | null;

  @TextField({
    description: "The treasury's reference of the payment",
    max: 64,
    nullable: true,
    example: 'TRS795000001',
  })
  readonly treasuryReference!: string | null;

  @TextField({ description: 'Why it was queried, rejected or cut', max: 2_000, min: 0, nullable: true })
  readonly reason!: string | null;

  @ListField(() => ClaimAnswerDto, { description: 'Replies to inquiries (函调)', max: 100 })
  readonly answers!: ClaimAnswerDto[];

  @ObjectField(() => RefundAccountDto, { description: 'Where the treasury pays to' })
  readonly refundAccount!: RefundAccountDto;

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When declaration, invoices and collection agreed' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static of(this: void, claim: Claim): ClaimSummaryDto {
    return {
      id: publicId('claim', claim.id),
      orderId: publicId('order', claim.orderId),
      reference: claim.orderReference,
      sellerId: publicId('party', claim.sellerId),
      regime: claim.regime,
      state: claim.state,
      allowedActions: CLAIM_MACHINE.allowedActions(claim.state),
      expectedBy: claim.expectedBy?.toISOString() ?? null,
      attempt: claim.attempt,
      period: claim.period,
      entryNumber: claim.entryNumber,
      exportDate: claim.exportDate,
      taxable: claim.taxable.toJSON(),
      refund: claim.refund.toJSON(),
      nonRefundableVat: claim.nonRefundableVat.toJSON(),
      exemptCredit: claim.exemptCredit.toJSON(),
      awarded: claim.awarded.toJSON(),
      collectBy: claim.collectBy,
      fileBy: claim.fileBy,
      filingExpiresOn: claim.filingExpiresOn,
      deemedDomesticOn: claim.deemedDomesticOn,
      acceptanceNumber: claim.acceptanceNumber,
      treasuryReference: claim.treasuryReference,
      reason: claim.reason,
      answers: [...claim.answers],
      refundAccount: { accountNumber: claim.accountNumber, accountHolder: claim.accountHolder },
      version: claim.version,
      createdAt: claim.createdAt.toISOString(),
      updatedAt: claim.updatedAt.toISOString(),
    };
  }
}

export class ClaimInvoiceDto {
  @IdField({ kind: 'invoice', description: 'The invoice' })
  readonly invoiceId!: string;

  @TextField({ description: '发票号码', max: 20 })
  readonly invoiceNumber!: string;

  @IntegerField({ description: 'Its line', min: 1 })
  readonly lineNumber!: number;

  @DecimalField({ description: 'How much of its quantity' })
  readonly quantity!: string;

  @MoneyField({ description: 'How much of its amount, without VAT' })
  readonly amountExVat!: MoneyDto;

  static from(this: void, share: AllocatedInvoice): ClaimInvoiceDto {
    return {
      invoiceId: publicId('invoice', share.invoiceId),
      invoiceNumber: share.invoiceNumber,
      lineNumber: share.lineNumber,
      quantity: share.quantity,
      amountExVat: fen(share.amountMinor),
    };
  }
}

export class ClaimLineDto {
  @IntegerField({ description: "The order's line", min: 1 })
  readonly lineNumber!: number;

  @TextField({ description: 'Declaration number, 0, item: 21 digits', max: 21, example: '310420260795000001001' })
  readonly declarationLine!: string;

  @TextField({ description: 'HS code', max: 10 })
  readonly hsCode!: string;

  @TextField({ description: 'As declared', max: 255 })
  readonly goodsName!: string;

  @DecimalField({ description: 'Exported quantity, in the unit of the invoices' })
  readonly quantity!: string;

  @TextField({ description: 'Unit code', max: 3 })
  readonly unit!: string;

  @MoneyField({ description: 'What the refund is computed on' })
  readonly taxable!: MoneyDto;

  @DecimalField({ description: 'VAT rate of the invoice' })
  readonly vatRate!: string;

  @DecimalField({ description: 'The lower of the refund rate on the export date and the VAT rate' })
  readonly refundRate!: string;

  @MoneyField({ description: 'Refund of the line' })
  readonly refund!: MoneyDto;

  @MoneyField({ description: 'VAT that becomes cost' })
  readonly nonRefundableVat!: MoneyDto;

  @ListField(() => ClaimInvoiceDto, { description: 'The purchases that it stands on', max: 1_000 })
  readonly invoices!: ClaimInvoiceDto[];

  static from(this: void, row: ClaimLineRow): ClaimLineDto {
    return {
      lineNumber: row.line_number,
      declarationLine: row.declaration_line,
      hsCode: row.hs_code,
      goodsName: row.goods_name,
      quantity: row.quantity,
      unit: row.unit,
      taxable: fen(row.taxable_minor),
      vatRate: row.vat_rate,
      refundRate: row.refund_rate,
      refund: fen(row.refund_minor),
      nonRefundableVat: fen(row.non_refundable_minor),
      invoices: row.invoices.map(ClaimInvoiceDto.from),
    };
  }
}

export class FilingDto {
  @IntegerField({ description: 'Counts from 1', min: 1 })
  readonly attempt!: number;

  @TextField({ description: 'Our reference; the bureau knows the attempt by it', max: 64 })
  readonly reference!: string;

  @EnumField({ description: 'What became of the message', values: ['queued', 'taken', 'refused'] })
  readonly state!: string;

  @TextField({ description: "The bureau's number", max: 64, nullable: true })
  readonly acceptanceNumber!: string | null;

  @TextField({ description: 'Why it was refused', max: 2_000, nullable: true })
  readonly reason!: string | null;

  @TextField({ description: 'What was sent, word for word', max: 4_000_000 })
  readonly message!: string;

  @InstantField({ description: 'When the bureau answered', nullable: true })
  readonly answeredAt!: string | null;

  @InstantField({ description: 'When it was written' })
  readonly createdAt!: string;

  static from(this: void, filing: Filing): FilingDto {
    return {
      attempt: filing.attempt,
      reference: filing.reference,
      state: filing.state,
      acceptanceNumber: filing.acceptance_number,
      reason: filing.reason,
      message: filing.body,
      answeredAt: filing.answered_at?.toISOString() ?? null,
      createdAt: filing.created_at.toISOString(),
    };
  }
}

export class ClaimDto extends ClaimSummaryDto {
  @ListField(() => ClaimLineDto, { description: 'One line for each declared item', max: 50 })
  readonly lines!: ClaimLineDto[];

  @ListField(() => RefundCheckDto, { description: 'Each check with its outcome', max: 1_000 })
  readonly checks!: RefundCheckDto[];

  @ListField(() => FilingDto, { description: 'The attempts, the first first', max: 100 })
  readonly filings!: FilingDto[];

  static from(this: void, { claim, lines, filings }: FullClaim): ClaimDto {
    return {
      ...ClaimSummaryDto.of(claim),
      lines: lines.map(ClaimLineDto.from),
      checks: claim.checks.map(RefundCheckDto.from),
      filings: filings.map(FilingDto.from),
    };
  }
}

export class ClaimAnswerRequest {
  @TextField({ description: 'What was replied to the inquiry', max: 4_000, example: 'Supplier confirmed the delivery' })
  text!: string;
}

export class ClaimAbandonmentRequest {
  @TextField({ description: 'Why', max: 500, example: 'The supplier re-issues the invoice' })
  reason!: string;
}

export class ClaimsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    optional: true,
    max: 200,
    example: 'filed,accepted',
    pattern: STATE,
  })
  state?: string;

  @IdField({ description: 'Of this order', kind: 'order', optional: true })
  orderId?: string;

  @IdField({ description: 'Of this exporter', kind: 'party', optional: true })
  sellerId?: string;

  @TextField({ description: '所属期', optional: true, max: 6, pattern: /^\d{4}(0[1-9]|1[0-2])$/, example: '202611' })
  period?: string;
}

export const ClaimPageDto = PageOf(ClaimSummaryDto);

function fen(minor: string): MoneyDto {
  return Money.ofMinor(BigInt(minor), 'CNY').toJSON();
}
