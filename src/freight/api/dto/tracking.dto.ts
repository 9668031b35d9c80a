import { publicId } from '../../../kernel/ids.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type FreeTimeView, type TrackingView } from '../../application/tracking.service.js';
import { type WaitingRow } from '../../application/waiting-events.service.js';
import { CODE_SCHEMES, type CodeScheme, type EventCode, FOREIGN_CODES } from '../../domain/event-codes.js';
import { type FreeTimeClock, type FreeTimeTariff } from '../../domain/free-time.js';
import { type Prediction, type Stage, type ToldTime } from '../../domain/tracking.js';
import { CLASSIFIERS, type Classifier } from '../../domain/transport-event.js';
import { money } from './charge.dto.js';

const BASES = ['actual', 'estimated', 'planned'] as const satisfies readonly Prediction['departure'][];

export class ToldTimeDto {
  @TextField({ description: '`carrier`, or who else told it', max: 50, example: 'carrier' })
  readonly source!: string;

  @InstantField({ description: 'By the clock of the place', example: '2026-12-05T18:12:00+08:00' })
  readonly at!: string;

  @InstantField({ description: 'When it was told', example: '2026-12-05T10:13:00.000Z' })
  readonly reportedAt!: string;
}

/** One thing that happens to the shipment, in every time that was told of it. */
export class TrackingStageDto {
  @TextField({ description: 'DCSA code', max: 20, example: 'DEPA' })
  readonly code!: string;

  @TextField({ description: 'UN/LOCODE', nullable: true, max: 10, example: 'CNNGB' })
  readonly location!: string | null;

  @TextField({ description: 'Container number', nullable: true, max: 15, example: 'SBXU7950018' })
  readonly equipmentReference!: string | null;

  @ObjectField(() => ToldTimeDto, { description: 'As planned', nullable: true })
  readonly planned!: ToldTimeDto | null;

  @ObjectField(() => ToldTimeDto, { description: 'As last estimated', nullable: true })
  readonly estimated!: ToldTimeDto | null;

  @ObjectField(() => ToldTimeDto, { description: 'As it was', nullable: true })
  readonly actual!: ToldTimeDto | null;

  @ListField(() => ToldTimeDto, {
    description: 'When it was by each source, where they differ by over an hour',
    max: 50,
  })
  readonly contradictions!: ToldTimeDto[];
}

/** Arrival by how long past voyages of the lane took. */
export class PredictedArrivalDto {
  @InstantField({ description: 'The departure, and the median of past voyages', example: '2027-01-04T08:00:00.000Z' })
  readonly at!: string;

  @EnumField({ description: 'Which departure it counts from', values: BASES, example: 'actual' })
  readonly departure!: Prediction['departure'];

  @IntegerField({
    description: 'How many of your own voyages it stands on; the last fifty',
    min: 3,
    max: 50,
    example: 12,
  })
  readonly samples!: number;

  @DecimalField({ description: 'Their median, hours', example: '720' })
  readonly medianHours!: string;

  @DecimalField({ description: 'The shortest, hours', example: '672' })
  readonly shortestHours!: string;

  @DecimalField({ description: 'The longest, hours', example: '960' })
  readonly longestHours!: string;
}

/** Where a shipment is. */
export class BookingTrackingDto {
  @IdField({ description: 'The booking', kind: 'booking' })
  readonly bookingId!: string;

  @ListField(() => TrackingStageDto, { description: 'In the order of their times', max: 5_000 })
  readonly stages!: TrackingStageDto[];

  @InstantField({ description: 'The newest word of anybody', nullable: true })
  readonly lastReportedAt!: string | null;

  @BooleanField({ description: 'Another should have come: two days at sea, a week ashore', example: false })
  readonly isStale!: boolean;

  @ObjectField(() => PredictedArrivalDto, {
    description: 'By your own past voyages of the lane; null where there are fewer than three',
    nullable: true,
  })
  readonly predictedArrival!: PredictedArrivalDto | null;

  static from(this: void, { booking, stages, freshness, prediction }: TrackingView): BookingTrackingDto {
    return {
      bookingId: publicId('booking', booking.id),
      stages: stages.map(stageOf),
      lastReportedAt: freshness.lastReportedAt?.toISOString() ?? null,
      isStale: freshness.isStale,
      predictedArrival: prediction === null ? null : predicted(prediction),
    };
  }
}

function stageOf({ planned, estimated, actual, contradictions, ...where }: Stage): TrackingStageDto {
  return {
    ...where,
    planned: planned === null ? null : toldOf(planned),
    estimated: estimated === null ? null : toldOf(estimated),
    actual: actual === null ? null : toldOf(actual),
    contradictions: contradictions.map(toldOf),
  };
}

function toldOf({ source, localTime, reportedAt }: ToldTime): ToldTimeDto {
  return { source, at: localTime, reportedAt: reportedAt.toISOString() };
}

function predicted({ at, departure, samples, ...hours }: Prediction): PredictedArrivalDto {
  const { medianHours, shortestHours, longestHours } = hours;
  return {
    ...{ at: at.toISOString(), departure, samples },
    ...{ medianHours: String(medianHours), shortestHours: String(shortestHours), longestHours: String(longestHours) },
  };
}

/** What somebody other than the carrier saw. */
export class SightingDto {
  @TextField({
    description: 'Who saw it; not `carrier`',
    max: 50,
    pattern: /^[a-z0-9_-]+$/,
    example: 'terminal',
  })
  readonly source!: string;

  @TextField({ description: 'Its own id of the event: a repeat is the same one', optional: true, max: 100 })
  readonly sourceReference?: string;

  @EnumField({ description: 'Whose codes they are', values: CODE_SCHEMES, example: 'dcsa' })
  readonly scheme!: CodeScheme;

  @TextField({ description: 'What happened, in that scheme', max: 50, example: 'GTIN' })
  readonly code!: string;

  @EnumField({ description: 'Planned, estimated or actual', values: CLASSIFIERS, example: 'ACT' })
  readonly classifier!: Classifier;

  @InstantField({ description: 'When, by the clock of the place', example: '2026-12-04T09:30:00+08:00' })
  readonly at!: string;

  @TextField({ description: 'UN/LOCODE', optional: true, pattern: /^[A-Z]{2}[A-Z2-9]{3}$/, max: 5, example: 'CNNGB' })
  readonly location?: string;

  @TextField({ description: 'Container number', optional: true, max: 15, example: 'SBXU7950018' })
  readonly equipmentReference?: string;

  @TextField({ description: 'A remark', optional: true, max: 500, example: 'Lane 4' })
  readonly remark?: string;
}

export class FreeTimeClockDto {
  @DateField({ description: 'First day that counts', example: '2027-01-05' })
  readonly startsOn!: string;

  @DateField({ description: 'Day on which it ended; null while it runs', nullable: true })
  readonly endedOn!: string | null;

  @DateField({ description: 'Last day that costs nothing', example: '2027-01-09' })
  readonly freeUntil!: string;

  @IntegerField({ description: 'Days used', min: 0, example: 3 })
  readonly daysUsed!: number;

  @IntegerField({ description: 'Free days left', min: 0, example: 2 })
  readonly daysLeft!: number;

  @IntegerField({ description: 'Days that cost', min: 0, example: 0 })
  readonly chargeableDays!: number;

  @MoneyField({ description: 'What they cost' })
  readonly amount!: MoneyDto;
}

export class BoxFreeTimeDto {
  @TextField({ description: 'Container number', max: 15, example: 'SBXU7950018' })
  readonly equipmentReference!: string;

  @ObjectField(() => FreeTimeClockDto, { description: 'The full box at the terminal' })
  readonly demurrage!: FreeTimeClockDto;

  @ObjectField(() => FreeTimeClockDto, {
    description: 'The box with the consignee; null until it has left',
    nullable: true,
  })
  readonly detention!: FreeTimeClockDto | null;
}

/** How long the boxes have stood at the port of discharge, and what that costs. */
export class BookingFreeTimeDto {
  @DateField({ description: 'Until when clocks that run are counted', example: '2027-01-07' })
  readonly asOf!: string;

  @TextField({ description: 'Whose tariff; null where no box was discharged', nullable: true, max: 200 })
  readonly tariffSource!: string | null;

  @DateField({ description: 'Since when it holds', nullable: true })
  readonly tariffValidFrom!: string | null;

  @ListField(() => BoxFreeTimeDto, { description: 'Each box that was discharged', max: 1_000 })
  readonly boxes!: BoxFreeTimeDto[];

  static from(this: void, { tariff, asOf, boxes }: FreeTimeView): BookingFreeTimeDto {
    return {
      asOf,
      tariffSource: tariff?.source ?? null,
      tariffValidFrom: tariff?.validFrom ?? null,
      boxes:
        tariff === null
          ? []
          : boxes.map((box) => ({
              equipmentReference: box.equipmentReference,
              demurrage: clockOf(box.demurrage, tariff),
              detention: box.detention === null ? null : clockOf(box.detention, tariff),
            })),
    };
  }
}

function clockOf({ amount, ...days }: FreeTimeClock, { currency }: FreeTimeTariff): FreeTimeClockDto {
  return { ...days, amount: money({ amount, currency }) };
}

export class FreeTimeQuery {
  @DateField({ description: 'Count clocks that run until this day; today in China without it', optional: true })
  asOf?: string;
}

/** An event that names no booking of ours yet. */
export class WaitingEventDto {
  @IdField({ description: 'The event, as it waits', kind: 'waitingEvent' })
  readonly id!: string;

  @TextField({ description: "The carrier's id of it", max: 100 })
  readonly eventId!: string;

  @TextField({ description: 'DCSA code', max: 20, example: 'DEPA' })
  readonly code!: string;

  @EnumField({ description: 'Planned, estimated or actual', values: CLASSIFIERS, example: 'ACT' })
  readonly classifier!: Classifier;

  @InstantField({ description: 'When it happens or happened', example: '2026-12-05T18:12:00+08:00' })
  readonly at!: string;

  @TextField({ description: 'UN/LOCODE', nullable: true, max: 10, example: 'CNNGB' })
  readonly location!: string | null;

  @TextField({ description: 'The booking number it names', nullable: true, max: 100, example: 'SBK795000001' })
  readonly carrierBookingReference!: string | null;

  @TextField({ description: 'The bill of lading it names', nullable: true, max: 100 })
  readonly transportDocumentReference!: string | null;

  @InstantField({ description: 'Since when it waits', example: '2026-12-05T10:13:00.000Z' })
  readonly createdAt!: string;

  static from(this: void, { id, event, created_at }: WaitingRow): WaitingEventDto {
    return {
      id: publicId('waitingEvent', id),
      ...{
        eventId: event.eventId,
        code: event.code,
        classifier: event.classifier,
        at: event.at,
        location: event.location,
      },
      carrierBookingReference: event.references.carrierBookingReference,
      transportDocumentReference: event.references.transportDocumentReference,
      createdAt: created_at.toISOString(),
    };
  }
}

export class WaitingEventPageDto extends PageOf(WaitingEventDto) {}

export class WaitingEventsQuery extends DatedPageQuery {}

export class EventCodeDto {
  @TextField({ description: 'Ours, and DCSA 2.2', max: 4, example: 'GTIN' })
  readonly code!: string;

  @TextField({ description: '`TRANSPORT`, `EQUIPMENT` or `SHIPMENT`', max: 20, example: 'EQUIPMENT' })
  readonly eventType!: string;

  @TextField({ description: 'What it is', max: 100, example: 'Gate in' })
  readonly name!: string;

  @TextListField({ description: 'Words of DCSA 3.0 drafts', max: 10, maxLength: 50, example: ['GATED_IN'] })
  readonly words!: string[];

  @TextListField({ description: 'ANSI X12 315', max: 10, maxLength: 50, example: ['I'] })
  readonly x12!: string[];

  @TextListField({ description: 'UN/EDIFACT CODECO, 1001', max: 10, maxLength: 50, example: ['34'] })
  readonly codeco!: string[];

  @TextListField({ description: 'UPU EMS events of parcels', max: 10, maxLength: 50, example: [] })
  readonly upu!: string[];

  static from({ code, type, words, ...names }: EventCode, language: 'en' | 'zh'): EventCodeDto {
    const inScheme = (scheme: keyof typeof FOREIGN_CODES): string[] =>
      Object.entries(FOREIGN_CODES[scheme]).flatMap(([name, meant]) => (meant === code ? [name] : []));
    return {
      ...{ code, eventType: type, name: names[language], words: [...words] },
      ...{ x12: inScheme('x12'), codeco: inScheme('codeco'), upu: inScheme('upu') },
    };
  }
}

export class EventCodeTableDto {
  @ListField(() => EventCodeDto, { description: 'Every code', max: 200 })
  readonly data!: EventCodeDto[];
}
