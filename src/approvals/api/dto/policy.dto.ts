import { publicId } from '../../../kernel/ids.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { APPROVAL_COMMANDS, type ApprovalCommand } from '../../domain/commands.js';
import { APPROVERS_MAX, DECIDING_ROLES, type DecidingRole, LIFETIME_HOURS_MAX } from '../../domain/policy.js';
import { type ApprovalPolicy } from '../../entities/approval-policy.entity.js';

function CommandField({ optional = false } = {}): PropertyDecorator {
  return EnumField({
    description: 'What takes a second person; new ones may come',
    values: APPROVAL_COMMANDS,
    optional,
    example: 'fx.payout',
  });
}

/** `positive` is not asked for: a limit of nothing has everything approved. */
function LimitsField({ optional = false } = {}): PropertyDecorator {
  return ListField(() => MoneyDto, {
    description:
      'One amount per currency: what is above it needs approval, what is exactly it does not. In a currency without a ' +
      'limit everything does; amounts are not converted to be compared',
    max: 50,
    optional,
  });
}

function RolesField({ optional = false } = {}): PropertyDecorator {
  return TextListField({
    description: 'Whose people may approve: any of these',
    values: DECIDING_ROLES,
    min: 1,
    max: DECIDING_ROLES.length,
    maxLength: 20,
    optional,
    example: ['approver', 'owner'],
  });
}

function ApproversField({ optional = false } = {}): PropertyDecorator {
  return IntegerField({ description: 'How many of them', min: 1, max: APPROVERS_MAX, optional, example: 1 });
}

function LifetimeField({ optional = false } = {}): PropertyDecorator {
  return IntegerField({
    description: 'Hours that a request waits before it expires',
    min: 1,
    max: LIFETIME_HOURS_MAX,
    optional,
    example: 72,
  });
}

export class PolicyRequest {
  @CommandField()
  command!: ApprovalCommand;

  @LimitsField()
  limits!: MoneyDto[];

  @RolesField()
  roles!: DecidingRole[];

  @ApproversField()
  approvers!: number;

  @LifetimeField()
  lifetimeHours!: number;
}

export class PolicyChangeRequest {
  @LimitsField({ optional: true })
  limits?: MoneyDto[];

  @RolesField({ optional: true })
  roles?: DecidingRole[];

  @ApproversField({ optional: true })
  approvers?: number;

  @LifetimeField({ optional: true })
  lifetimeHours?: number;
}

export class ApprovalPolicyDto {
  @IdField({ description: 'Id of the policy', kind: 'approvalPolicy' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['approval_policy'], example: 'approval_policy' })
  object!: 'approval_policy';

  @CommandField()
  command!: string;

  @LimitsField()
  limits!: MoneyDto[];

  @RolesField()
  roles!: string[];

  @ApproversField()
  approvers!: number;

  @LifetimeField()
  lifetimeHours!: number;

  @InstantField({ description: 'Since when it is not in force any more; null while it is', nullable: true })
  endedAt!: string | null;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When it was made', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  @InstantField({ description: 'When it last changed', example: '2026-11-24T08:00:00.000Z' })
  updatedAt!: string;

  static from(this: void, policy: ApprovalPolicy): ApprovalPolicyDto {
    const { id, command, limits, roles, approvers, lifetimeHours, endedAt } = policy;
    return {
      id: publicId('approvalPolicy', id),
      object: 'approval_policy',
      command,
      limits: [...limits],
      roles,
      approvers,
      lifetimeHours,
      endedAt: endedAt?.toISOString() ?? null,
      ...stampsOf(policy),
    };
  }
}

export class ApprovalPolicyPageDto extends PageOf(ApprovalPolicyDto) {}

export class PoliciesQuery extends DatedPageQuery {
  @CommandField({ optional: true })
  command?: string;
}
