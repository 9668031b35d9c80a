import { DateField, IntegerField, ListField, ObjectField, TextField } from '../http/fields.js';
import { type Usage, type UsageFilter } from './usage.js';
import { type UsagePeriod } from './usage-period.js';

export class UsageQuery implements UsageFilter, Partial<UsagePeriod> {
  @DateField({
    description: 'First day (UTC); thirty days where it is left out',
    optional: true,
    example: '2026-11-01',
  })
  from?: string;

  @DateField({ description: 'Last day (UTC); today where it is left out', optional: true, example: '2026-11-29' })
  to?: string;

  @TextField({ description: 'Only requests of this `operationId`', max: 100, optional: true, example: 'placeOrder' })
  operation?: string;

  @TextField({
    description: 'Only what this actor asked, as the request log names it',
    max: 200,
    optional: true,
    example: 'api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb',
  })
  actor?: string;
}

const COUNT_MAX = Number.MAX_SAFE_INTEGER;

class UsageCountsDto {
  @IntegerField({ description: 'Requests, all in all', max: COUNT_MAX, example: 1200 })
  readonly requests!: number;

  @IntegerField({ description: 'Of these answered 2xx or 3xx', max: COUNT_MAX, example: 1180 })
  readonly succeeded!: number;

  @IntegerField({ description: 'Of these answered 4xx, but for 429', max: COUNT_MAX, example: 17 })
  readonly refused!: number;

  @IntegerField({ description: 'Of these refused by a rate limit: 429', max: COUNT_MAX, example: 3 })
  readonly rateLimited!: number;

  @IntegerField({ description: 'Of these answered 5xx', max: COUNT_MAX, example: 0 })
  readonly failed!: number;
}

class UsageDayDto extends UsageCountsDto {
  @DateField({ description: 'Day (UTC)', example: '2026-11-29' })
  readonly day!: string;
}

class UsageOperationDto extends UsageCountsDto {
  @TextField({ description: 'Its `operationId`', min: 0, max: 100, example: 'placeOrder' })
  readonly operation!: string;
}

class UsageActorDto extends UsageCountsDto {
  @TextField({
    description: 'Who asked, as the request log names it',
    max: 200,
    example: 'api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb',
  })
  readonly actor!: string;
}

export class UsageDto {
  @DateField({ description: 'First day (UTC)', example: '2026-10-31' })
  readonly from!: string;

  @DateField({ description: 'Last day (UTC)', example: '2026-11-29' })
  readonly to!: string;

  @ObjectField(() => UsageCountsDto, { description: 'All of these days together' })
  readonly total!: UsageCountsDto;

  @ListField(() => UsageDayDto, { description: 'By day, newest first; days without a request are left out' })
  readonly days!: UsageDayDto[];

  @ListField(() => UsageOperationDto, { description: 'By operation, the most asked first' })
  readonly operations!: UsageOperationDto[];

  @ListField(() => UsageActorDto, { description: 'By who asked, the hundred that asked most' })
  readonly actors!: UsageActorDto[];

  static of({ total, days, operations, actors }: Usage, { from, to }: UsagePeriod): UsageDto {
    return { from, to, total, days: [...days], operations: [...operations], actors: [...actors] };
  }
}
