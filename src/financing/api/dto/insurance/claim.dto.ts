import { publicId } from '../../../../kernel/ids.js';
import { type Language, reasonIn } from '../../../../kernel/sentence.js';
import { CalculationDto } from '../../../../platform/http/calculation.js';
import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  TextField,
} from '../../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../../platform/http/paging.js';
import { stampsOf } from '../../../../platform/http/stamps.js';
import { wordsPattern } from '../../../../platform/http/words-pattern.js';
import { type ClaimDetails } from '../../../application/insurance/insurance-claims.service.js';
import { LOSS_CAUSES } from '../../../domain/insurance/cover-terms.js';
import { CLAIM_STATES } from '../../../domain/insurance/insurance-status.js';
import { type InsuranceClaim } from '../../../entities/insurance-claim.entity.js';
import { type KeptRecovery } from '../../../entities/recovery.table.js';
import { InsuranceDocumentDto } from './document.dto.js';

export class NotifyLossDto {
  @IdField({ kind: 'shipmentDeclaration', description: 'The insured shipment' })
  readonly declarationId!: string;

  @EnumField({
    description: '`commercial`: the buyer does not pay; `political`: it may not, or cannot, for its country’s sake',
    values: LOSS_CAUSES,
    example: 'commercial',
  })
  readonly cause!: (typeof LOSS_CAUSES)[number];

  @MoneyField({ description: 'What the buyer has not paid; all of it where absent', optional: true, positive: true })
  readonly loss?: MoneyDto;
}

export class FileInsuranceClaimDto {
  @ListField(() => InsuranceDocumentDto, { description: 'What proves the loss', min: 1, max: 50 })
  readonly documents!: InsuranceDocumentDto[];
}

/** A loss on an insured shipment, from its notice to the indemnity. In yuan. */
export class InsuranceClaimDto extends CalculationDto {
  @IdField({ kind: 'insuranceClaim', description: 'Id; the insurer knows it by this number too' })
  readonly id!: string;

  @IdField({ kind: 'shipmentDeclaration', description: 'The insured shipment' })
  readonly declarationId!: string;

  @IdField({ kind: 'order', description: 'The order' })
  readonly orderId!: string;

  @EnumField({ description: 'Why it is lost', values: LOSS_CAUSES })
  readonly cause!: string;

  @EnumField({ description: 'Where it stands', values: CLAIM_STATES, example: 'notified' })
  readonly state!: string;

  @MoneyField({ description: 'What the buyer has not paid' })
  readonly loss!: MoneyDto;

  @MoneyField({ description: 'What the insurer owes for it by our working: `steps`' })
  readonly indemnity!: MoneyDto;

  @MoneyField({ description: 'What the insurer accepts', nullable: true })
  readonly assessed!: MoneyDto | null;

  @MoneyField({ description: 'What was recovered of the buyer afterwards' })
  readonly recovered!: MoneyDto;

  @DateField({ description: 'When the insurer was told' })
  readonly notifiedOn!: string;

  @DateField({ description: 'From when on it can be filed: the waiting time is over' })
  readonly claimableFrom!: string;

  @InstantField({ description: 'When it was filed', nullable: true })
  readonly filedAt!: string | null;

  @ListField(() => InsuranceDocumentDto, { description: 'What proves the loss', max: 50 })
  readonly documents!: InsuranceDocumentDto[];

  @TextField({ description: 'The number that the insurer gave it', max: 500, nullable: true })
  readonly claimNumber!: string | null;

  @TextField({ description: 'Why it was refused, or accepted in part', min: 0, max: 5_000, nullable: true })
  readonly reason!: string | null;

  @DateField({ description: 'When the indemnity came', nullable: true })
  readonly paidOn!: string | null;

  @InstantField({ description: 'By when the insurer should have spoken', nullable: true })
  readonly expectedBy!: string | null;

  @IntegerField({ description: 'Version; the ETag', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When the loss was told of' })
  readonly createdAt!: string;

  @InstantField({ description: 'When something last changed' })
  readonly updatedAt!: string;

  static from(this: void, claim: InsuranceClaim, language: Language): InsuranceClaimDto {
    const { cause, state, notifiedOn, claimableFrom, claimNumber, paidOn, calculation } = claim;
    return {
      id: publicId('insuranceClaim', claim.id),
      declarationId: publicId('shipmentDeclaration', claim.declarationId),
      orderId: publicId('order', claim.orderId),
      ...{ cause, state, notifiedOn, claimableFrom, claimNumber, paidOn },
      ...{ loss: claim.loss.toJSON(), indemnity: claim.indemnity.toJSON() },
      ...{ assessed: claim.assessed?.toJSON() ?? null, recovered: claim.recovered.toJSON() },
      filedAt: claim.filedAt?.toISOString() ?? null,
      documents: [...claim.documents],
      reason: claim.causes === null ? claim.reason : reasonIn(claim.causes, language),
      expectedBy: claim.expectedBy?.toISOString() ?? null,
      ...{ rule: calculation.rule, steps: [...calculation.steps], ...stampsOf(claim) },
    };
  }
}

class InsuranceRecoveryDto {
  @IdField({ kind: 'insuranceRecovery', description: 'Id' })
  readonly id!: string;

  @TextField({ description: 'Under which it came', max: 500 })
  readonly bankReference!: string;

  @DateField({ description: 'When it came' })
  readonly receivedOn!: string;

  @MoneyField({ description: 'The insurer’s part' })
  readonly insurer!: MoneyDto;

  @MoneyField({ description: 'The seller’s part' })
  readonly insured!: MoneyDto;

  static from(this: void, { id, bankReference, receivedOn, insurer, insured }: KeptRecovery): InsuranceRecoveryDto {
    return {
      ...{ id: publicId('insuranceRecovery', id), bankReference, receivedOn },
      ...{ insurer: insurer.toJSON(), insured: insured.toJSON() },
    };
  }
}

export class InsuranceClaimDetailsDto extends InsuranceClaimDto {
  @ListField(() => InsuranceRecoveryDto, {
    description: 'What was recovered of the buyer, and whose it is',
    max: 1_000,
  })
  readonly recoveries!: InsuranceRecoveryDto[];

  static of(this: void, { claim, recoveries }: ClaimDetails, language: Language): InsuranceClaimDetailsDto {
    return { ...InsuranceClaimDto.from(claim, language), recoveries: recoveries.map(InsuranceRecoveryDto.from) };
  }
}

export class InsuranceClaimPageDto extends PageOf(InsuranceClaimDto) {}

export class InsuranceClaimsQuery extends DatedPageQuery {
  @IdField({ kind: 'order', description: 'Only of this order', optional: true })
  orderId?: string;

  @TextField({
    description: 'States, separated by commas',
    optional: true,
    example: 'notified,filed',
    pattern: wordsPattern(CLAIM_STATES),
  })
  state?: string;
}
