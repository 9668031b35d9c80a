import { type Explained } from '../../../kernel/calculation.js';
import { CalculationDto } from '../../../platform/http/calculation.js';

/** By which rule it was decided, and the steps that led there. */
export class ExplanationDto extends CalculationDto {
  static from(this: void, { rule, steps }: Explained): ExplanationDto {
    return { rule, steps: [...steps] };
  }
}
