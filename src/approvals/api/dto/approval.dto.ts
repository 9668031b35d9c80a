import { publicId } from '../../../kernel/ids.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { type Language, reasonIn, told } from '../../../kernel/sentence.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { APPROVAL_COMMANDS, GUARDED_COMMANDS } from '../../domain/commands.js';
import { APPROVERS_MAX, DECIDING_ROLES } from '../../domain/policy.js';
import { APPROVAL, APPROVAL_STATES } from '../../domain/request-status.js';
import { type ApprovalRequest, type Decision } from '../../entities/approval-request.entity.js';

const SUBJECTS = [...new Set(Object.values(GUARDED_COMMANDS).map(({ subject }) => subject))];

export class ApprovalReasonRequest {
  @TextField({ description: 'Why; who asked reads it', max: 1_000, example: 'The account is new to us' })
  reason!: string;
}

export class DecisionDto {
  @IdField({ description: 'Who', kind: 'user' })
  userId!: string;

  @EnumField({ description: 'What they said', values: ['approved', 'refused'], example: 'approved' })
  verdict!: string;

  @InstantField({ description: 'When', example: '2026-11-24T09:00:00.000Z' })
  at!: string;

  static from(this: void, { userId, verdict, at }: Decision): DecisionDto {
    return { userId: publicId('user', userId), verdict, at };
  }
}

export class ApprovalDto {
  @IdField({ description: 'Id of the request', kind: 'approval' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['approval'], example: 'approval' })
  object!: 'approval';

  @EnumField({ description: 'State', values: APPROVAL_STATES, example: 'pending' })
  state!: string;

  @TextListField({ description: 'Commands that can be given now', values: APPROVAL.commands, max: 5, maxLength: 40 })
  allowedActions!: string[];

  @EnumField({ description: 'What is to be done', values: APPROVAL_COMMANDS, example: 'fx.payout' })
  command!: string;

  @TextField({ description: 'The same for a person', max: 100, example: 'Pay out to the seller' })
  commandName!: string;

  @EnumField({ description: 'Kind of what it is to be done to', values: SUBJECTS, example: 'payout' })
  subjectType!: string;

  @TextField({ description: 'Its id', max: 40, example: 'pay_01jdq3x7k2e9ta6v0m8r4c5wzb' })
  subjectId!: string;

  @IdField({ description: 'The order it belongs to', kind: 'order', nullable: true })
  orderId!: string | null;

  @MoneyField({ description: 'How much it is about; null where nobody can say', nullable: true })
  amount!: MoneyJson | null;

  @TextField({ description: 'What exactly would be done', max: 1_000, example: '70741.19 CNY for SO-1 to ending 3456' })
  summary!: string;

  @TextListField({
    description: 'Who asked, as the audit names them; of what the platform does by itself, who set it going',
    max: 100,
    maxLength: 100,
    example: ['user:usr_01jdq3x7k2e9ta6v0m8r4c5wzb'],
  })
  askedBy!: string[];

  @TextListField({
    description: 'The people behind it, who cannot decide',
    max: 100,
    maxLength: 40,
    example: ['usr_01jdq3x7k2e9ta6v0m8r4c5wzb'],
  })
  makers!: string[];

  @TextListField({ description: 'Whose people may decide', values: DECIDING_ROLES, max: 3, maxLength: 20 })
  roles!: string[];

  @IntegerField({ description: 'How many have to approve', min: 1, max: APPROVERS_MAX, example: 1 })
  approversNeeded!: number;

  @ListField(() => DecisionDto, { description: 'Who has said what', max: 10 })
  decisions!: DecisionDto[];

  @TextField({ description: 'Why it was refused or withdrawn', max: 4_000, min: 0, nullable: true })
  reason!: string | null;

  @EnumField({
    description: 'Of an approval: whether it was carried out, or was void because what was approved had changed',
    values: ['used', 'void'],
    nullable: true,
  })
  outcome!: string | null;

  @InstantField({ description: 'Until when somebody may decide', example: '2026-11-27T08:00:00.000Z' })
  expiresAt!: string;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When it was asked for', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  @InstantField({ description: 'When it last changed', example: '2026-11-24T08:00:00.000Z' })
  updatedAt!: string;

  static from(this: void, request: ApprovalRequest, language: Language): ApprovalDto {
    const { command, state, why } = request;
    const { subject, name } = GUARDED_COMMANDS[command];
    return {
      id: publicId('approval', request.id),
      object: 'approval',
      state,
      allowedActions: APPROVAL.allowedActions(state),
      command,
      commandName: name[language],
      subjectType: subject,
      subjectId: publicId(subject, request.subjectId),
      orderId: request.orderId === null ? null : publicId('order', request.orderId),
      amount: request.amount,
      summary: told(request.summary, language),
      askedBy: request.actors,
      makers: request.makers.map((maker) => publicId('user', maker)),
      roles: request.roles,
      approversNeeded: request.approversNeeded,
      decisions: request.decisions.map(DecisionDto.from),
      reason: why?.causes === undefined ? (why?.reason ?? null) : reasonIn(why.causes, language),
      outcome: request.outcome,
      expiresAt: request.expiresAt.toISOString(),
      ...stampsOf(request),
    };
  }
}

export class ApprovalPageDto extends PageOf(ApprovalDto) {}

export class ApprovalsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(APPROVAL_STATES),
    max: 80,
    optional: true,
    example: 'pending',
  })
  state?: string;

  @EnumField({ description: 'Only of this command', values: APPROVAL_COMMANDS, optional: true, example: 'fx.payout' })
  command?: string;

  @IdField({ description: 'Only of this order', kind: 'order', optional: true })
  orderId?: string;
}
