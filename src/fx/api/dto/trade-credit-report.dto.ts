import { parseId, publicId } from '../../../kernel/ids.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { type Language, reasonIn } from '../../../kernel/sentence.js';
import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type ExpectedCredit } from '../../application/safe/trade-credit-desk.js';
import { TRADE_CREDIT_REPORT } from '../../domain/safe/trade-credit-report-status.js';
import { type WatchedCredit } from '../../domain/safe/trade-credit-watch.js';
import { ENTERPRISE_CLASSES } from '../../entities/enterprise-classes.table.js';
import { type TradeCreditReport } from '../../entities/trade-credit-report.entity.js';
import { ExplanationDto } from './explanation.dto.js';

const TYPES = ['advance_receipt', 'deferred_receipt'] as const;
const REFERENCE = { max: 60, example: 'TCR-2026-0001' } as const;

export class DueTradeCreditReportDto {
  @IdField({ description: 'Id of the report', kind: 'tradeCreditReport' })
  readonly id!: string;

  @IdField({ description: 'The order', kind: 'order' })
  readonly orderId!: string;

  @IdField({ description: 'The seller', kind: 'party' })
  readonly sellerId!: string;

  @EnumField({ description: 'Money before goods, or goods before money', values: TYPES, example: 'advance_receipt' })
  readonly type!: string;

  @EnumField({ description: 'State', values: TRADE_CREDIT_REPORT.states, example: 'due' })
  readonly state!: string;

  @TextListField({
    description: 'Commands that can be given now',
    values: TRADE_CREDIT_REPORT.commands,
    max: 5,
    maxLength: 40,
  })
  readonly allowedActions!: readonly string[];

  @EnumField({ description: 'Class of the seller when it began', values: ENTERPRISE_CLASSES, example: 'A' })
  readonly enterpriseClass!: string;

  @MoneyField({ description: 'What was paid in advance, or is not paid' })
  readonly amount!: MoneyJson;

  @DateField({ description: 'When the money came, or the goods left', example: '2026-11-24' })
  readonly startedOn!: string;

  @DateField({ description: 'When the other is expected; null where nobody has said', nullable: true })
  readonly expectedOn!: string | null;

  @DateField({ description: 'Last day of the report', example: '2026-12-24' })
  readonly reportBy!: string;

  @DateField({ description: 'When it was reported, or corrected last', nullable: true })
  readonly reportedOn!: string | null;

  @TextField({ description: 'Number that SAFE’s system gave it', ...REFERENCE, nullable: true })
  readonly reference!: string | null;

  @TextField({ description: 'Why it was corrected, or is not needed', max: 1_000, nullable: true })
  readonly reason!: string | null;

  @ObjectField(() => ExplanationDto, { description: 'Why it is to be reported' })
  readonly explanation!: ExplanationDto;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it fell due' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, report: TradeCreditReport, language: Language): DueTradeCreditReportDto {
    const { type, state, enterpriseClass, startedOn, expectedOn, reportBy, reportedOn, reference, causes } = report;
    return {
      id: publicId('tradeCreditReport', report.id),
      orderId: publicId('order', report.orderId),
      sellerId: publicId('party', report.partyId),
      ...{ type, state, enterpriseClass, startedOn, expectedOn, reportBy, reportedOn, reference },
      allowedActions: TRADE_CREDIT_REPORT.allowedActions(state),
      amount: report.amount.toJSON(),
      reason: causes === null ? report.reason : reasonIn(causes, language),
      explanation: ExplanationDto.from(report.explanation),
      ...stampsOf(report),
    };
  }
}

export class DueTradeCreditReportPageDto extends PageOf(DueTradeCreditReportDto) {}

export class DueTradeCreditReportsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(TRADE_CREDIT_REPORT.states),
    max: 100,
    optional: true,
    example: 'due',
  })
  readonly state?: string;

  @IdField({ description: "Only this seller's", kind: 'party', optional: true })
  readonly sellerId?: string;

  @IdField({ description: 'Only of this order', kind: 'order', optional: true })
  readonly orderId?: string;

  @DateField({ description: 'To be reported before this day', optional: true, example: '2026-12-24' })
  readonly reportBefore?: string;
}

export class ExpectedTradeCreditDto {
  @IdField({ description: 'The order', kind: 'order' })
  readonly orderId!: string;

  @EnumField({ description: 'Money before goods, or goods before money', values: TYPES, example: 'advance_receipt' })
  readonly type!: WatchedCredit;

  @DateField({ description: 'When goods leave, or money comes', example: '2027-03-31' })
  readonly expectedOn!: string;

  toExpected(): ExpectedCredit {
    return { orderId: parseId('order', this.orderId), type: this.type, expectedOn: this.expectedOn };
  }
}

export class MadeTradeCreditReportDto {
  @TextField({ description: 'Number that SAFE’s system gave it', ...REFERENCE })
  readonly reference!: string;

  @DateField({ description: 'When it was reported; today where it is left out', optional: true, example: '2026-12-01' })
  readonly reportedOn?: string;
}

export class CorrectedTradeCreditReportDto {
  @TextField({ description: 'Number that SAFE’s system gave the correction', ...REFERENCE })
  readonly reference!: string;

  @TextField({ description: 'Why it was corrected', max: 500, example: 'The shipment is put off by a month' })
  readonly reason!: string;
}

export class WaivedTradeCreditReportDto {
  @TextField({ description: 'Why none is needed', max: 500, example: 'The buyer pays within 60 days' })
  readonly reason!: string;
}
