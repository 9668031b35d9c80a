import { approvalOf, WithApprovalDto } from '../../../approvals/index.js';
import { ApiProperty } from '@nestjs/swagger';

import { type IdKind, parseOptionalId, publicId, publicIdOrBlank } from '../../../kernel/ids.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  IdOrBlankField,
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
import { type WantedAdvance } from '../../application/loan-requests.service.js';
import { REFUND_ADVANCE } from '../../application/terms.js';
import { bucketOf, OVERDUE_BUCKETS } from '../../domain/accrual/overdue.js';
import { ADVANCE_STATES } from '../../domain/advance-status.js';
import { checkAsset } from '../../domain/asset.js';
import { type LoanSubject, SUBJECT_KINDS, type SubjectKind } from '../../domain/subject.js';
import { type Advance } from '../../entities/advance.entity.js';
import { LoanScheduleDto } from './loan-schedule.dto.js';
import { AssetDto } from './pledge.dto.js';

export class RepayAdvanceDto {
  @MoneyField({ description: 'Not more than is owed today; all of that where absent', optional: true, positive: true })
  readonly amount?: MoneyDto;
}

export class RequestAdvanceDto {
  @TextField({
    description: 'Which product; the advance on a refund unless you say',
    optional: true,
    max: 50,
    example: 'refund_advance',
  })
  product?: string;

  @IdField({
    kind: 'order',
    description: 'The order that is lent on; of a product that is lent on orders',
    optional: true,
  })
  orderId?: string;

  @IdField({ kind: 'party', description: 'Who borrows; of a product that is lent to a seller', optional: true })
  sellerId?: string;

  @IdField({
    kind: 'warehouseReceipt',
    description: 'The goods in pledge; of a product that is lent on warehouse receipts',
    optional: true,
  })
  warehouseReceiptId?: string;

  @IdField({ kind: 'forward', description: 'Whose margin; of a product that lends margin', optional: true })
  forwardId?: string;

  @MoneyField({
    description: 'Less than could be had, where less is wanted',
    optional: true,
    positive: true,
    currency: 'CNY',
  })
  amount?: MoneyDto;

  @ListField(() => AssetDto, {
    description:
      'What backs it besides what the product is lent on; an invoice is the seller’s own unless its issuer is named',
    optional: true,
    max: 50,
  })
  security?: AssetDto[];

  /** @throws InvalidInputError */
  static toWanted(this: void, body: RequestAdvanceDto): WantedAdvance {
    const { product = REFUND_ADVANCE, amount, security = [] } = body;
    const check = new InputCheck();
    security.forEach((asset, index) => {
      if (asset.kind !== 'invoice') checkAsset(check, asset, `/security/${index}/`);
    });
    check.done();
    return {
      product,
      orderId: parseOptionalId('order', body.orderId) ?? null,
      sellerId: parseOptionalId('party', body.sellerId) ?? null,
      warehouseReceiptId: parseOptionalId('warehouseReceipt', body.warehouseReceiptId) ?? null,
      forwardId: parseOptionalId('forward', body.forwardId) ?? null,
      amount: amount === undefined ? null : Money.fromJSON(amount),
      security,
    };
  }
}

class LoanSubjectDto {
  @EnumField({
    description: 'An order, a seller by what it is worth itself, goods in pledge, or a forward by its margin',
    values: SUBJECT_KINDS,
    example: 'order',
  })
  readonly type!: string;

  @TextField({ description: 'Its id', max: 30, example: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb' })
  readonly id!: string;

  static from(this: void, { kind, id }: LoanSubject): LoanSubjectDto {
    return { type: kind, id: publicId(SUBJECT_IDS[kind], id) };
  }
}

const SUBJECT_IDS = {
  order: 'order',
  seller: 'party',
  warehouse_receipt: 'warehouseReceipt',
  forward: 'forward',
} as const satisfies Record<SubjectKind, IdKind>;

export class AdvanceDto extends WithApprovalDto {
  @IdField({ kind: 'advance', description: 'Id' })
  readonly id!: string;

  @IdOrBlankField({ kind: 'order', description: 'The order; empty of one that is lent to a seller, see `subject`' })
  readonly orderId!: string;

  @ObjectField(() => LoanSubjectDto, { description: 'What it is lent on' })
  readonly subject!: LoanSubjectDto;

  @IdField({ kind: 'party', description: 'The borrower' })
  readonly sellerId!: string;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 30, description: 'The refund claim that secures it' })
  readonly claimId!: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    maxLength: 30,
    description: 'The score of the borrower that it was decided with; null of those of before',
  })
  readonly scoreId!: string | null;

  @TextField({ description: 'Product', example: 'refund_advance', max: 50 })
  readonly product!: string;

  @ApiProperty({
    type: 'integer',
    format: 'int32',
    nullable: true,
    minimum: 1,
    maximum: 2_147_483_647,
    description: 'The version of the product by which it was asked for; null of those before products had versions',
  })
  readonly productVersion!: number | null;

  @EnumField({ description: 'Where it stands', values: ADVANCE_STATES })
  readonly state!: string;

  @MoneyField({ description: 'What was asked for, and paid out' })
  readonly principal!: MoneyDto;

  @MoneyField({ description: 'Principal still owed' })
  readonly outstanding!: MoneyDto;

  @MoneyField({ description: 'Interest and penalty run up to today and not paid' })
  readonly accruedInterest!: MoneyDto;

  @MoneyField({ description: 'Fees not paid' })
  readonly feesDue!: MoneyDto;

  @DecimalField({ description: 'Per year, as a fraction', example: '0.0435' })
  readonly annualRate!: string;

  @IntegerField({ description: 'Days of the year that interest is counted by', example: 360 })
  readonly dayBasis!: number;

  @ApiProperty({
    type: 'string',
    nullable: true,
    format: 'date',
    maxLength: 10,
    description: 'Value date of the payment',
  })
  readonly drawnOn!: string | null;

  @DateField({ description: 'When it must be repaid; no day off in China' })
  readonly maturityOn!: string;

  @DateField({
    description: 'The oldest instalment that is not paid; null of a loan that is due as a whole',
    nullable: true,
  })
  readonly nextDueOn!: string | null;

  @IntegerField({ description: 'Days past the maturity, or past the oldest instalment that is not paid', min: 0 })
  readonly daysOverdue!: number;

  @EnumField({ description: 'How long it is overdue, as lenders report it', values: OVERDUE_BUCKETS })
  readonly overdueBucket!: string;

  @TextListField({ description: 'Why it was declined, or could not be had', maxLength: 500 })
  readonly reasons!: string[];

  @ApiProperty({
    type: 'string',
    nullable: true,
    format: 'date-time',
    maxLength: 40,
    description: 'By when the lender should have answered',
  })
  readonly expectedBy!: string | null;

  @TextListField({ description: 'What may be done now' })
  readonly allowedActions!: string[];

  @InstantField({ description: 'When it was asked for' })
  readonly createdAt!: string;

  @IntegerField({ description: 'Version; the ETag', min: 1 })
  readonly version!: number;

  @ObjectField(() => LoanScheduleDto, {
    description: 'What is due when, and what it costs; in the answer to the request, else see `…/schedule`',
    optional: true,
  })
  readonly schedule?: LoanScheduleDto;

  static from(this: void, advance: Advance, now: Date, language: Language): AdvanceDto {
    const today = dateInZone(now, CHINA);
    const dues = advance.duesOn(today, Money.zero(advance.principal.currency));
    const overdue = advance.daysOverdueOn(today);
    return {
      id: publicId('advance', advance.id),
      orderId: publicIdOrBlank('order', advance.orderId),
      subject: LoanSubjectDto.from(advance.subject),
      sellerId: publicId('party', advance.sellerId),
      claimId: advance.claimId === null ? null : publicId('claim', advance.claimId),
      scoreId: advance.scoreId === null ? null : publicId('creditScore', advance.scoreId),
      product: advance.product,
      productVersion: advance.terms?.version ?? null,
      state: advance.state,
      ...approvalOf(advance.approval, language),
      principal: advance.principal.toJSON(),
      outstanding: advance.outstanding.toJSON(),
      accruedInterest: dues.interest.plus(dues.penalty).toJSON(),
      feesDue: advance.feesDue.toJSON(),
      annualRate: advance.annualRate.toFixed(),
      dayBasis: advance.dayBasis,
      drawnOn: advance.drawnOn,
      maturityOn: advance.maturityOn,
      nextDueOn: advance.nextDueOn,
      daysOverdue: overdue,
      overdueBucket: bucketOf(overdue),
      reasons: (advance.causes ?? advance.reasons).map((reason) => told(reason, language)),
      expectedBy: advance.expectedBy?.toISOString() ?? null,
      allowedActions: [],
      createdAt: advance.createdAt.toISOString(),
      version: advance.version,
    };
  }
}

const STATES =
  /^(requested|drawn|repaid|written_off|recovered|declined|ineligible)(,(requested|drawn|repaid|written_off|recovered|declined|ineligible))*$/;

export const AdvancePageDto = PageOf(AdvanceDto);

export class AdvancesQuery extends DatedPageQuery {
  @IdField({ kind: 'order', description: 'Only of this order', optional: true })
  orderId?: string;

  @IdField({ kind: 'party', description: 'Only of this seller', optional: true })
  sellerId?: string;

  @TextField({ description: 'Only of this product', optional: true, max: 50, example: 'refund_advance' })
  product?: string;

  @TextField({
    description: 'States, separated by commas',
    optional: true,
    example: 'requested,drawn',
    pattern: STATES,
  })
  state?: string;
}

class AdvanceRuleDto {
  @TextField({ description: 'Which rule', max: 100 })
  readonly id!: string;

  @TextField({ description: 'In which wording', max: 50 })
  readonly version!: string;

  @TextField({ description: 'Where it stands', max: 500 })
  readonly source!: string;
}

class AdvanceStepDto {
  @TextField({ description: 'The figure', max: 100 })
  readonly name!: string;

  @TextField({ description: 'How it was worked out', max: 500 })
  readonly formula!: string;

  @TextField({ description: 'What came out', max: 100 })
  readonly value!: string;
}

class RepaymentDto {
  @IdField({ kind: 'repayment', description: 'Id; the reference that the lender has' })
  readonly id!: string;

  @MoneyField({ description: 'Of the principal' })
  readonly principal!: MoneyDto;

  @MoneyField({ description: 'Interest and penalty' })
  readonly interest!: MoneyDto;

  @MoneyField({ description: 'Fees' })
  readonly fees!: MoneyDto;

  @DateField({ description: 'From when it counts' })
  readonly valueDate!: string;
}

/** How an advance came about and was paid back. */
export class AdvanceCalculationDto {
  @ObjectField(() => AdvanceRuleDto, { description: 'The rule and its wording' })
  readonly rule!: AdvanceRuleDto;

  @ListField(() => AdvanceStepDto, { description: 'The working', max: 100 })
  readonly steps!: AdvanceStepDto[];

  @ListField(() => RepaymentDto, { description: 'What was paid back', max: 1_000 })
  readonly repayments!: RepaymentDto[];
}
