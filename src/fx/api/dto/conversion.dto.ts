import { approvalOf, WithApprovalDto } from '../../../approvals/index.js';
import { Decimal } from '../../../kernel/decimal.js';
import { parseId, publicId } from '../../../kernel/ids.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { type Language, reasonIn } from '../../../kernel/sentence.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  MoneyField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { PageOf, DatedPageQuery } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type ConversionOrder } from '../../application/conversions/conversions.js';
import { CONVERSION, type ConversionState } from '../../domain/conversions/conversion-status.js';
import { TENORS } from '../../domain/value-dates/cut-offs.js';
import { type Conversion } from '../../entities/conversion.entity.js';

export class ConversionRequest {
  @IdField({ description: 'The quote to convert at', kind: 'fxQuote' })
  quoteId!: string;

  @DecimalField({
    description:
      'The worst rate to take, for `unit` of the quote, should it wait for a second person; half a percent worse than the ' +
      'quote unless you say',
    optional: true,
    example: '705',
  })
  worstRate?: string;

  @InstantField({
    description: 'Until when it may be carried out, should it wait; as long as somebody may approve it unless you say',
    optional: true,
    example: '2036-04-01T08:00:00.000Z',
  })
  validUntil?: string;

  toOrder(): ConversionOrder {
    const { quoteId, worstRate, validUntil } = this;
    return {
      quoteId: parseId('fxQuote', quoteId),
      worstRate: worstRate === undefined ? undefined : new Decimal(worstRate),
      validUntil: validUntil === undefined ? undefined : new Date(validUntil),
    };
  }
}

export class ConversionDto extends WithApprovalDto {
  @IdField({ description: 'Id of the conversion', kind: 'conversion' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['conversion'], example: 'conversion' })
  object!: 'conversion';

  @EnumField({ description: 'State', values: CONVERSION.states, example: 'booked' })
  state!: ConversionState;

  @TextListField({ description: 'Commands that can be given now', max: 5, maxLength: 40 })
  allowedActions!: string[];

  @IdField({
    description: 'The quote; null for money that came in CNY and needed none',
    kind: 'fxQuote',
    nullable: true,
  })
  quoteId!: string | null;

  @IdField({ description: 'The forward that it delivers', kind: 'forward', nullable: true })
  forwardId!: string | null;

  @IdField({ description: 'The seller whose money it is', kind: 'party' })
  sellerId!: string;

  @IdField({ description: 'The order it is for', kind: 'order', nullable: true })
  orderId!: string | null;

  @MoneyField({ description: 'What was sold' })
  sold!: MoneyJson;

  @MoneyField({ description: 'What was bought; while it waits, what it would be by the quote' })
  bought!: MoneyJson;

  @MoneyField({ description: 'What the order planned to get for it', nullable: true })
  planned!: MoneyJson | null;

  @DecimalField({
    description:
      'CNY for `unit` of the foreign currency; between two foreign ones what is bought for `unit` of what is sold',
    example: '707.41188',
  })
  rate!: string;

  @DecimalField({ description: 'As Chinese boards quote', example: '100' })
  unit!: string;

  @TextField({ description: 'The bank’s number of the deal', max: 100, nullable: true, example: 'FXD795000001' })
  dealId!: string | null;

  @EnumField({
    description: 'As quoted; null: at the bank’s counter, at once',
    values: TENORS,
    nullable: true,
    example: 'spot',
  })
  tenor!: string | null;

  @IdField({ description: 'The change that the bank is asked for', kind: 'conversionChange', nullable: true })
  changeId!: string | null;

  @DateField({
    description: 'Day on which both currencies change hands, as the bank says once it has dealt',
    nullable: true,
    example: '2026-11-24',
  })
  valueDate!: string | null;

  @DecimalField({
    description: 'The worst rate that it may be carried out at once it is approved, for `unit`; null at par',
    nullable: true,
    example: '703.874821',
  })
  worstRate!: string | null;

  @InstantField({ description: 'Until when it may be carried out; null without such a time', nullable: true })
  validUntil!: string | null;

  @TextField({
    description: 'Why the bank refused, and the booking is reversed, or why it lapsed',
    max: 4_000,
    nullable: true,
  })
  reason!: string | null;

  @InstantField({ description: 'When the bank should have dealt; null when nothing is awaited', nullable: true })
  expectedBy!: string | null;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When it was booked', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  @InstantField({ description: 'When it last changed', example: '2026-11-24T08:00:00.000Z' })
  updatedAt!: string;

  static from(this: void, conversion: Conversion, language: Language): ConversionDto {
    const { causes } = conversion;
    return {
      ...approvalOf(conversion.approval, language),
      id: publicId('conversion', conversion.id),
      object: 'conversion',
      state: conversion.state,
      // One between two foreign currencies stands as it was dealt.
      allowedActions: conversion.isCross ? [] : CONVERSION.allowedActions(conversion.state),
      quoteId: conversion.quoteId === null ? null : publicId('fxQuote', conversion.quoteId),
      forwardId: conversion.forwardId === null ? null : publicId('forward', conversion.forwardId),
      sellerId: publicId('party', conversion.partyId),
      orderId: conversion.orderId === null ? null : publicId('order', conversion.orderId),
      sold: conversion.sold.toJSON(),
      bought: conversion.bought.toJSON(),
      planned: conversion.planned?.toJSON() ?? null,
      rate: conversion.rate.toFixed(),
      unit: conversion.unit.toFixed(),
      dealId: conversion.dealId,
      tenor: conversion.tenor,
      changeId: conversion.changeId === null ? null : publicId('conversionChange', conversion.changeId),
      valueDate: conversion.valueDate,
      worstRate: conversion.worstRate?.toFixed() ?? null,
      validUntil: conversion.validUntil?.toISOString() ?? null,
      reason: causes === null ? conversion.reason : reasonIn(causes, language),
      expectedBy: conversion.expectedBy?.toISOString() ?? null,
      ...stampsOf(conversion),
    };
  }
}

export class ConversionPageDto extends PageOf(ConversionDto) {}

export class ConversionsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(CONVERSION.states),
    max: 120,
    optional: true,
    example: 'settled',
  })
  state?: string;

  @IdField({ description: 'Only this seller’s', kind: 'party', optional: true })
  sellerId?: string;

  @IdField({ description: 'Only this order’s', kind: 'order', optional: true })
  orderId?: string;
}
