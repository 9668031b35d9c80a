import { ApiProperty } from '@nestjs/swagger';

import { publicId, publicIdOrBlank } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import {
  DateField,
  EnumField,
  IdField,
  IdOrBlankField,
  InstantField,
  ListField,
  MoneyDto,
  MoneyField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { PAYEES, WATERFALL_PARTS, type WaterfallLine, type WaterfallRow } from '../../entities/waterfalls.table.js';

const SOURCE_KIND = {
  collection: 'conversion',
  refund: 'claim',
  advance: 'advance',
  guarantee: 'guaranteeRound',
  repayment: 'repayment',
  indemnity: 'insuranceClaim',
  recovery: 'insuranceRecovery',
} as const;

class WaterfallLineDto {
  @EnumField({ description: '`platform`: for services that it booked for the seller', values: PAYEES })
  readonly payee!: string;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 50, description: 'Code of the lender, where it is one' })
  readonly lender!: string | null;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 30, description: 'The loan that is repaid by it' })
  readonly advanceId!: string | null;

  @EnumField({ description: 'What it is for', values: WATERFALL_PARTS })
  readonly part!: string;

  @MoneyField({ description: 'How much' })
  readonly amount!: MoneyDto;

  static from(
    this: void,
    { payee, lender, advanceId, part, minor }: WaterfallLine,
    currency: string,
  ): WaterfallLineDto {
    const loan = advanceId === null ? null : publicId('advance', advanceId);
    return { payee, lender, advanceId: loan, part, amount: Money.ofMinor(BigInt(minor), currency).toJSON() };
  }
}

/** One receipt and what became of it, line by line. */
export class WaterfallDto {
  @IdField({ kind: 'waterfall', description: 'Id' })
  readonly id!: string;

  @IdOrBlankField({ kind: 'order', description: 'The order; empty of a loan that is lent on none' })
  readonly orderId!: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    maxLength: 30,
    description: 'The advance that was repaid from it first',
  })
  readonly advanceId!: string | null;

  @EnumField({ description: 'What arrived', values: Object.keys(SOURCE_KIND) })
  readonly source!: string;

  @TextField({
    description:
      'The conversion, claim, advance, round of a guarantee call, repayment, insurance claim or recovery it came from',
    max: 40,
  })
  readonly sourceId!: string;

  @EnumField({ description: '`waiting`: a lender is still deciding', values: ['waiting', 'split'] })
  readonly state!: string;

  @MoneyField({ description: 'What arrived' })
  readonly amount!: MoneyDto;

  @MoneyField({ description: 'To the lender: fees' })
  readonly fees!: MoneyDto;

  @MoneyField({ description: 'To the lender: penalty' })
  readonly penalty!: MoneyDto;

  @MoneyField({ description: 'To the lender: interest' })
  readonly interest!: MoneyDto;

  @MoneyField({ description: 'To the lender: principal' })
  readonly principal!: MoneyDto;

  @MoneyField({ description: 'Other dues of the order' })
  readonly otherDues!: MoneyDto;

  @MoneyField({ description: 'To the SME' })
  readonly released!: MoneyDto;

  @ListField(() => WaterfallLineDto, {
    description:
      'Who got what, in the order in which it was paid; empty while it waits, and of splits from before there were lines',
    max: 100,
  })
  readonly lines!: WaterfallLineDto[];

  @DateField({ description: 'From when it counts' })
  readonly valueDate!: string;

  @InstantField({ description: 'When it arrived' })
  readonly createdAt!: string;

  static from(this: void, row: WaterfallRow): WaterfallDto {
    const money = (minor: string): MoneyDto => Money.ofMinor(BigInt(minor), row.currency).toJSON();
    return {
      id: publicId('waterfall', row.id),
      orderId: publicIdOrBlank('order', row.order_id),
      advanceId: row.advance_id === null ? null : publicId('advance', row.advance_id),
      source: row.source,
      sourceId: publicId(SOURCE_KIND[row.source], row.source_id),
      state: row.state,
      amount: money(row.amount_minor),
      fees: money(row.fees_minor),
      penalty: money(row.penalty_minor),
      interest: money(row.interest_minor),
      principal: money(row.principal_minor),
      otherDues: money(row.dues_minor),
      released: money(row.released_minor),
      lines: row.lines.map((line) => WaterfallLineDto.from(line, row.currency)),
      valueDate: row.value_date,
      createdAt: row.created_at.toISOString(),
    };
  }
}

export const WaterfallPageDto = PageOf(WaterfallDto);

export class WaterfallsQuery extends DatedPageQuery {
  @IdField({ kind: 'order', description: 'Only of this order', optional: true })
  orderId?: string;
}
