import { Decimal } from '../../../kernel/decimal.js';
import { publicId } from '../../../kernel/ids.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { type ForwardTermsRule } from '../../domain/forwards/forward-terms.js';
import { type ForwardTerms } from '../../entities/forward-terms.entity.js';

const NOTICES_MAX = 10;

export class ForwardTermsRequest {
  @DateField({ description: 'From this day on', example: '2027-01-01' })
  validFrom!: string;

  @DecimalField({ description: 'The platform’s part of the rate: 0.002 is 0.2 %', example: '0.001' })
  spread!: string;

  @DecimalField({
    description: 'Held of the seller’s CNY, of what the contract comes to: 0.03 is 3 %',
    example: '0.03',
  })
  depositShare!: string;

  @IntegerField({ description: 'How long a quote holds', min: 1, max: 600, example: 30 })
  lockSeconds!: number;

  @IntegerField({
    description: 'Curves that were taken in longer ago are not quoted from',
    min: 1,
    max: 31,
    example: 1,
  })
  curveMaxAgeDays!: number;

  @IntegerField({ description: 'The furthest last day of a contract, from today', min: 1, max: 730, example: 366 })
  daysMax!: number;

  @TextListField({
    description: 'So many days before the last one a reminder is given; on the day itself always',
    max: NOTICES_MAX,
    maxLength: 3,
    pattern: /^[1-9]\d{0,2}$/,
    example: ['7', '3', '1'],
  })
  noticeDays!: string[];

  @TextField({ description: 'Who decided it', max: 200, example: 'Treasury committee, 2026-12-15' })
  source!: string;

  toTerms(): ForwardTermsRule {
    const { validFrom, spread, depositShare, lockSeconds, curveMaxAgeDays, daysMax, noticeDays, source } = this;
    return {
      ...{ validFrom, lockSeconds, curveMaxAgeDays, daysMax, source },
      spread: new Decimal(spread),
      depositShare: new Decimal(depositShare),
      noticeDays: noticeDays.map(Number),
    };
  }
}

export class ForwardTermsDto extends ForwardTermsRequest {
  @IdField({ description: 'Id of the terms', kind: 'forwardTerms' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['forward_terms'], example: 'forward_terms' })
  object!: 'forward_terms';

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When they were set', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  @InstantField({ description: 'When they last changed', example: '2026-11-24T08:00:00.000Z' })
  updatedAt!: string;

  static from(this: void, row: ForwardTerms): Omit<ForwardTermsDto, 'toTerms'> {
    const { validFrom, lockSeconds, curveMaxAgeDays, daysMax, source, noticeDays } = row;
    return {
      id: publicId('forwardTerms', row.id),
      object: 'forward_terms',
      ...{ validFrom, lockSeconds, curveMaxAgeDays, daysMax, source },
      spread: row.spread.toFixed(),
      depositShare: row.depositShare.toFixed(),
      noticeDays: noticeDays.map(String),
      ...stampsOf(row),
    };
  }
}

export class ForwardTermsPageDto extends PageOf(ForwardTermsDto) {}
