import { wire } from '../../kernel/wire.js';
import { type Language } from '../../kernel/sentence.js';
import { type MandateLeft } from '../auth/mandates/mandate-limits.js';
import { EnumField, IntegerField, ListField, MoneyDto, MoneyField, ObjectField, TextField } from '../http/fields.js';
import { type Left } from '../http/rate-limit.js';
import { type BoundUse } from './bounds.js';

class RateLimitDto {
  @TextField({ description: 'Name, as `RateLimit-Policy` has it', max: 40, example: 'client' })
  readonly policy!: string;

  @IntegerField({ description: 'Requests in each window', example: 60_000 })
  readonly limit!: number;

  @IntegerField({ description: 'Length of a window in seconds', example: 60 })
  readonly windowSeconds!: number;

  @IntegerField({ description: 'What is left in this window', example: 59_872 })
  readonly remaining!: number;

  @IntegerField({ description: 'Seconds until the next window', example: 41 })
  readonly resetSeconds!: number;
}

class BoundDto {
  @TextField({ description: 'Stable name', max: 100, example: 'webhooks.endpoints' })
  readonly name!: string;

  @TextField({ description: 'What is bounded, in your language', max: 200, example: 'Webhook endpoints' })
  readonly title!: string;

  @EnumField({ description: 'Of whom or of what it is the most', values: ['tenant', 'credential', 'request'] })
  readonly per!: string;

  @EnumField({ description: 'What is counted', values: ['items', 'bytes'] })
  readonly unit!: string;

  @IntegerField({ description: 'The most there can be', example: 50 })
  readonly limit!: number;

  @IntegerField({ description: 'What there is; null where it does not fill up', nullable: true, example: 3 })
  readonly used!: number | null;
}

class MandateUseDto {
  @MoneyField({ description: 'The most one command may move; null: no limit', nullable: true })
  readonly perCommand!: MoneyDto | null;

  @MoneyField({ description: 'The most that may be moved in a day (Chinese time); null: no limit', nullable: true })
  readonly perDay!: MoneyDto | null;

  @MoneyField({ description: 'What has been moved today, as far as there is a limit to it' })
  readonly movedToday!: MoneyDto;
}

export class LimitsDto {
  @ListField(() => RateLimitDto, {
    description: 'Rate limits of your credential, in the process that answers; another one counts for itself',
  })
  readonly rateLimits!: RateLimitDto[];

  @ListField(() => BoundDto, { description: 'How much of everything there can be, by name' })
  readonly bounds!: BoundDto[];

  @ObjectField(() => MandateUseDto, {
    description: 'With `Acting-For`: the limits of the mandate; null where there are none',
    nullable: true,
  })
  readonly mandate!: MandateUseDto | null;

  static of(
    rateLimits: readonly Left[],
    bounds: readonly BoundUse[],
    mandate: MandateLeft | null,
    language: Language,
  ): LimitsDto {
    return {
      rateLimits: [...rateLimits],
      bounds: bounds.map(({ name, title, per, unit, max, count }) => {
        return { name, title: title[language], per, unit, limit: max, used: count };
      }),
      mandate: wire(mandate),
    };
  }
}
