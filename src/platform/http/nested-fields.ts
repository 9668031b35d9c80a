import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

import { type FieldOptions, presence, storable } from './field.js';
import { Nests } from './quick-check.js';

/** A nested object of another DTO class. */
export function ObjectField(type: () => new () => object, options: FieldOptions): PropertyDecorator {
  const { description, optional = false, nullable = false } = options;
  return applyDecorators(
    // Swagger knows a deferred type by the name of the function: it must be called `type`.
    ApiProperty({ type: () => type(), description, required: !optional, ...(nullable ? { nullable: true } : {}) }),
    ...presence({ optional, nullable }),
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
    ...presence({ optional }),
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
    ...presence({ optional }),
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
