import { type ApprovalStanding } from '../../../kernel/approval-standing.js';
import { publicId } from '../../../kernel/ids.js';
import { type Language, reasonIn } from '../../../kernel/sentence.js';
import { EnumField, IdField, InstantField, ObjectField, TextField } from '../../../platform/http/fields.js';

export class AwaitedApprovalDto {
  @IdField({ description: 'The request for approval', kind: 'approval' })
  id!: string;

  @TextField({
    description: 'Where it is read and decided',
    max: 100,
    example: '/v1/approvals/apr_01jdq3x7k2e9ta6v0m8r4c5wzb',
  })
  url!: string;

  @InstantField({ description: 'Until when somebody may decide', example: '2026-11-27T08:00:00.000Z' })
  expiresAt!: string;
}

export class DeclinedApprovalDto {
  @IdField({ description: 'The request for approval', kind: 'approval' })
  id!: string;

  @TextField({ description: 'Where it is read', max: 100, example: '/v1/approvals/apr_01jdq3x7k2e9ta6v0m8r4c5wzb' })
  url!: string;

  @EnumField({ description: 'What became of it', values: ['refused', 'expired', 'withdrawn'], example: 'refused' })
  state!: string;

  @TextField({ description: 'Why', max: 4_000, min: 0, example: 'The account is new to us' })
  reason!: string;
}

/** What a resource tells of the approval that its next step needs; extend it. */
export class WithApprovalDto {
  @ObjectField(() => AwaitedApprovalDto, {
    description: 'It waits for a second person, and goes on by itself when they approve; null while it does not',
    nullable: true,
  })
  awaitingApproval!: AwaitedApprovalDto | null;

  @ObjectField(() => DeclinedApprovalDto, {
    description: 'The last request, where it came to nothing: give the command again to ask anew',
    nullable: true,
  })
  declinedApproval!: DeclinedApprovalDto | null;
}

export function approvalOf(standing: ApprovalStanding | null, language: Language): WithApprovalDto {
  if (standing === null) return { awaitingApproval: null, declinedApproval: null };
  const id = publicId('approval', standing.id);
  const url = `/v1/approvals/${id}`;
  const { state, expiresAt, why } = standing;
  if (state === 'pending') return { awaitingApproval: { id, url, expiresAt }, declinedApproval: null };
  const reason = why?.causes === undefined ? (why?.reason ?? '') : reasonIn(why.causes, language);
  return { awaitingApproval: null, declinedApproval: { id, url, state, reason } };
}
