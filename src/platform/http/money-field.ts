import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';

import { CURRENCIES, isCurrency, minorDigits } from '../../kernel/currency.js';
import { check, type FieldOptions } from './field.js';
import { FIELD, SAY, says } from './field.sentences.js';
import { ObjectField } from './nested-fields.js';

/** `{ "amount": "1234.50", "currency": "USD" }`: a decimal string in major units, at most the currency's own places. */
export class MoneyDto {
  @ApiProperty({
    type: 'string',
    pattern: '^-?\\d{1,15}(\\.\\d{1,4})?$',
    maxLength: 24,
    description: 'Major units as a decimal string, with no more places than the currency has',
    example: '1234.50',
  })
  @IsString(says(SAY.is_string({ field: FIELD })))
  @MaxLength(24, says(SAY.too_long({ field: FIELD, max: 24 })))
  amount!: string;

  @ApiProperty({
    type: 'string',
    pattern: '^[A-Z]{3}$',
    minLength: 3,
    maxLength: 3,
    description: 'ISO 4217 code',
    example: 'USD',
  })
  @IsIn(CURRENCIES, says(SAY.currency))
  currency!: string;
}

/** Money; not negative unless `negative`, of one currency where `currency` names it. */
export function MoneyField(
  options: FieldOptions & { negative?: boolean; positive?: boolean; currency?: string },
): PropertyDecorator {
  const { negative = false, positive = false, currency } = options;
  const isAmount = (value: unknown): boolean => {
    const { amount, currency: code } = (value ?? {}) as Partial<MoneyDto>;
    if (typeof amount !== 'string' || typeof code !== 'string' || !isCurrency(code)) return false;
    const digits = minorDigits(code);
    const pattern = new RegExp(`^${negative ? '-?' : ''}\\d{1,15}${digits === 0 ? '' : `(\\.\\d{1,${digits}})?`}$`);
    return pattern.test(amount) && (!positive || /[1-9]/.test(amount)) && (currency === undefined || currency === code);
  };
  const manner = positive ? SAY.above_zero : negative ? '' : SAY.not_below_zero;
  const limit = currency === undefined ? '' : SAY.in_currency({ currency });
  return applyDecorators(
    ObjectField(() => MoneyDto, options),
    check('money', isAmount, SAY.money({ manner, limit })),
  );
}
