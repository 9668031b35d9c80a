import { applyDecorators } from '@nestjs/common';
import { IsIn } from 'class-validator';

import { DAY_BASES } from '../../kernel/day-basis.js';
import { SAY, says } from './field.sentences.js';
import { IntegerField } from './fields.js';

/** 360 or 365; nothing between. */
export function DayBasisField(options: { description: string; optional?: boolean }): PropertyDecorator {
  return applyDecorators(
    IntegerField({ ...options, min: 360, max: 365, example: 360 }),
    IsIn(DAY_BASES, says(SAY.day_basis)),
  );
}
