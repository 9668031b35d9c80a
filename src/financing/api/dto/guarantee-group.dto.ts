import { publicId } from '../../../kernel/ids.js';
import { type Money } from '../../../kernel/money.js';
import { type Language, told } from '../../../kernel/sentence.js';
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
import { PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { type FormationCheck } from '../../application/guarantee/guarantee-groups.service.js';
import { type FullGroup } from '../../application/guarantee/group-rows.js';
import { asFaults } from '../../domain/guarantee/formation.js';
import { GUARANTEE_GROUP, GUARANTEE_MEMBER, DRAW_NOTICE } from '../../domain/guarantee/group-status.js';
import { type DrawNotice } from '../../entities/draw-notice.entity.js';
import { type GuaranteeGroup } from '../../entities/guarantee-group.entity.js';
import { type GuaranteeMember } from '../../entities/guarantee-member.entity.js';
import { GuaranteeOwnerDto, LastResultDto, PlatformMembershipDto } from './guarantee-request.dto.js';

export class GuaranteeGroupDto {
  @IdField({ description: 'Id of the guarantee group', kind: 'guaranteeGroup' })
  readonly id!: string;

  @TextField({ description: 'Yours for it', max: 100, example: 'Ningbo exporters 1' })
  readonly name!: string;

  @EnumField({ description: 'State', values: GUARANTEE_GROUP.states, example: 'active' })
  readonly state!: string;

  @TextListField({ description: 'Commands that can be given now', values: GUARANTEE_GROUP.commands, maxLength: 40 })
  readonly allowedActions!: readonly string[];

  @TextField({ description: 'Currency of all its amounts', max: 3, example: 'CNY' })
  readonly currency!: string;

  @DateField({
    description: 'First day of the rules by which it became active; null before that',
    nullable: true,
    example: '2026-01-01',
  })
  readonly rulesFrom!: string | null;

  @TextField({ description: 'Why it is frozen; null where it is not', max: 500, nullable: true })
  readonly freezeReason!: string | null;

  @IntegerField({ description: 'Version; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was drafted' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it, or something in it, last changed' })
  readonly updatedAt!: string;

  static from(this: void, group: GuaranteeGroup): GuaranteeGroupDto {
    const { name, state, currency, rulesFrom, freezeReason } = group;
    return {
      id: publicId('guaranteeGroup', group.id),
      ...{ name, state, currency, rulesFrom, freezeReason },
      allowedActions: GUARANTEE_GROUP.allowedActions(state),
      ...stampsOf(group),
    };
  }
}

export class GuaranteeGroupPageDto extends PageOf(GuaranteeGroupDto) {}

export class GuaranteeMemberDto {
  @IdField({ description: 'The seller', kind: 'party' })
  readonly partyId!: string;

  @EnumField({ description: 'State; only an active one answers', values: GUARANTEE_MEMBER.states, example: 'active' })
  readonly state!: string;

  @MoneyField({ description: 'What it may owe at once' })
  readonly limit!: MoneyDto;

  @MoneyField({ description: 'What it owes today itself; of an active member' })
  readonly own!: MoneyDto;

  @MoneyField({ description: 'What the others owe today, for which it answers' })
  readonly forOthers!: MoneyDto;

  @MoneyField({ description: 'The most that it may be asked for today: all that the group owes' })
  readonly liability!: MoneyDto;

  @MoneyField({ description: 'What of the pool is its own' })
  readonly pool!: MoneyDto;

  @DateField({ description: 'When the company was registered', example: '2019-05-20' })
  readonly establishedOn!: string;

  @ObjectField(() => LastResultDto, { description: 'Of the last whole year, as it was stated' })
  readonly lastResult!: LastResultDto;

  @ObjectField(() => PlatformMembershipDto, { description: 'As a paying member of the marketplace', nullable: true })
  readonly membership!: PlatformMembershipDto | null;

  @ListField(() => GuaranteeOwnerDto, { description: 'Who owns the company', max: 50 })
  readonly owners!: readonly GuaranteeOwnerDto[];

  @InstantField({ description: 'When it took the liability on', nullable: true })
  readonly acceptedAt!: string | null;

  @DateField({ description: 'From when it answers', nullable: true, example: '2026-11-30' })
  readonly joinedOn!: string | null;

  @DateField({ description: 'When it left', nullable: true, example: '2027-11-30' })
  readonly leftOn!: string | null;
}

export class ShownExposureDto {
  @IdField({ description: 'Who is shown it', kind: 'party' })
  readonly partyId!: string;

  @MoneyField({ description: 'What it answered for when the draw was announced' })
  readonly before!: MoneyDto;

  @MoneyField({ description: 'What it answers for once the draw is made' })
  readonly after!: MoneyDto;
}

export class DrawNoticeDto {
  @IdField({ description: 'Id of the announced draw', kind: 'drawNotice' })
  readonly id!: string;

  @IdField({ description: 'Who draws', kind: 'party' })
  readonly partyId!: string;

  @EnumField({ description: 'State; `cleared` can be made', values: DRAW_NOTICE.states, example: 'open' })
  readonly state!: string;

  @MoneyField({ description: 'No more than this' })
  readonly amount!: MoneyDto;

  @ListField(() => ShownExposureDto, { description: 'What each member was shown', max: 20 })
  readonly exposures!: readonly ShownExposureDto[];

  @TextListField({ description: 'Who has consented', max: 20, maxLength: 30 })
  readonly consents!: readonly string[];

  @TextListField({ description: 'Whose consent is missing', max: 20, maxLength: 30 })
  readonly awaited!: readonly string[];

  @DateField({ description: 'Last day on which it can be made', example: '2026-12-30' })
  readonly expiresOn!: string;

  @IdField({ description: 'The order that it was made for', kind: 'order', nullable: true })
  readonly orderId!: string | null;

  static from(this: void, notice: DrawNotice): DrawNoticeDto {
    const party = (id: string): string => publicId('party', id);
    const { state, amount, exposures, consents, awaited, expiresOn, orderId } = notice;
    return {
      id: publicId('drawNotice', notice.id),
      ...{ partyId: party(notice.partyId), state, amount: amount.toJSON(), expiresOn },
      exposures: exposures.map(({ partyId, before, after }) => ({ partyId: party(partyId), before, after })),
      ...{ consents: consents.map(party), awaited: awaited.map(party) },
      orderId: orderId === null ? null : publicId('order', orderId),
    };
  }
}

export class GuaranteeGroupDetailsDto extends GuaranteeGroupDto {
  @MoneyField({ description: 'What the active members owe today' })
  readonly groupTotal!: MoneyDto;

  @MoneyField({ description: 'What is in the pool' })
  readonly pool!: MoneyDto;

  @ListField(() => GuaranteeMemberDto, { description: 'With those who have left', max: 200 })
  readonly members!: readonly GuaranteeMemberDto[];

  @ObjectField(() => DrawNoticeDto, { description: 'The draw that was announced last; null before', nullable: true })
  readonly draw!: DrawNoticeDto | null;

  static of(this: void, full: FullGroup): GuaranteeGroupDetailsDto {
    const { group, members, groupTotal, pool, notice } = full;
    return {
      ...GuaranteeGroupDto.from(group),
      ...{ groupTotal: groupTotal.toJSON(), pool: pool.toJSON() },
      members: members.map((member) => memberOf(full, member)),
      draw: notice === null ? null : DrawNoticeDto.from(notice),
    };
  }
}

function memberOf({ liabilities, groupTotal }: FullGroup, member: GuaranteeMember): GuaranteeMemberDto {
  const { state, limit, pool, facts, acceptedAt, joinedOn, leftOn } = member;
  const zero = groupTotal.minus(groupTotal);
  const found = state === 'active' ? liabilities.find(({ memberId }) => memberId === member.partyId) : undefined;
  const json = (money: Money | undefined): MoneyDto => (money ?? zero).toJSON();
  return {
    ...{ partyId: publicId('party', member.partyId), state, limit: limit.toJSON(), pool: pool.toJSON() },
    ...{ own: json(found?.own), forOthers: json(found?.forOthers), liability: json(found?.liability) },
    ...{ establishedOn: facts.establishedOn, lastResult: facts.lastResult, membership: facts.membership },
    owners: facts.owners.map(({ holder, partyId, share }) => ({
      ...{ holder, share, ...(partyId === null ? {} : { partyId: publicId('party', partyId) }) },
    })),
    ...{ acceptedAt: acceptedAt?.toISOString() ?? null, joinedOn, leftOn },
  };
}

export class FormationFindingDto {
  @TextField({ description: 'Where, as a pointer into the list of members that have not left', max: 100 })
  readonly pointer!: string;

  @TextField({ description: 'Which rule', max: 50, example: 'too_young' })
  readonly code!: string;

  @TextField({ description: 'In words', max: 500 })
  readonly message!: string;
}

export class FormationCheckDto {
  @DateField({ description: 'First day of the rules', example: '2026-01-01' })
  readonly rulesFrom!: string;

  @TextField({ description: 'Where they stand', max: 500 })
  readonly source!: string;

  @ListField(() => FormationFindingDto, { description: 'All that is not met; nothing where it can be activated' })
  readonly findings!: readonly FormationFindingDto[];

  static from(this: void, { rules, findings }: FormationCheck, language: Language): FormationCheckDto {
    return {
      ...{ rulesFrom: rules.validFrom, source: rules.source },
      findings: asFaults(findings).map(({ pointer, code, message }) => ({
        ...{ pointer, code, message: told(message, language) },
      })),
    };
  }
}
