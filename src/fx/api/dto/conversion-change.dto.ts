import { publicId } from '../../../kernel/ids.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { type Amendment } from '../../application/conversions/conversion-changes.js';
import { CONVERSION_CHANGE } from '../../domain/conversions/change-status.js';
import { type ConversionChange } from '../../entities/conversion-change.entity.js';
import { ExplanationDto } from './explanation.dto.js';

export class ConversionAmendmentRequest {
  @MoneyField({ description: 'The foreign amount that it should be of, more or less', positive: true, optional: true })
  amount?: MoneyJson;

  @DateField({ description: 'The value date that it should have', optional: true, example: '2036-12-01' })
  valueDate?: string;

  toAmendment(): Amendment {
    const { amount, valueDate } = this;
    return { amount: amount === undefined ? undefined : Money.fromJSON(amount), valueDate };
  }
}

export class ConversionChangeDto {
  @IdField({ description: 'Id of the change', kind: 'conversionChange' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['conversion_change'], example: 'conversion_change' })
  object!: 'conversion_change';

  @IdField({ description: 'The conversion', kind: 'conversion' })
  conversionId!: string;

  @EnumField({ description: 'What is asked of the bank', values: ['amend', 'cancel'], example: 'cancel' })
  kind!: string;

  @EnumField({ description: 'State', values: CONVERSION_CHANGE.states, example: 'asked' })
  state!: string;

  @MoneyField({ description: 'The foreign amount before' })
  from!: MoneyJson;

  @MoneyField({ description: 'The foreign amount after; nothing of what is called off' })
  to!: MoneyJson;

  @DateField({ description: 'The value date after', example: '2026-12-01' })
  valueDate!: string;

  @DecimalField({ description: 'The market’s price for the client, CNY for `unit`', example: '711.8111' })
  rate!: string;

  @DecimalField({ description: 'The bank’s own, before the mark-up', example: '711.1' })
  boardRate!: string;

  @DecimalField({ description: 'As Chinese boards quote', example: '100' })
  unit!: string;

  @MoneyField({ description: 'A gain of the client; below zero a cost, set aside until the bank has answered' })
  difference!: MoneyJson;

  @ObjectField(() => ExplanationDto, { description: 'How the difference was worked out' })
  explanation!: ExplanationDto;

  @TextField({ description: 'Why the bank refused', max: 4_000, nullable: true })
  reason!: string | null;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When it was asked for', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  @InstantField({ description: 'When it last changed', example: '2026-11-24T08:00:00.000Z' })
  updatedAt!: string;

  static from(this: void, change: ConversionChange): ConversionChangeDto {
    const { id, conversionId, kind, state, from, to, valueDate, rate, boardRate, unit, difference, reason } = change;
    return {
      id: publicId('conversionChange', id),
      object: 'conversion_change',
      conversionId: publicId('conversion', conversionId),
      ...{ kind, state, from: from.toJSON(), to: to.toJSON(), valueDate },
      ...{ rate: rate.toFixed(), boardRate: boardRate.toFixed(), unit: unit.toFixed() },
      difference: difference.toJSON(),
      explanation: ExplanationDto.from(change.explanation),
      reason,
      ...stampsOf(change),
    };
  }
}

export class ConversionChangePageDto extends PageOf(ConversionChangeDto) {}

export class ConversionChangesQuery extends DatedPageQuery {
  @IdField({ description: 'Only of this conversion', kind: 'conversion', optional: true })
  conversionId?: string;
}
