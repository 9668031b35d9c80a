import { CURRENCIES } from '../../../kernel/currency.js';
import { Decimal } from '../../../kernel/decimal.js';
import { parseId, publicId } from '../../../kernel/ids.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { type MarkUpTerms } from '../../domain/rates/mark-up.js';
import { type MarkUp } from '../../entities/mark-up.entity.js';

function ShareField({ optional = false } = {}): PropertyDecorator {
  return DecimalField({ description: '0.001 is 0.1 % of the bank’s price; 0.05 at most', optional, example: '0.001' });
}

export class FxMarkUpRequest {
  @EnumField({
    description: 'On this currency; on all unless you say',
    values: CURRENCIES,
    optional: true,
    example: 'USD',
  })
  currency?: string;

  @IdField({ description: 'For this seller; for all unless you say', kind: 'party', optional: true })
  sellerId?: string;

  @ShareField()
  share!: string;

  @DateField({ description: 'First day in China on which it holds', example: '2026-12-01' })
  validFrom!: string;

  @DateField({ description: 'Last day; open unless you say', optional: true, example: '2027-12-31' })
  validTo?: string;

  toTerms(): MarkUpTerms {
    const { currency = null, sellerId, share, validFrom, validTo = null } = this;
    const partyId = sellerId === undefined ? null : parseId('party', sellerId);
    return { currency, partyId, share: new Decimal(share), validFrom, validTo };
  }
}

export class FxMarkUpChangeRequest {
  @ShareField({ optional: true })
  share?: string;

  @DateField({ description: 'Last day', optional: true, example: '2026-12-31' })
  validTo?: string;

  toChange(): Partial<Pick<MarkUpTerms, 'share' | 'validTo'>> {
    const { share, validTo } = this;
    return {
      ...(share === undefined ? {} : { share: new Decimal(share) }),
      ...(validTo === undefined ? {} : { validTo }),
    };
  }
}

export class FxMarkUpDto {
  @IdField({ description: 'Id of the mark-up', kind: 'fxMarkUp' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['fx_mark_up'], example: 'fx_mark_up' })
  object!: 'fx_mark_up';

  @EnumField({ description: 'On this currency; null: on all', values: CURRENCIES, nullable: true, example: 'USD' })
  currency!: string | null;

  @IdField({ description: 'For this seller; null: for all', kind: 'party', nullable: true })
  sellerId!: string | null;

  @ShareField()
  share!: string;

  @DateField({ description: 'First day in China on which it holds', example: '2026-12-01' })
  validFrom!: string;

  @DateField({ description: 'Last day; null: open', nullable: true, example: '2027-12-31' })
  validTo!: string | null;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When it was made', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  @InstantField({ description: 'When it last changed', example: '2026-11-24T08:00:00.000Z' })
  updatedAt!: string;

  static from(this: void, markUp: MarkUp): FxMarkUpDto {
    const { id, currency, partyId, share, validFrom, validTo } = markUp;
    return {
      id: publicId('fxMarkUp', id),
      object: 'fx_mark_up',
      currency,
      sellerId: partyId === null ? null : publicId('party', partyId),
      share: share.toFixed(),
      validFrom,
      validTo,
      ...stampsOf(markUp),
    };
  }
}

export class FxMarkUpPageDto extends PageOf(FxMarkUpDto) {}

export class FxMarkUpsQuery extends DatedPageQuery {
  @EnumField({ description: 'Only on this currency', values: CURRENCIES, optional: true, example: 'USD' })
  currency?: string;

  @IdField({ description: 'Only for this seller', kind: 'party', optional: true })
  sellerId?: string;
}
