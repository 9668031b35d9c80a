import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiBody, ApiHeader } from '@nestjs/swagger';

import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { InputCheck } from '../../kernel/input-check.js';
import { MalformedMoneyError, Money } from '../../kernel/money.js';
import { FigureTooLargeError } from '../../kernel/wire.js';
import { SAY } from '../platform.sentences.js';
import { ListField, type MoneyDto, ObjectField, TextField } from './fields.js';
import { QueryOperation } from './operation.js';
import { BodyTooLargeError } from './request.errors.js';

type QueryOperationOptions = Parameters<typeof QueryOperation>[0];

/** Which rule gave the figures. */
export class CalculationRuleDto {
  @TextField({ description: 'Stable name of the rule', example: 'tax-refund.trading' })
  readonly id!: string;

  @TextField({
    description: 'The day from which this wording counts, or the version of the table',
    example: '2026-01-01',
  })
  readonly version!: string;

  @TextField({ description: 'Law, notice or custom of the trade', max: 500 })
  readonly source!: string;
}

/** One line of the working. */
export class CalculationStepDto {
  @TextField({ description: 'The figure, as a path in the result', example: 'items.0.vatRefund' })
  readonly name!: string;

  @TextField({ description: 'How it was computed', max: 500, example: 'round(base × effectiveRate)' })
  readonly formula!: string;

  @TextField({ description: 'What came out; with the currency where it is money', example: '1.13 CNY' })
  readonly value!: string;
}

/** What every calculation answers besides its figures. */
export class CalculationDto {
  @ObjectField(() => CalculationRuleDto, { description: 'The rule, its version and its source' })
  readonly rule!: CalculationRuleDto;

  @ListField(() => CalculationStepDto, { description: 'The working, step by step', max: 10_000 })
  readonly steps!: CalculationStepDto[];
}

interface CalculationOptions extends Omit<QueryOperationOptions, 'scope' | 'byId'> {
  readonly request: Type<unknown>;
  /** A body that works; shown in the docs and run by the tests. */
  readonly example: object;
}

/**
 * A stateless calculation: answers 200, keeps nothing, so that repeating it needs no key. One is let pass, for clients that
 * send a key with every POST, and not looked at.
 * Add `@Post(kind)` beside it.
 */
export function CalculationOperation({ request, example, ...options }: CalculationOptions): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description:
        'Accepted, and has no effect: nothing is stored, so a repeat is computed anew, and the same key with another body too',
      schema: { type: 'string', maxLength: 200 },
    }),
    ApiBody({ type: request, examples: { worked: { summary: 'A worked example', value: example } } }),
    QueryOperation({
      ...options,
      scope: 'calculations:use',
      problems: [InvalidInputError, FigureTooLargeError, BodyTooLargeError, ...(options.problems ?? [])],
    }),
  );
}

/** What the validated text of a request stands for. An absent field stays absent. */
export function moneyOf(dto: MoneyDto): Money;
export function moneyOf(dto: MoneyDto | undefined): Money | undefined;
export function moneyOf(dto: MoneyDto | undefined): Money | undefined {
  return dto === undefined ? undefined : Money.fromJSON(dto);
}

export function decimalOf(text: string): Decimal;
export function decimalOf(text: string | undefined): Decimal | undefined;
export function decimalOf(text: string | undefined): Decimal | undefined {
  return text === undefined ? undefined : new Decimal(text);
}

/** A list of amounts; a list field checks the shape only, so the amounts are read here, each with its pointer. */
export function moneysOf(dtos: readonly MoneyDto[] | undefined, pointer: string): Money[] | undefined {
  const check = new InputCheck();
  const amounts = dtos?.flatMap((dto, index) => {
    try {
      return [Money.fromJSON(dto)];
    } catch (error) {
      if (!(error instanceof MalformedMoneyError)) throw error;
      check.that(false, `${pointer}/${index}`, 'money', SAY.money_places);
      return [];
    }
  });
  check.done();
  return amounts;
}
