import { publicId } from '../../../kernel/ids.js';
import {
  BooleanField,
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
import { stampsOf } from '../../../platform/http/stamps.js';
import { ACCOUNT_HOLDERS, type AccountHolder, AGENCY_CONDITIONS } from '../../domain/agency-conditions.js';
import { AGENCY_CONDITION_NAMES, type AgencyCondition } from '../../domain/agency-evidence.js';
import { type AgreementStanding } from '../../application/agency-reader.service.js';
import { type Language } from '../../../kernel/sentence.js';
import { AGENCY, AGENCY_STATES } from '../../domain/agency-status.js';
import { type AgencyAgreement } from '../../entities/agency-agreement.entity.js';

const NUMBER = /^[\x21-\x7e一-鿿]+$/;

export class AgentDto {
  @TextField({ description: 'Registered name', max: 200, example: '宁波示例外贸综合服务有限公司' })
  readonly name!: string;

  @TextField({
    description: 'Unified social credit code',
    pattern: /^[0-9A-Z]{18}$/,
    max: 18,
    example: '91330206MA2TAXAGN4',
  })
  readonly uscc!: string;
}

export class OfficeFilingDto {
  @DateField({ description: 'The day of the filing (备案)', example: '2026-11-21' })
  readonly filedOn!: string;

  @TextField({ description: 'The tax office that has it', max: 200, example: '国家税务总局慈溪市税务局' })
  readonly taxOffice!: string;
}

const EVIDENCE = { description: 'What shows that the conditions are met; each condition once', max: 4 };
const ACCOUNT_HOLDER = {
  description:
    'Whose the account for the refund is (代办退税账户); the producer’s, unless the tax office lets it be the agent’s',
  values: ACCOUNT_HOLDERS,
};

export class AgencyEvidenceDto {
  @EnumField({ description: 'The condition', values: AGENCY_CONDITION_NAMES })
  readonly condition!: AgencyCondition;

  @DateField({ description: 'Since when it is met', example: '2026-11-20' })
  readonly metOn!: string;

  @TextListField({
    description: 'References of the documents, as you file them',
    min: 1,
    max: 50,
    maxLength: 200,
    example: ['HT-2026-0815'],
  })
  readonly documents!: string[];
}

export class AgencyEvidenceRequest {
  @ListField(() => AgencyEvidenceDto, EVIDENCE)
  readonly evidence!: AgencyEvidenceDto[];
}

export class AgencyRequest {
  @IdField({ kind: 'party', description: 'The manufacturer whose refunds are filed (生产企业)' })
  readonly producerId!: string;

  @ObjectField(() => AgentDto, { description: 'Who files (外贸综合服务企业)' })
  readonly agent!: AgentDto;

  @TextField({ description: 'Number of the agreement', pattern: NUMBER, max: 64, example: 'DBTS-2026-0001' })
  readonly agreementNumber!: string;

  @DateField({ description: 'The day it was signed', example: '2026-11-20' })
  readonly signedOn!: string;

  @DateField({ description: 'First day, in China', example: '2026-11-20' })
  readonly validFrom!: string;

  @DateField({
    description: 'Last day, in China; left out: until somebody ends it',
    optional: true,
    example: '2027-11-19',
  })
  readonly validTo?: string;

  @EnumField({ ...ACCOUNT_HOLDER, optional: true })
  readonly accountHolder?: AccountHolder;

  @ListField(() => AgencyEvidenceDto, { ...EVIDENCE, optional: true })
  readonly evidence?: AgencyEvidenceDto[];
}

export class AgencyConfirmationRequest {
  @ObjectField(() => OfficeFilingDto, {
    description: 'The producer’s filing of whom it entrusts (委托代办退税备案), with the refund account',
    optional: true,
  })
  readonly producerFiling?: OfficeFilingDto;

  @ObjectField(() => OfficeFilingDto, {
    description: 'The agent’s filing (代办退税备案), with its rules of risk control',
    optional: true,
  })
  readonly agentFiling?: OfficeFilingDto;
}

export class AgencyEndRequest {
  @TextField({ description: 'Why', max: 255, example: 'The producer files for itself from now on' })
  readonly reason!: string;
}

/** By which an agent files the refunds of a producer. */
export class AgencyAgreementDto {
  @IdField({ kind: 'agencyAgreement', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'party', description: 'The manufacturer whose refunds are filed' })
  readonly producerId!: string;

  @TextField({ description: 'Its name when the agreement was entered', max: 200, example: '慈溪示例电器有限公司' })
  readonly producerName!: string;

  @ObjectField(() => AgentDto, { description: 'Who files' })
  readonly agent!: AgentDto;

  @TextField({ description: 'Number of the agreement', max: 64, example: 'DBTS-2026-0001' })
  readonly agreementNumber!: string;

  @DateField({ description: 'The day it was signed', example: '2026-11-20' })
  readonly signedOn!: string;

  @DateField({ description: 'First day, in China', example: '2026-11-20' })
  readonly validFrom!: string;

  @DateField({ description: 'Last day, in China; null: until somebody ends it', nullable: true, example: '2027-11-19' })
  readonly validTo!: string | null;

  @ObjectField(() => OfficeFilingDto, { description: 'What the producer has filed, once confirmed', nullable: true })
  readonly producerFiling!: OfficeFilingDto | null;

  @ObjectField(() => OfficeFilingDto, { description: 'What the agent has filed, once confirmed', nullable: true })
  readonly agentFiling!: OfficeFilingDto | null;

  @EnumField(ACCOUNT_HOLDER)
  readonly accountHolder!: string;

  @ListField(() => AgencyEvidenceDto, EVIDENCE)
  readonly evidence!: AgencyEvidenceDto[];

  @EnumField({ description: 'Where it stands; new states may come', values: AGENCY_STATES })
  readonly state!: string;

  @TextListField({ description: 'Commands that may be given now', max: 10, maxLength: 30 })
  readonly allowedActions!: string[];

  @TextField({ description: 'Why it was withdrawn or ended', max: 255, nullable: true })
  readonly reason!: string | null;

  @InstantField({ description: 'When it was confirmed', nullable: true })
  readonly confirmedAt!: string | null;

  @DateField({ description: 'The day on which it ended, in China', nullable: true, example: '2027-06-30' })
  readonly endedOn!: string | null;

  @InstantField({ description: 'When it was withdrawn, ended, or found over', nullable: true })
  readonly endedAt!: string | null;

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was entered' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, agreement: AgencyAgreement): AgencyAgreementDto {
    const { id, producerId, producerName, agent, agreementNumber, signedOn, validFrom, validTo } = agreement;
    const { accountHolder, evidence, producerFiling, agentFiling, state, reason, confirmedAt, endedOn, endedAt } =
      agreement;
    return {
      id: publicId('agencyAgreement', id),
      producerId: publicId('party', producerId),
      ...{ producerName, agent, agreementNumber, signedOn, validFrom, validTo, producerFiling, agentFiling },
      ...{ state, allowedActions: AGENCY.allowedActions(state), reason, endedOn },
      ...{ accountHolder, evidence: evidence.map((one) => ({ ...one, documents: [...one.documents] })) },
      confirmedAt: confirmedAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
      ...stampsOf(agreement),
    };
  }
}

export class AgencyConditionDto {
  @EnumField({ description: 'The condition', values: AGENCY_CONDITION_NAMES })
  readonly condition!: string;

  @TextField({ description: 'What it asks for', max: 500, example: 'the export contract with the buyer abroad' })
  readonly asks!: string;

  @BooleanField({ description: 'Whether it is shown to be met today' })
  readonly shown!: boolean;
}

/** How far the conditions of an agency are shown to be met. */
export class AgencyStandingDto {
  @ListField(() => AgencyConditionDto, { description: 'In the order of the law', max: 10 })
  readonly conditions!: AgencyConditionDto[];

  @TextField({ description: 'The year of the exports', max: 4, example: '2026' })
  readonly year!: string;

  @MoneyField({ description: 'Refund that was filed for the producer for the exports of the year', currency: 'CNY' })
  readonly entrusted!: MoneyDto;

  @DecimalField({ description: 'CNY above which the producer is verified on site', nullable: true, example: '1000000' })
  readonly threshold!: string | null;

  @BooleanField({ description: 'Whether it is above' })
  readonly verificationDue!: boolean;

  static of(this: void, { missing, entrusted }: AgreementStanding, language: Language): AgencyStandingDto {
    return {
      conditions: AGENCY_CONDITION_NAMES.map((condition) => ({
        ...{ condition, asks: AGENCY_CONDITIONS[condition][language], shown: !missing.includes(condition) },
      })),
      year: entrusted.year,
      entrusted: entrusted.refund.toJSON(),
      threshold: entrusted.threshold?.toFixed() ?? null,
      verificationDue: entrusted.isVerificationDue,
    };
  }
}

export class AgencyAgreementPageDto extends PageOf(AgencyAgreementDto) {}

const NAMES = AGENCY_CONDITION_NAMES.join('|');

export class AgencyAgreementsQuery extends DatedPageQuery {
  @TextField({
    description: 'Only in these states, joined with commas',
    optional: true,
    pattern: /^[a-z_]+(,[a-z_]+)*$/,
    max: 200,
    example: 'drafted,in_force',
  })
  state?: string;

  @IdField({ kind: 'party', description: 'Only of this producer', optional: true })
  producerId?: string;

  @TextField({ description: 'Only with this number', optional: true, max: 64, example: 'DBTS-2026-0001' })
  agreementNumber?: string;

  @TextField({
    description:
      'Only those that lack the evidence of at least one of these conditions today, joined with commas: ' +
      AGENCY_CONDITION_NAMES.join(', '),
    optional: true,
    pattern: new RegExp(`^(${NAMES})(,(${NAMES}))*$`),
    max: 100,
    example: 'producer,contracts',
  })
  missingEvidence?: string;

  get missingConditions(): readonly AgencyCondition[] | undefined {
    if (this.missingEvidence === undefined) return undefined;
    const named = this.missingEvidence.split(',');
    return AGENCY_CONDITION_NAMES.filter((name) => named.includes(name));
  }
}

export class AgencyPolicyRequest {
  @BooleanField({ description: 'Whether nothing is filed for a producer without an agreement', example: true })
  readonly required!: boolean;
}

export class AgencyPolicyDto {
  @BooleanField({ description: 'Whether nothing is filed for a producer without an agreement' })
  readonly required!: boolean;

  @BooleanField({ description: 'False of a live tenant, where the law decides' })
  readonly settable!: boolean;

  static from(this: void, { isRequired, isSettable }: { isRequired: boolean; isSettable: boolean }): AgencyPolicyDto {
    return { required: isRequired, settable: isSettable };
  }
}
