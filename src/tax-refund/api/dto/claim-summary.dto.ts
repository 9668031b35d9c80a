import { approvalOf, WithApprovalDto } from '../../../approvals/index.js';
import { publicId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
import {
  DateField,
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
import { stampsOf } from '../../../platform/http/stamps.js';
import { CLAIM_STATES } from '../../domain/claim-status.js';
import { BUSINESS_TYPES } from '../../domain/overseas-advance.js';
import { REGIMES } from '../../domain/regime.js';
import { type Claim } from '../../entities/claim.entity.js';
import { ClaimAnswerDto, DisallowedDto, DoubtDto, InquiryDto } from './claim-life.dto.js';
import { CorrectionFactsDto } from './correction.dto.js';
import { ClaimHoldDto } from './claim-hold.dto.js';

export class RefundAccountDto {
  @TextField({ description: 'Account number', max: 40, example: '3310010120100123456' })
  readonly accountNumber!: string;

  @TextField({ description: 'Account holder', max: 200, example: '宁波示例进出口有限公司' })
  readonly accountHolder!: string;
}

export class ClaimedDeclarationDto {
  @TextField({ description: 'Declaration number (报关单号)', max: 18, example: '310420260795000001' })
  readonly entryNumber!: string;

  @DateField({ description: 'As printed on it', example: '2026-12-05' })
  readonly exportDate!: string;
}

/** A claim, without its lines. */
export class ClaimSummaryDto extends WithApprovalDto {
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

  @EnumField({
    description: 'HWC-YT: in advance of the sale of goods in a warehouse abroad (海外仓预退); null: the usual one',
    values: BUSINESS_TYPES,
    nullable: true,
    example: null,
  })
  readonly businessType!: string | null;

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

  @TextField({
    description: 'Declaration number (报关单号), of several that of the earliest export',
    max: 18,
    example: '310420260795000001',
  })
  readonly entryNumber!: string;

  @DateField({ description: 'As printed on the declaration', example: '2026-12-05' })
  readonly exportDate!: string;

  @IdField({ kind: 'claim', description: 'The claim that this one corrects (更正、冲减申报)', nullable: true })
  readonly correctsId!: string | null;

  @ObjectField(() => CorrectionFactsDto, { description: 'What made the correction necessary', nullable: true })
  readonly correction!: CorrectionFactsDto | null;
  @ListField(() => ClaimedDeclarationDto, { description: 'Every declaration that it holds lines of', max: 20 })
  readonly declarations!: ClaimedDeclarationDto[];

  @MoneyField({ description: 'What the refund is computed on' })
  readonly taxable!: MoneyDto;

  @MoneyField({ description: 'As claimed, VAT and consumption tax together' })
  readonly refund!: MoneyDto;

  @MoneyField({ description: 'What of the refund is consumption tax (消费税); of a trading company only' })
  readonly consumptionTaxRefund!: MoneyDto;

  @MoneyField({ description: 'VAT that becomes cost' })
  readonly nonRefundableVat!: MoneyDto;

  @MoneyField({ description: '免抵税额: set off against domestic VAT; of a manufacturer only' })
  readonly exemptCredit!: MoneyDto;

  @MoneyField({ description: 'What is to come or has come: as claimed, then as approved, then as paid' })
  readonly awarded!: MoneyDto;

  @MoneyField({ description: 'What of `awarded` is consumption tax' })
  readonly awardedConsumptionTax!: MoneyDto;

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

  @IdField({
    kind: 'agencyAgreement',
    description: 'The agency agreement that it is filed under (代办退税); null where none was asked for',
    nullable: true,
  })
  readonly agencyAgreementId!: string | null;

  @IdField({
    kind: 'filingBatch',
    description: 'The batch that it waits in, or that its present attempt went with; null: it is filed by itself',
    nullable: true,
  })
  readonly filingBatchId!: string | null;

  @ObjectField(() => ClaimHoldDto, {
    description: 'Why it cannot be filed; null when nothing keeps it back',
    nullable: true,
  })
  readonly held!: ClaimHoldDto | null;

  @ListField(() => ClaimAnswerDto, { description: 'Replies to inquiries (函调)', max: 100 })
  readonly answers!: ClaimAnswerDto[];

  @ListField(() => InquiryDto, { description: "The bureau's inquiries, with their last days", max: 100 })
  readonly inquiries!: InquiryDto[];

  @ListField(() => DoubtDto, { description: 'What the self-check found (自检疑点)', max: 1_000 })
  readonly doubts!: DoubtDto[];

  @ListField(() => DisallowedDto, { description: 'Items that are not refunded, or not in full', max: 1_000 })
  readonly disallowed!: DisallowedDto[];

  @ObjectField(() => RefundAccountDto, { description: 'Where the treasury pays to' })
  readonly refundAccount!: RefundAccountDto;

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When declaration, invoices and collection agreed' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static of(this: void, claim: Claim, language: Language): ClaimSummaryDto {
    return {
      id: publicId('claim', claim.id),
      orderId: publicId('order', claim.orderId),
      reference: claim.orderReference,
      sellerId: publicId('party', claim.sellerId),
      regime: claim.regime,
      businessType: claim.businessType,
      state: claim.state,
      allowedActions: claim.allowedActions,
      ...approvalOf(claim.approval, language),
      expectedBy: claim.expectedBy?.toISOString() ?? null,
      attempt: claim.attempt,
      period: claim.period,
      entryNumber: claim.entryNumber,
      exportDate: claim.exportDate,
      correctsId: claim.correctsId === null ? null : publicId('claim', claim.correctsId),
      correction: claim.correction === null ? null : CorrectionFactsDto.from(claim.correction),
      declarations: [...claim.declarations],
      taxable: claim.taxable.toJSON(),
      refund: claim.refund.toJSON(),
      consumptionTaxRefund: claim.consumptionTax.toJSON(),
      nonRefundableVat: claim.nonRefundableVat.toJSON(),
      exemptCredit: claim.exemptCredit.toJSON(),
      awarded: claim.awarded.toJSON(),
      awardedConsumptionTax: claim.awardedConsumptionTax.toJSON(),
      collectBy: claim.collectBy,
      fileBy: claim.fileBy,
      filingExpiresOn: claim.filingExpiresOn,
      deemedDomesticOn: claim.deemedDomesticOn,
      acceptanceNumber: claim.acceptanceNumber,
      treasuryReference: claim.treasuryReference,
      reason: claim.reason,
      agencyAgreementId: claim.agencyAgreementId === null ? null : publicId('agencyAgreement', claim.agencyAgreementId),
      filingBatchId: claim.filingBatchId === null ? null : publicId('filingBatch', claim.filingBatchId),
      held: claim.held === null ? null : ClaimHoldDto.of(claim.held, language),
      answers: claim.answers.map(ClaimAnswerDto.from),
      inquiries: claim.inquiries.map(InquiryDto.from),
      doubts: claim.doubts.map(DoubtDto.from),
      disallowed: claim.disallowed.map(DisallowedDto.from),
      refundAccount: { accountNumber: claim.accountNumber, accountHolder: claim.accountHolder },
      ...stampsOf(claim),
    };
  }
}
