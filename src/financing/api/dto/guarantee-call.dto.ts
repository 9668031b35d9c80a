import { publicId } from '../../../kernel/ids.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextListField,
} from '../../../platform/http/fields.js';
import { PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { type FullCall } from '../../application/guarantee/guarantee-calls.service.js';
import { type Simulation } from '../../application/guarantee/guarantee-simulation.js';
import { GUARANTEE_CALL, RECOURSE_CLAIM } from '../../domain/guarantee/call-status.js';
import { type Cascade } from '../../domain/guarantee/cascade.js';
import { type GuaranteeCall } from '../../entities/guarantee-call.entity.js';
import { type RecourseClaim } from '../../entities/recourse-claim.entity.js';

export class GuaranteeCallDto {
  @IdField({ description: 'Id of the call', kind: 'guaranteeCall' })
  readonly id!: string;

  @IdField({ description: 'The group', kind: 'guaranteeGroup' })
  readonly groupId!: string;

  @IdField({ description: 'The overdue advance', kind: 'advance' })
  readonly advanceId!: string;

  @IdField({ description: 'Who has not paid', kind: 'party' })
  readonly partyId!: string;

  @EnumField({ description: 'State', values: GUARANTEE_CALL.states, example: 'open' })
  readonly state!: string;

  @TextListField({ description: 'Commands that can be given now', values: GUARANTEE_CALL.commands, maxLength: 40 })
  readonly allowedActions!: readonly string[];

  @MoneyField({ description: 'What was owed when it was opened: principal, interest, penalty and fees' })
  readonly due!: MoneyDto;

  @MoneyField({ description: 'The most that it can cost one member' })
  readonly liability!: MoneyDto;

  @MoneyField({ description: 'What was left when it was last collected, to be called again' })
  readonly shortfall!: MoneyDto;

  @IntegerField({ description: 'Version; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was opened' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, call: GuaranteeCall): GuaranteeCallDto {
    const { state, due, liability, shortfall } = call;
    return {
      id: publicId('guaranteeCall', call.id),
      groupId: publicId('guaranteeGroup', call.groupId),
      advanceId: publicId('advance', call.advanceId),
      partyId: publicId('party', call.partyId),
      ...{ state, allowedActions: GUARANTEE_CALL.allowedActions(state) },
      ...{ due: due.toJSON(), liability: liability.toJSON(), shortfall: shortfall.toJSON() },
      ...stampsOf(call),
    };
  }
}

export class GuaranteeCallPageDto extends PageOf(GuaranteeCallDto) {}

export class GuaranteePaymentDto {
  @IdField({ description: 'The round; the waterfall of it has it as `sourceId`', kind: 'guaranteeRound' })
  readonly roundId!: string;

  @IdField({ description: 'Who paid', kind: 'party' })
  readonly partyId!: string;

  @EnumField({
    description: '`own`: the defaulted member itself; `pool`: its part of the pool; `member`: its account',
    values: ['own', 'pool', 'member'],
  })
  readonly source!: string;

  @MoneyField({ description: 'How much' })
  readonly amount!: MoneyDto;
}

/** A claim as it stands with the call that it comes from. */
export class CalledClaimDto {
  @IdField({ description: 'Id of the recourse claim', kind: 'recourseClaim' })
  readonly id!: string;

  @IdField({ description: 'The group', kind: 'guaranteeGroup' })
  readonly groupId!: string;

  @IdField({ description: 'The call that it comes from', kind: 'guaranteeCall' })
  readonly callId!: string;

  @IdField({ description: 'The defaulted member', kind: 'party' })
  readonly debtorId!: string;

  @IdField({ description: 'Who paid for it', kind: 'party' })
  readonly creditorId!: string;

  @EnumField({
    description: '`pool`: what is repaid goes back into the creditor’s part of the pool; `member`: to its account',
    values: ['pool', 'member'],
  })
  readonly source!: string;

  @EnumField({ description: 'State', values: RECOURSE_CLAIM.states, example: 'open' })
  readonly state!: string;

  @MoneyField({ description: 'What was paid for the debtor' })
  readonly amount!: MoneyDto;

  @MoneyField({ description: 'What it still owes of it' })
  readonly outstanding!: MoneyDto;

  @IntegerField({ description: 'Version; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it arose' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, claim: RecourseClaim): CalledClaimDto {
    const { source, state, amount, outstanding } = claim;
    return {
      id: publicId('recourseClaim', claim.id),
      groupId: publicId('guaranteeGroup', claim.groupId),
      callId: publicId('guaranteeCall', claim.callId),
      debtorId: publicId('party', claim.debtorId),
      creditorId: publicId('party', claim.creditorId),
      ...{ source, state, amount: amount.toJSON(), outstanding: outstanding.toJSON() },
      ...stampsOf(claim),
    };
  }
}

export class RecourseClaimDto extends CalledClaimDto {}

export class RecourseClaimPageDto extends PageOf(RecourseClaimDto) {}

export class GuaranteeCallDetailsDto extends GuaranteeCallDto {
  @ListField(() => GuaranteePaymentDto, { description: 'What was paid for it, in order' })
  readonly payments!: readonly GuaranteePaymentDto[];

  @ListField(() => CalledClaimDto, { description: 'What the defaulted member owes for that' })
  readonly claims!: readonly CalledClaimDto[];

  static of(this: void, { call, payments, claims }: FullCall): GuaranteeCallDetailsDto {
    return {
      ...GuaranteeCallDto.from(call),
      payments: payments.map(({ roundId, payerId, source, amount }) => ({
        roundId: publicId('guaranteeRound', roundId),
        ...{ partyId: publicId('party', payerId), source, amount: amount.toJSON() },
      })),
      claims: claims.map(CalledClaimDto.from),
    };
  }
}

export class SimulatedShareDto {
  @IdField({ description: 'The member', kind: 'party' })
  readonly partyId!: string;

  @MoneyField({ description: 'What falls on it' })
  readonly amount!: MoneyDto;
}

export class SimulatedCallDto {
  @MoneyField({ description: 'From the account of who would fail' })
  readonly fromOwnFunds!: MoneyDto;

  @MoneyField({ description: 'From the pool' })
  readonly fromPool!: MoneyDto;

  @ListField(() => SimulatedShareDto, { description: 'From the others', max: 20 })
  readonly fromMembers!: readonly SimulatedShareDto[];

  @MoneyField({ description: 'What nobody would pay' })
  readonly shortfall!: MoneyDto;
}

export class SimulatedDefaultDto {
  @IdField({ description: 'Who would fail', kind: 'party' })
  readonly partyId!: string;

  @MoneyField({ description: 'What would be called' })
  readonly amountDue!: MoneyDto;

  @ObjectField(() => SimulatedCallDto, { description: 'By what each has at hand now' })
  readonly byFunds!: SimulatedCallDto;

  @ObjectField(() => SimulatedCallDto, { description: 'As if every other member could pay its share' })
  readonly byShare!: SimulatedCallDto;

  static from(this: void, { partyId, due, byFunds, byShare }: Simulation): SimulatedDefaultDto {
    return {
      ...{ partyId: publicId('party', partyId), amountDue: due.toJSON() },
      ...{ byFunds: simulated(byFunds), byShare: simulated(byShare) },
    };
  }
}

function simulated({ fromOwnFunds, fromPool, fromMembers, shortfall }: Cascade): SimulatedCallDto {
  return {
    ...{ fromOwnFunds: fromOwnFunds.toJSON(), fromPool: fromPool.toJSON(), shortfall: shortfall.toJSON() },
    fromMembers: fromMembers.map(({ memberId, amount }) => ({
      ...{ partyId: publicId('party', memberId), amount: amount.toJSON() },
    })),
  };
}
