import { applyDecorators } from '@nestjs/common';
import { IsIn } from 'class-validator';

import { IntegerField } from '../../../platform/http/fields.js';
import { DAY_BASES } from '../../domain/day-basis.js';

/** 360 or 365; nothing between. */
export function DayBasisField(options: { description: string; optional?: boolean }): PropertyDecorator {
  return applyDecorators(
    IntegerField({ ...options, min: 360, max: 365, example: 360 }),
    IsIn(DAY_BASES, { message: 'Must be 360 or 365' }),
  );
}
