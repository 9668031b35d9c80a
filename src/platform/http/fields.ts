import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  registerDecorator,
  IsDefined,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';

import { CURRENCIES, isCurrency, minorDigits } from '../../kernel/currency.js';
import { ID_PREFIX, type IdKind, tryParseId } from '../../kernel/ids.js';
import { isLocalDate } from '../../kernel/local-date.js';
import { Nests } from './quick-check.js';

/**
 * One decorator per field of a DTO: it documents the field and validates it, so that the two cannot differ.
 * A field is required unless `optional`; an optional field may be left out, and `null` too where `nullable`.
 */
interface FieldOptions {
  readonly description: string;
  readonly example?: unknown;
  readonly optional?: boolean;
  readonly nullable?: boolean;
}

function field(options: FieldOptions, schema: object, ...checks: PropertyDecorator[]): PropertyDecorator {
  const { description, example, optional = false, nullable = false } = options;
  // Swagger turns `nullable` into OpenAPI 3.1's `[…, 'null']`; a list of types it would take for an array.
  const typed = nullable ? { ...schema, nullable: true } : schema;
  const api = {
    ...(typed as ApiPropertyOptions),
    description,
    required: !optional,
    ...(example === undefined ? {} : { example }),
  } as ApiPropertyOptions;
  const presence =
    optional || nullable
      ? [ValidateIf((_object, value) => !(optional && value === undefined) && !(nullable && value === null))]
      : [];
  return applyDecorators(
    ApiProperty(api),
    ...presence,
    ...(optional ? [] : [IsDefined({ message: 'This field is required' })]),
    ...checks,
  );
}

export function TextField(
  options: FieldOptions & { max?: number; min?: number; pattern?: RegExp; format?: string },
): PropertyDecorator {
  const { max = 200, min = 1, pattern, format } = options;
  const schema = {
    type: 'string',
    minLength: min,
    maxLength: max,
    ...(pattern === undefined ? {} : { pattern: pattern.source }),
    ...(format === undefined ? {} : { format }),
  };
  const checks = [IsString(), MinLength(min), MaxLength(max), storable()];
  return field(options, schema, ...checks, ...(pattern === undefined ? [] : [Matches(pattern)]));
}

export function EnumField(options: FieldOptions & { values: readonly string[] }): PropertyDecorator {
  const { values } = options;
  return field(
    options,
    { type: 'string', enum: [...values] },
    IsIn(values, { message: `Must be one of ${values.join(', ')}` }),
  );
}

export function IntegerField(options: FieldOptions & { min?: number; max?: number }): PropertyDecorator {
  const { min = 0, max = 2_147_483_647 } = options;
  return field(options, { type: 'integer', format: 'int32', minimum: min, maximum: max }, IsInt(), Min(min), Max(max));
}

export function BooleanField(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'boolean' }, IsBoolean());
}

/** A decimal string: a rate, a share, a weight or a quantity; at most 15 digits before the point and `places` after it. */
export function DecimalField(
  options: FieldOptions & { places?: number; min?: string; negative?: boolean },
): PropertyDecorator {
  const { places = 10, negative = false } = options;
  const pattern = new RegExp(`^${negative ? '-?' : ''}\\d{1,15}(\\.\\d{1,${places}})?$`);
  const message = `Must be a decimal string${negative ? '' : ', not negative,'} with at most ${places} places`;
  return field(
    options,
    { type: 'string', pattern: pattern.source, maxLength: 32 },
    IsString(),
    Matches(pattern, { message }),
  );
}

/** A calendar day `YYYY-MM-DD` that exists. */
export function DateField(options: FieldOptions): PropertyDecorator {
  return field(
    options,
    { type: 'string', format: 'date', maxLength: 10 },
    check(
      'date',
      (value) => typeof value === 'string' && isLocalDate(value),
      'Must be a day that exists, as YYYY-MM-DD',
    ),
  );
}

/** An instant in RFC 3339, with offset. */
export function InstantField(options: FieldOptions): PropertyDecorator {
  // What PostgreSQL takes: days that exist, no 24th hour, and offsets under 16 hours.
  const pattern = /^[\d-]{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-](0\d|1[0-5]):[0-5]\d)$/;
  return field(
    options,
    { type: 'string', format: 'date-time', maxLength: 40 },
    check(
      'instant',
      (value) => typeof value === 'string' && pattern.test(value) && isLocalDate(value.slice(0, 10)),
      'Must be an RFC 3339 instant with offset, such as 2026-04-01T08:00:00+08:00',
    ),
  );
}

/** A typed id such as `pty_01jd…`; an id of another kind is refused. */
export function IdField(options: FieldOptions & { kind: IdKind }): PropertyDecorator {
  const prefix = ID_PREFIX[options.kind];
  return field(
    { example: `${prefix}_01jdq3x7k2e9ta6v0m8r4c5wzb`, ...options },
    { type: 'string', pattern: `^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`, maxLength: 30 },
    check(
      'id',
      (value) => typeof value === 'string' && tryParseId(options.kind, value) !== null,
      `Must be an id of the form ${prefix}_…`,
    ),
  );
}

/** A nested object of another DTO class. */
export function ObjectField(type: () => new () => object, options: FieldOptions): PropertyDecorator {
  const { description, optional = false, nullable = false } = options;
  const presence =
    optional || nullable
      ? [ValidateIf((_object, value) => !(optional && value === undefined) && !(nullable && value === null))]
      : [];
  return applyDecorators(
    // Swagger knows a deferred type by the name of the function: it must be called `type`.
    ApiProperty({ type: () => type(), description, required: !optional, ...(nullable ? { nullable: true } : {}) }),
    ...presence,
    ...(optional ? [] : [IsDefined({ message: 'This field is required' })]),
    IsObject({ message: 'Must be an object' }),
    ValidateNested(),
    Type(type),
    Nests(type),
  );
}

/** A list of nested objects. */
export function ListField(
  type: () => new () => object,
  options: FieldOptions & { min?: number; max?: number },
): PropertyDecorator {
  const { description, optional = false, min = 0, max = 1_000 } = options;
  return applyDecorators(
    ApiProperty({ type: () => type(), isArray: true, description, required: !optional, minItems: min, maxItems: max }),
    ...(optional
      ? [ValidateIf((_object, value) => value !== undefined)]
      : [IsDefined({ message: 'This field is required' })]),
    IsArray({ message: 'Must be a list' }),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    // ValidateNested looks through a list within the list, and would let [[…]] pass.
    IsObject({ each: true, message: 'Must be a list of objects' }),
    ValidateNested({ each: true }),
    Type(type),
    Nests(type),
  );
}

/** A list of texts. */
export function TextListField(
  options: FieldOptions & {
    min?: number;
    max?: number;
    maxLength?: number;
    values?: readonly string[];
    pattern?: RegExp;
  },
): PropertyDecorator {
  const { description, example, optional = false, min = 0, max = 100, maxLength = 200, values, pattern } = options;
  const items = {
    type: 'string',
    maxLength,
    ...(values === undefined ? {} : { enum: [...values] }),
    ...(pattern === undefined ? {} : { pattern: pattern.source }),
  } as const;
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: items as never,
      description,
      required: !optional,
      minItems: min,
      maxItems: max,
      ...(example === undefined ? {} : { example }),
    }),
    ...(optional
      ? [ValidateIf((_object, value) => value !== undefined)]
      : [IsDefined({ message: 'This field is required' })]),
    IsArray({ message: 'Must be a list' }),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsString({ each: true }),
    MaxLength(maxLength, { each: true }),
    storable({ each: true }),
    ...(values === undefined ? [] : [IsIn(values, { each: true })]),
    ...(pattern === undefined ? [] : [Matches(pattern, { each: true })]),
  );
}

/** Any JSON object; for what a partner or a calculation gives verbatim. */
export function JsonField(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'object', additionalProperties: true }, IsObject());
}

/** `{ "amount": "1234.50", "currency": "USD" }`: a decimal string in major units, at most the currency's own places. */
export class MoneyDto {
  @ApiProperty({
    type: 'string',
    pattern: '^-?\\d{1,15}(\\.\\d{1,4})?$',
    maxLength: 24,
    description: 'Major units as a decimal string, with no more places than the currency has',
    example: '1234.50',
  })
  @IsString()
  @MaxLength(24)
  amount!: string;

  @ApiProperty({
    type: 'string',
    pattern: '^[A-Z]{3}$',
    minLength: 3,
    maxLength: 3,
    description: 'ISO 4217 code',
    example: 'USD',
  })
  @IsIn(CURRENCIES, { message: 'Must be an ISO 4217 currency in use' })
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
  const manner = positive ? ' above zero' : negative ? '' : ' not below zero';
  return applyDecorators(
    ObjectField(() => MoneyDto, options),
    check(
      'money',
      isAmount,
      `Must be an amount${manner} with no more places than the currency has${currency === undefined ? '' : `, in ${currency}`}`,
    ),
  );
}

/** Query parameters arrive as text; this one is a number. */
export function QueryInteger(
  options: FieldOptions & { min: number; max: number; fallback: number },
): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
    ),
    IntegerField({ ...options, optional: true }),
  );
}

/** Query parameters arrive as text; this one is true or false. */
export function QueryFlag(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    BooleanField({ ...options, optional: true }),
  );
}

/** PostgreSQL text holds neither NUL nor a lone surrogate. */
function storable(options: ValidationOptions = {}): PropertyDecorator {
  return check(
    'characters',
    (value) => typeof value !== 'string' || (!value.includes('\u0000') && value.isWellFormed()),
    'Holds characters that cannot be stored',
    options,
  );
}

function check(
  name: string,
  holds: (value: unknown) => boolean,
  message: string,
  options: ValidationOptions = {},
): PropertyDecorator {
  return (target, propertyKey) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: propertyKey as string,
      options,
      validator: { validate: holds, defaultMessage: () => message },
    });
  };
}
