import { PARTNERS } from '../../config/app-config.js';
import { EnumField, InstantField, IntegerField, ListField, ObjectField, TextField } from '../../http/fields.js';
import { type Incident, type Period, type Standing } from './partner-standings.js';
import { PARTNER_STATUSES } from './partner-status.js';

const COUNT_MAX = Number.MAX_SAFE_INTEGER;

class PartnerPeriodDto {
  @IntegerField({ description: 'Calls to the partner that it answered, be it with no', max: COUNT_MAX, example: 480 })
  readonly answered!: number;

  @IntegerField({ description: 'Calls that it did not answer, or only to say it cannot', max: COUNT_MAX, example: 2 })
  readonly failed!: number;

  @IntegerField({ description: 'Messages that it has sent of its own accord', max: COUNT_MAX, example: 455 })
  readonly received!: number;

  @TextField({
    description: 'Share of the calls that failed; null where there was none',
    max: 6,
    nullable: true,
    example: '0.0041',
  })
  readonly errorShare!: string | null;

  @IntegerField({
    description: 'Half of the calls took no longer, in milliseconds, rounded up to a class',
    nullable: true,
    example: 250,
  })
  readonly medianMs!: number | null;

  @IntegerField({
    description: '95 of 100 calls took no longer, in milliseconds, rounded up to a class',
    nullable: true,
    example: 1_000,
  })
  readonly p95Ms!: number | null;

  static from({ answered, failed, ...rest }: Period): PartnerPeriodDto {
    const calls = answered + failed;
    return { answered, failed, ...rest, errorShare: calls === 0 ? null : (failed / calls).toFixed(4) };
  }
}

class PartnerIncidentDto {
  @InstantField({ description: 'When it began', example: '2026-11-29T03:00:00.000Z' })
  readonly from!: string;

  @InstantField({
    description: 'When it was over; null: it goes on',
    nullable: true,
    example: '2026-11-29T03:20:00.000Z',
  })
  readonly to!: string | null;

  @EnumField({ description: 'The worst of it', values: ['degraded', 'down'], example: 'down' })
  readonly status!: string;

  static from(this: void, { from, to, status }: Incident): PartnerIncidentDto {
    return { from: from.toISOString(), to: to?.toISOString() ?? null, status };
  }
}

export class PartnerDto {
  @EnumField({ description: 'Which partner', values: PARTNERS, example: 'customs' })
  readonly partner!: string;

  @EnumField({
    description: 'By the last 15 minutes; `unknown` where it was not asked and did not send anything',
    values: PARTNER_STATUSES,
    example: 'operational',
  })
  readonly status!: string;

  @InstantField({
    description: 'When it last answered or sent something',
    nullable: true,
    example: '2026-11-29T03:30:00.000Z',
  })
  readonly lastSuccessAt!: string | null;

  @InstantField({ description: 'When a call last failed', nullable: true, example: '2026-11-28T14:02:00.000Z' })
  readonly lastFailureAt!: string | null;

  @TextField({
    description: 'How: `timeout`, `connection`, or `http_` and the status',
    max: 20,
    nullable: true,
    example: 'http_503',
  })
  readonly lastFailureCode!: string | null;

  @ObjectField(() => PartnerPeriodDto, { description: 'The last 15 minutes' })
  readonly last15Minutes!: PartnerPeriodDto;

  @ObjectField(() => PartnerPeriodDto, { description: 'The last 24 hours' })
  readonly last24Hours!: PartnerPeriodDto;

  @ListField(() => PartnerIncidentDto, {
    description: 'The last 20 times of 90 days that it was not as it should be, newest first',
  })
  readonly incidents!: PartnerIncidentDto[];

  static from(this: void, standing: Standing): PartnerDto {
    const { partner, status, lastSuccessAt, lastFailureAt, lastFailureCode, quarter, day, incidents } = standing;
    return {
      partner,
      status,
      lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
      lastFailureAt: lastFailureAt?.toISOString() ?? null,
      lastFailureCode,
      last15Minutes: PartnerPeriodDto.from(quarter),
      last24Hours: PartnerPeriodDto.from(day),
      incidents: incidents.map(PartnerIncidentDto.from),
    };
  }
}

export class PartnerListDto {
  @ListField(() => PartnerDto, { description: 'Every partner' })
  readonly data!: PartnerDto[];
}
