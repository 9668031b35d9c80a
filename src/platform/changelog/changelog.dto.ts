import { DateField, ListField, ObjectField, TextField, TextListField } from '../http/fields.js';
import { type Change } from './changelog.js';

const OPERATIONS_MAX = 1_000;

export class ChangelogQuery {
  @DateField({ description: 'Only changes of this day and later', optional: true, example: '2026-11-01' })
  since?: string;

  @TextField({ description: 'Only changes of this `operationId`', max: 100, optional: true, example: 'placeOrder' })
  operation?: string;
}

class SummaryDto {
  @TextField({ description: 'English', max: 5_000 })
  readonly en!: string;

  @TextField({ description: 'Chinese', max: 5_000 })
  readonly zh!: string;
}

const operations = (description: string, example: string[]): PropertyDecorator =>
  TextListField({ description, max: OPERATIONS_MAX, maxLength: 100, example });

class ChangedOperationsDto {
  @operations('New', ['placeOrder'])
  readonly added!: string[];

  @operations('With other parameters, bodies or answers', ['createOrder'])
  readonly changed!: string[];

  @operations('Told to end; the contract names their last day as `x-sunset`', [])
  readonly deprecated!: string[];

  @operations('Gone', [])
  readonly removed!: string[];
}

export class ChangeDto {
  @TextField({
    description: 'The contract from then on: the first digits of its hash',
    max: 12,
    example: '0e36b12edf42',
  })
  readonly contract!: string;

  @DateField({ description: 'Day of the change', example: '2026-11-29' })
  readonly on!: string;

  @TextField({ description: 'The newest version of the API that day', max: 10, example: '2026-11-24' })
  readonly apiVersion!: string;

  @ObjectField(() => SummaryDto, { description: 'In words' })
  readonly summary!: SummaryDto;

  @ObjectField(() => ChangedOperationsDto, { description: 'What it is about, by `operationId`' })
  readonly operations!: ChangedOperationsDto;

  static from(this: void, { operations: changed, ...rest }: Change): ChangeDto {
    const { added, changed: altered, deprecated, removed } = changed;
    return {
      ...rest,
      operations: { added: [...added], changed: [...altered], deprecated: [...deprecated], removed: [...removed] },
    };
  }
}

export class ChangelogDto {
  @ListField(() => ChangeDto, { description: 'Every change, newest first', max: 10_000 })
  readonly data!: ChangeDto[];
}
