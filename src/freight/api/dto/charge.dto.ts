import { type MoneyJson } from '../../../kernel/money.js';
import {
  DecimalField,
  EnumField,
  IdField,
  IntegerField,
  MoneyDto,
  MoneyField,
  TextField,
} from '../../../platform/http/fields.js';
import { publicId } from '../../../kernel/ids.js';
import { type ChargeLineRecord } from '../../domain/charge-record.js';
import { CHARGE_BASES, type ChargeBasis, type Payer, PAYERS } from '../../domain/rate.js';

export const PORT = { max: 5, min: 5, pattern: /^[A-Z]{2}[A-Z2-9]{3}$/ } as const;
export const SIZE_TYPE = { max: 4, min: 4, pattern: /^[0-9A-Z]{4}$/ } as const;

/** So many containers of one size. */
export class ContainersDto {
  @TextField({ description: 'ISO 6346 size-type', ...SIZE_TYPE, example: '22G1' })
  sizeType!: string;

  @IntegerField({ description: 'How many', min: 1, max: 999, example: 2 })
  count!: number;
}

/** One item of a quote. */
export class FreightChargeDto {
  @TextField({ description: 'Code of the charge', max: 10, example: 'OCEAN' })
  readonly code!: string;

  @TextField({ description: 'What it is for', example: 'Ocean freight' })
  readonly name!: string;

  @EnumField({ description: 'What it is counted by', values: CHARGE_BASES, example: 'per_container' })
  readonly basis!: ChargeBasis;

  @TextField({ description: 'Container size that it is for', max: 4, min: 4, nullable: true, example: '22G1' })
  readonly sizeType!: string | null;

  @DecimalField({ description: 'Containers, revenue tons or one; for a percentage its fraction', example: '2' })
  readonly quantity!: string;

  @MoneyField({ description: 'Price of one; for a percentage the sum that it is of' })
  readonly price!: MoneyDto;

  @MoneyField({ description: 'What is charged: quantity × price, rounded half up, within the limits of the rate' })
  readonly amount!: MoneyDto;

  @EnumField({
    description: 'The limit of the rate that took the place of the product, if any',
    values: ['minimum', 'maximum'],
    nullable: true,
  })
  readonly limitedBy!: 'minimum' | 'maximum' | null;

  @EnumField({ description: '`prepaid` by the shipper, `collect` from the consignee', values: PAYERS })
  readonly payer!: Payer;

  @IdField({ description: 'The rate that it was worked out with', kind: 'freightRate' })
  readonly rateId!: string;

  @TextField({ description: 'Where the rate comes from', example: 'platform sample tariff 2026' })
  readonly source!: string;

  static from(this: void, line: ChargeLineRecord): FreightChargeDto {
    return { ...line, rateId: publicId('freightRate', line.rateId) };
  }
}

export function money({ amount, currency }: MoneyJson): MoneyDto {
  return { amount, currency };
}
