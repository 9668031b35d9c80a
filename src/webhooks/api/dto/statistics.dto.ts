import { publicId } from '../../../kernel/ids.js';
import { EnumField, IdField, InstantField, IntegerField, ObjectField } from '../../../platform/http/fields.js';
import { type Statistics, type Window, WINDOWS } from '../../application/endpoint-statistics.js';

class BreakerDto {
  @EnumField({
    description: '`open`: nothing is sent for a while; `half_open`: one trial is due; `closed`: all is well',
    values: ['closed', 'open', 'half_open'],
    example: 'closed',
  })
  readonly state!: string;

  @InstantField({ description: 'Until when it is open', nullable: true })
  readonly until!: string | null;
}

export class StatisticsQuery {
  @EnumField({
    description: 'Of which time, up to now: `24h` unless said',
    values: Object.keys(WINDOWS),
    optional: true,
    example: '24h',
  })
  window?: Window;
}

export class EndpointStatisticsDto {
  @IdField({ kind: 'webhookEndpoint', description: 'The receiver' })
  readonly endpointId!: string;

  @InstantField({ description: 'Events since then are counted' })
  readonly since!: string;

  @IntegerField({ description: 'Taken', example: 120 })
  readonly delivered!: number;

  @IntegerField({ description: 'Given up', example: 0 })
  readonly failed!: number;

  @IntegerField({ description: 'Waiting to be sent, or sent again, of whatever time', example: 2 })
  readonly pending!: number;

  @IntegerField({ description: 'Half of the latest answers took no longer, in ms', nullable: true, example: 35 })
  readonly p50Ms!: number | null;

  @IntegerField({ description: '95 % of the latest answers took no longer, in ms', nullable: true, example: 210 })
  readonly p95Ms!: number | null;

  @InstantField({ description: 'When something was last taken', nullable: true })
  readonly lastSuccessAt!: string | null;

  @InstantField({ description: 'When a try last failed', nullable: true })
  readonly lastFailureAt!: string | null;

  @IntegerField({ description: 'Failures since something was last taken', example: 0 })
  readonly consecutiveFailures!: number;

  @ObjectField(() => BreakerDto, { description: 'Whether anything is sent at the moment' })
  readonly breaker!: BreakerDto;

  static from(this: void, found: Statistics): EndpointStatisticsDto {
    const { endpointId, since, lastSuccessAt, lastFailureAt, breaker, ...counts } = found;
    return {
      ...counts,
      endpointId: publicId('webhookEndpoint', endpointId),
      since: since.toISOString(),
      lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
      lastFailureAt: lastFailureAt?.toISOString() ?? null,
      breaker: { state: breaker.state, until: breaker.until?.toISOString() ?? null },
    };
  }
}
