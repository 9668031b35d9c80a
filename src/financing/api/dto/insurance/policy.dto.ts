import { parseId, publicId } from '../../../../kernel/ids.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
} from '../../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../../platform/http/paging.js';
import { stampsOf } from '../../../../platform/http/stamps.js';
import { type NewPolicy } from '../../../application/insurance/insurance-policies.service.js';
import { type InsurancePolicy } from '../../../entities/insurance-policy.entity.js';

const TENOR_MAX_DAYS = 730;
const GRADE = /^[A-Z][A-Z0-9]{0,4}$/;

class InsuredCountryDto {
  @TextField({ description: 'ISO 3166-1 alpha-2', min: 2, max: 2, pattern: /^[A-Z]{2}$/, example: 'DE' })
  readonly country!: string;

  @TextField({ description: 'Its grade in this policy', max: 5, pattern: GRADE, example: 'A' })
  readonly grade!: string;
}

class PremiumRateDto {
  @TextField({ description: 'Of countries of this grade', max: 5, pattern: GRADE, example: 'A' })
  readonly grade!: string;

  @IntegerField({
    description: 'For terms of payment of at most so many days',
    min: 1,
    max: TENOR_MAX_DAYS,
    example: 90,
  })
  readonly tenorDays!: number;

  @DecimalField({ description: 'Of the insured amount: 0.0042 is 4.2 ‰', places: 8, example: '0.0042' })
  readonly rate!: string;
}

class CoverTermsDto {
  @DecimalField({ description: 'Borne of commercial losses: 0.9 is 90 %', places: 4, example: '0.9' })
  readonly commercialShare!: string;

  @DecimalField({ description: 'Borne of political losses', places: 4, example: '0.9' })
  readonly politicalShare!: string;

  @IntegerField({ description: 'Longest term of payment, days', min: 1, max: 9_999, example: 360 })
  readonly maximumTenorDays!: number;

  @IntegerField({ description: 'A shipment is declared within so many days', min: 1, max: 365, example: 30 })
  readonly declarationDays!: number;

  @IntegerField({ description: 'A loss is told of within so many days of the due date', min: 1, max: 365, example: 60 })
  readonly lossNoticeDays!: number;

  @IntegerField({
    description: 'A claim is filed so many days after the notice, at the earliest',
    max: 730,
    example: 120,
  })
  readonly waitingDays!: number;

  @DecimalField({ description: 'Yuan of each declaration, at the least', places: 2, example: '100.00' })
  readonly minimumPremium!: string;

  @ListField(() => InsuredCountryDto, { description: 'Countries of buyers that are insured', min: 1, max: 250 })
  readonly countries!: InsuredCountryDto[];

  @ListField(() => PremiumRateDto, { description: 'By country grade and term of payment', min: 1, max: 200 })
  readonly rates!: PremiumRateDto[];
}

export class EnterPolicyDto extends CoverTermsDto {
  @IdField({ kind: 'party', description: 'The insured seller' })
  readonly sellerId!: string;

  @TextField({ description: 'Who insures', max: 100, example: 'China Export & Credit Insurance Corporation' })
  readonly insurer!: string;

  @TextField({ description: 'As the policy says', max: 50, pattern: /^\S+$/, example: 'SCH043211-263000' })
  readonly policyNumber!: string;

  @DateField({ description: 'First day', example: '2026-01-01' })
  readonly validFrom!: string;

  @DateField({ description: 'Last day', example: '2027-12-31' })
  readonly validTo!: string;

  @BooleanField({ description: 'Shipments are declared by themselves when customs says that the goods have left' })
  readonly declaresItself!: boolean;

  static toPolicy(this: void, body: EnterPolicyDto): NewPolicy {
    const { sellerId, insurer, policyNumber, validFrom, validTo, declaresItself, ...terms } = body;
    const facts = { insurer, policyNumber, validFrom, validTo, declaresItself };
    return { ...facts, sellerId: parseId('party', sellerId), terms };
  }
}

/** A policy of export credit insurance (保单). */
export class InsurancePolicyDto extends CoverTermsDto {
  @IdField({ kind: 'insurancePolicy', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'party', description: 'The insured seller' })
  readonly sellerId!: string;

  @TextField({ description: 'Who insures', max: 100 })
  readonly insurer!: string;

  @TextField({ description: 'Its number', max: 50 })
  readonly policyNumber!: string;

  @DateField({ description: 'First day' })
  readonly validFrom!: string;

  @DateField({ description: 'Last day' })
  readonly validTo!: string;

  @BooleanField({ description: 'Shipments are declared by themselves' })
  readonly declaresItself!: boolean;

  @IntegerField({ description: 'Version; the ETag', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was entered' })
  readonly createdAt!: string;

  @InstantField({ description: 'When something last changed' })
  readonly updatedAt!: string;

  static from(this: void, policy: InsurancePolicy): InsurancePolicyDto {
    const { id, sellerId, insurer, policyNumber, validFrom, validTo, declaresItself, terms } = policy;
    const { countries, rates, ...plain } = terms;
    return {
      id: publicId('insurancePolicy', id),
      sellerId: publicId('party', sellerId),
      ...{ insurer, policyNumber, validFrom, validTo, declaresItself, ...plain },
      ...{ countries: [...countries], rates: [...rates], ...stampsOf(policy) },
    };
  }
}

export class InsurancePolicyPageDto extends PageOf(InsurancePolicyDto) {}

export class InsurancePoliciesQuery extends DatedPageQuery {
  @IdField({ kind: 'party', description: 'Only of this seller', optional: true })
  sellerId?: string;
}
