import { publicId } from '../../../../kernel/ids.js';
import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../../platform/http/paging.js';
import { stampsOf } from '../../../../platform/http/stamps.js';
import { wordsPattern } from '../../../../platform/http/words-pattern.js';
import { ASSIGNMENT, ASSIGNMENT_STATES, NOTICE_MANNERS } from '../../../domain/assignment/assignment-status.js';
import { type ReceivableAssignment } from '../../../entities/receivable-assignment.entity.js';
import { InsuranceDocumentDto } from './document.dto.js';

export class DraftAssignmentDto {
  @IdField({ kind: 'order', description: 'Whose receivable' })
  readonly orderId!: string;

  @TextField({ description: 'Who lends on it', max: 200, example: 'Bank of Ningbo, Beilun branch' })
  readonly assignee!: string;

  @TextField({ description: 'Where the buyer is to pay', max: 500, example: 'NBCBCNBN, 20260000001234567' })
  readonly account!: string;
}

export class SendAssignmentDto {
  @EnumField({ description: 'How the notice went to the buyer', values: NOTICE_MANNERS, example: 'courier' })
  readonly manner!: (typeof NOTICE_MANNERS)[number];

  @DateField({ description: 'When it was sent, or handed over', example: '2026-11-24' })
  readonly sentOn!: string;
}

export class AcknowledgeAssignmentDto {
  @DateField({ description: 'When the buyer signed', example: '2026-11-26' })
  readonly acknowledgedOn!: string;

  @TextField({ description: 'Who signed for the buyer', max: 100, example: 'J. Smith' })
  readonly signatory!: string;

  @ObjectField(() => InsuranceDocumentDto, { description: 'The signed acknowledgement' })
  readonly document!: InsuranceDocumentDto;
}

export class ReleaseAssignmentDto {
  @TextField({ description: 'Why', max: 500, example: 'The loan is repaid' })
  readonly reason!: string;
}

/** What a buyer owes, assigned to who lends on it (应收账款转让). */
export class ReceivableAssignmentDto {
  @IdField({ kind: 'receivableAssignment', description: 'Id; the number of the notice' })
  readonly id!: string;

  @IdField({ kind: 'order', description: 'The order' })
  readonly orderId!: string;

  @IdField({ kind: 'party', description: 'The seller' })
  readonly sellerId!: string;

  @IdField({ kind: 'party', description: 'The buyer' })
  readonly buyerId!: string;

  @TextField({ description: 'Who lends on it', max: 200 })
  readonly assignee!: string;

  @TextField({ description: 'Where the buyer is to pay', max: 500 })
  readonly account!: string;

  @TextField({ description: 'The contract by which it is owed', max: 200 })
  readonly contractNumber!: string;

  @MoneyField({ description: 'What is owed' })
  readonly amount!: MoneyDto;

  @EnumField({ description: 'Where it stands', values: ASSIGNMENT_STATES, example: 'sent' })
  readonly state!: string;

  @TextListField({ description: 'What can be done next', values: ASSIGNMENT.commands, max: 3 })
  readonly allowedActions!: string[];

  @EnumField({ description: 'How the notice went to the buyer', values: NOTICE_MANNERS, nullable: true })
  readonly manner!: string | null;

  @DateField({ description: 'When the notice was sent', nullable: true })
  readonly sentOn!: string | null;

  @InstantField({
    description: 'Of several claims to one debt the notice that was given first goes first',
    nullable: true,
  })
  readonly rankedAt!: string | null;

  @DateField({ description: 'When the buyer acknowledged it', nullable: true })
  readonly acknowledgedOn!: string | null;

  @TextField({ description: 'Who signed for the buyer', max: 100, nullable: true })
  readonly signatory!: string | null;

  @ObjectField(() => InsuranceDocumentDto, { description: 'The signed acknowledgement', nullable: true })
  readonly document!: InsuranceDocumentDto | null;

  @TextField({ description: 'Why it is over', max: 500, nullable: true })
  readonly releaseReason!: string | null;

  @IntegerField({ description: 'Version; the ETag', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was drafted' })
  readonly createdAt!: string;

  @InstantField({ description: 'When something last changed' })
  readonly updatedAt!: string;

  static from(this: void, row: ReceivableAssignment): ReceivableAssignmentDto {
    const { assignee, account, contractNumber, state, manner, sentOn, acknowledgedOn, signatory, releaseReason } = row;
    return {
      id: publicId('receivableAssignment', row.id),
      orderId: publicId('order', row.orderId),
      sellerId: publicId('party', row.sellerId),
      buyerId: publicId('party', row.buyerId),
      ...{ assignee, account, contractNumber, state, manner, sentOn, acknowledgedOn, signatory, releaseReason },
      ...{ amount: row.amount.toJSON(), allowedActions: ASSIGNMENT.allowedActions(state) },
      ...{ rankedAt: row.rankedAt?.toISOString() ?? null, document: row.document, ...stampsOf(row) },
    };
  }
}

export class ReceivableAssignmentPageDto extends PageOf(ReceivableAssignmentDto) {}

export class AssignmentsQuery extends DatedPageQuery {
  @IdField({ kind: 'order', description: 'Only of this order', optional: true })
  orderId?: string;

  @TextField({
    description: 'States, separated by commas',
    optional: true,
    example: 'sent,acknowledged',
    pattern: wordsPattern(ASSIGNMENT_STATES),
  })
  state?: string;
}
