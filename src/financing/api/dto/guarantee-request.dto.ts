import { parseId, parseOptionalId } from '../../../kernel/ids.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { CALL_STATES, RECOURSE_STATES } from '../../domain/guarantee/call-status.js';
import { type Candidate, MEMBERSHIPS, OUTCOMES } from '../../domain/guarantee/candidate.js';
import { GROUP_STATES } from '../../domain/guarantee/group-status.js';

const MEMBERS_MAX = 20;
const OWNERS_MAX = 50;

export class GuaranteeOwnerDto {
  @TextField({ description: 'Name of the owner, or its number in the register', max: 100, example: '张示例' })
  readonly holder!: string;

  @IdField({ description: 'Where the owner is a party of the tenant', kind: 'party', optional: true })
  readonly partyId?: string;

  @DecimalField({ description: 'Share, as a fraction', example: '0.6' })
  readonly share!: string;
}

export class LastResultDto {
  @IntegerField({ description: 'Calendar year', min: 1990, max: 2099, example: 2025 })
  readonly year!: number;

  @EnumField({ description: 'What came of it', values: OUTCOMES, example: 'profit' })
  readonly outcome!: (typeof OUTCOMES)[number];
}

export class PlatformMembershipDto {
  @EnumField({ description: '诚信通 or 中国供应商', values: MEMBERSHIPS, example: 'gold_supplier' })
  readonly kind!: (typeof MEMBERSHIPS)[number];

  @DateField({ description: 'Since when', example: '2022-03-01' })
  readonly since!: string;
}

export class GuaranteeCandidateDto {
  @IdField({ description: 'The seller', kind: 'party' })
  readonly partyId!: string;

  @MoneyField({ description: 'What it may owe at once, and the measure of its share of a call', positive: true })
  readonly limit!: MoneyDto;

  @DateField({ description: 'When the company was registered', example: '2019-05-20' })
  readonly establishedOn!: string;

  @ObjectField(() => LastResultDto, { description: 'Of the last whole year' })
  readonly lastResult!: LastResultDto;

  @ObjectField(() => PlatformMembershipDto, { description: 'As a paying member of the marketplace', optional: true })
  readonly membership?: PlatformMembershipDto;

  @ListField(() => GuaranteeOwnerDto, { description: 'Who owns the company', max: OWNERS_MAX })
  readonly owners!: readonly GuaranteeOwnerDto[];

  static toCandidate(this: void, dto: GuaranteeCandidateDto): Candidate {
    const { partyId, limit, establishedOn, lastResult, membership, owners } = dto;
    return {
      ...{ partyId: parseId('party', partyId), limit: { ...limit }, establishedOn, lastResult: { ...lastResult } },
      membership: membership === undefined ? null : { ...membership },
      owners: owners.map(({ holder, partyId: ownerId, share }) => ({
        ...{ holder, share, partyId: parseOptionalId('party', ownerId) ?? null },
      })),
    };
  }
}

export class CreateGuaranteeGroupDto {
  @TextField({ description: 'Yours for it', max: 100, example: 'Ningbo exporters 1' })
  readonly name!: string;

  @ListField(() => GuaranteeCandidateDto, { description: 'Who is invited first', max: MEMBERS_MAX })
  readonly members!: readonly GuaranteeCandidateDto[];
}

export class GuaranteeGroupsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(GROUP_STATES),
    max: 100,
    optional: true,
    example: 'active,frozen',
  })
  readonly state?: string;
}

export class GuaranteePartyDto {
  @IdField({ description: 'Which member', kind: 'party' })
  readonly partyId!: string;
}

export class GuaranteeAmountDto {
  @IdField({ description: 'Which member', kind: 'party' })
  readonly partyId!: string;

  @MoneyField({ description: 'In the currency of the group', positive: true })
  readonly amount!: MoneyDto;
}

export class FreezeGuaranteeGroupDto {
  @TextField({ description: 'Why', max: 500, example: 'The lender has asked for it' })
  readonly reason!: string;
}

export class AnswerDrawDto {
  @IdField({ description: 'The draw that was announced', kind: 'drawNotice' })
  readonly noticeId!: string;

  @IdField({ description: 'Who answers; who draws can take it back', kind: 'party' })
  readonly partyId!: string;

  @BooleanField({ description: 'False: the draw is not made' })
  readonly consents!: boolean;
}

export class SimulateDefaultDto {
  @IdField({ description: 'Who would fail', kind: 'party' })
  readonly partyId!: string;

  @MoneyField({ description: 'Instead of what it owes today', optional: true })
  readonly amountDue?: MoneyDto;
}

export class CallGuaranteeDto {
  @IdField({ description: 'The overdue advance', kind: 'advance' })
  readonly advanceId!: string;
}

export class GuaranteeCallsQuery extends DatedPageQuery {
  @IdField({ description: 'Only of this group', kind: 'guaranteeGroup', optional: true })
  readonly groupId?: string;

  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(CALL_STATES),
    max: 50,
    optional: true,
    example: 'open',
  })
  readonly state?: string;
}

export class RecourseClaimsQuery extends DatedPageQuery {
  @IdField({ description: 'Only of this group', kind: 'guaranteeGroup', optional: true })
  readonly groupId?: string;

  @IdField({ description: 'Only against this member', kind: 'party', optional: true })
  readonly debtorId?: string;

  @IdField({ description: 'Only of this member', kind: 'party', optional: true })
  readonly creditorId?: string;

  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(RECOURSE_STATES),
    max: 50,
    optional: true,
    example: 'open',
  })
  readonly state?: string;
}

export class RepayRecourseDto {
  @MoneyField({ description: 'Not more than is owed', positive: true })
  readonly amount!: MoneyDto;
}
