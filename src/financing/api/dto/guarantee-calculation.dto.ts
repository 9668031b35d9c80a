import { CalculationDto, moneyOf } from '../../../platform/http/calculation.js';
import {
  BooleanField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { type LiabilityTerms, type LiableMember } from '../../domain/guarantee/liability.js';

const MINIMUM_MEMBERS = 3;
const MEMBER_ID = { description: 'Yours for the member; unique in the list', max: 100, example: 'A' } as const;

export class LiableMemberDto {
  @TextField(MEMBER_ID)
  memberId!: string;

  @MoneyField({ description: 'What it owes itself; one currency for all amounts' })
  outstanding!: MoneyDto;

  @MoneyField({ description: 'The measure of its share of a call; default: what it owes', optional: true })
  limit?: MoneyDto;

  toMember(): LiableMember {
    return { memberId: this.memberId, outstanding: moneyOf(this.outstanding), limit: moneyOf(this.limit) };
  }
}

export class GuaranteeCallTermsDto {
  @TextField({ ...MEMBER_ID, description: 'Which of `members` does not pay' })
  defaultedMemberId!: string;

  @MoneyField({ description: 'What it owes and does not pay' })
  amountDue!: MoneyDto;

  @MoneyField({ description: 'What its own account has; default 0', optional: true })
  ownFunds?: MoneyDto;

  @MoneyField({ description: 'What the pool has; default 0', optional: true })
  poolFunds?: MoneyDto;
}

export class GuaranteeLiabilityRequest {
  @ListField(() => LiableMemberDto, { description: 'The members of the group', min: 1, max: 100 })
  members!: LiableMemberDto[];

  @IntegerField({ description: 'Fewer are no group; default 3', optional: true, max: 100, example: 3 })
  minimumMembers?: number;

  @ObjectField(() => GuaranteeCallTermsDto, { description: 'A default, to see on whom it falls', optional: true })
  call?: GuaranteeCallTermsDto;

  toTerms(): LiabilityTerms {
    const { call, minimumMembers = MINIMUM_MEMBERS } = this;
    return {
      members: this.members.map((member) => member.toMember()),
      minimumMembers,
      call: call && {
        defaultedMemberId: call.defaultedMemberId,
        amountDue: moneyOf(call.amountDue),
        ownFunds: moneyOf(call.ownFunds),
        poolFunds: moneyOf(call.poolFunds),
      },
    };
  }
}

export class MemberLiabilityDto {
  @TextField(MEMBER_ID)
  memberId!: string;

  @MoneyField({ description: 'What it owes itself' })
  own!: MoneyDto;

  @MoneyField({ description: 'What the others owe' })
  forOthers!: MoneyDto;

  @MoneyField({ description: 'What it may be asked for: all that the group owes' })
  liability!: MoneyDto;
}

export class MemberShareDto {
  @TextField(MEMBER_ID)
  memberId!: string;

  @MoneyField({ description: 'Called on it' })
  amount!: MoneyDto;
}

export class CascadeDto {
  @MoneyField({ description: 'From the account of the defaulted member' })
  fromOwnFunds!: MoneyDto;

  @MoneyField({ description: 'From the pool' })
  fromPool!: MoneyDto;

  @ListField(() => MemberShareDto, { description: 'From the others, in the order of the request', max: 100 })
  fromMembers!: MemberShareDto[];

  @MoneyField({ description: 'What nobody is left to pay' })
  shortfall!: MoneyDto;
}

export class GuaranteeLiabilityDto extends CalculationDto {
  @MoneyField({ description: 'What the members owe in all' })
  groupTotal!: MoneyDto;

  @BooleanField({ description: 'Whether there are as many members as there must be' })
  meetsMinimum!: boolean;

  @ListField(() => MemberLiabilityDto, { description: 'In the order of the request', max: 100 })
  liabilities!: MemberLiabilityDto[];

  @ObjectField(() => CascadeDto, { description: 'On whom the default falls', optional: true })
  call?: CascadeDto;
}
