import { publicId } from '../../../../kernel/ids.js';
import { type Language, reasonIn } from '../../../../kernel/sentence.js';
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
} from '../../../../platform/http/fields.js';
import { PageOf } from '../../../../platform/http/paging.js';
import { stampsOf } from '../../../../platform/http/stamps.js';
import { type ConsignmentEventRow } from '../../../application/consignments/consignment-events.js';
import { CONTENTS, type Contents } from '../../../domain/consignments/consignment-check.js';
import { predictDelivery } from '../../../domain/consignments/consignment-progress.js';
import {
  CONSIGNMENT_STATES,
  type ConsignmentState,
  WITHDRAWAL_STATES,
  type WithdrawalState,
} from '../../../domain/consignments/consignment-status.js';
import { CONSIGNMENT_WAYS, type ConsignmentWay } from '../../../domain/consignments/consignment-way.js';
import { CLASSIFIERS, type Classifier } from '../../../domain/transport-event.js';
import { type Consignment } from '../../../entities/consignment.entity.js';
import { CallTimesDto } from '../booking.dto.js';
import { money, PORT } from '../charge.dto.js';

const COUNTRY = { max: 2, min: 2, example: 'DE' } as const;
const SOURCES = ['courier', 'transit', 'offer'] as const;

export class ConsignmentPartyDto {
  @TextField({ description: 'Name', max: 200, example: 'Alster Handel GmbH' })
  readonly name!: string;

  @TextField({ description: 'Street, number, town', max: 500, example: 'Ballindamm 7, Hamburg' })
  readonly address!: string;

  @TextField({ description: 'Postal code', max: 16, nullable: true, example: '20095' })
  readonly postalCode!: string | null;

  @TextField({ description: 'ISO 3166-1 alpha-2', ...COUNTRY })
  readonly country!: string;

  @TextField({ description: 'Telephone', max: 30, nullable: true, example: '+49405550142' })
  readonly phone!: string | null;
}

export class DeclaredGoodsDto {
  @TextField({ description: 'What it is', max: 500, example: 'Cotton T-shirts' })
  readonly description!: string;

  @TextField({ description: 'HS code', max: 10, nullable: true, example: '610910' })
  readonly hsCode!: string | null;

  @DecimalField({ description: 'How many', example: '20' })
  readonly quantity!: string;

  @MoneyField({ description: 'What all of them are worth' })
  readonly value!: MoneyDto;

  @DecimalField({ description: 'Net weight of all of them, kg', example: '1.2' })
  readonly netKg!: string;

  @TextField({ description: 'Country of origin', ...COUNTRY, example: 'CN' })
  readonly originCountry!: string;
}

/** When it should be there, and what says so. */
export class PredictedDeliveryDto {
  @InstantField({ description: 'Not before', example: '2026-12-10T00:00:00.000Z' })
  readonly earliest!: string;

  @InstantField({ description: 'Not after, if all goes well', example: '2026-12-14T00:00:00.000Z' })
  readonly latest!: string;

  @EnumField({
    description:
      '`courier`: its own estimate; `transit`: the days of the offer, from the actual departure; `offer`: from the planned one',
    values: SOURCES,
    example: 'transit',
  })
  readonly source!: (typeof SOURCES)[number];
}

/** Goods that go by express, post, dedicated line, air or rail. */
export class ConsignmentDto {
  @IdField({ description: 'The consignment', kind: 'consignment' })
  readonly id!: string;

  @TextField({ description: 'Your own number', max: 100, nullable: true, example: 'EXP-2026-17' })
  readonly reference!: string | null;

  @IdField({ description: 'The order whose goods go', kind: 'order', nullable: true })
  readonly orderId!: string | null;

  @IdField({ description: 'The comparison that has the offer', kind: 'freightComparison' })
  readonly comparisonId!: string;

  @IntegerField({ description: 'Which of its offers', min: 1, example: 1 })
  readonly offerRank!: number;

  @EnumField({ description: 'Way of carriage', values: CONSIGNMENT_WAYS, example: 'express' })
  readonly way!: ConsignmentWay;

  @TextField({ description: 'One of several services of the way', nullable: true, max: 40, example: 'economy' })
  readonly service!: string | null;

  @EnumField({ description: 'Where it stands', values: CONSIGNMENT_STATES, example: 'in_transit' })
  readonly state!: ConsignmentState;

  @EnumField({ description: 'How our wish to cancel stands', values: WITHDRAWAL_STATES, example: 'none' })
  readonly cancellation!: WithdrawalState;

  @TextListField({ description: 'What you may do now', max: 10, maxLength: 40, example: ['request_cancellation'] })
  readonly allowedActions!: string[];

  @TextField({
    description: 'Why it was rejected, cancelled, sent back or lost',
    max: 5_000,
    nullable: true,
    example: 'The recipient was not there',
  })
  readonly reason!: string | null;

  @TextField({ description: 'Where it is taken over, UN/LOCODE', ...PORT, example: 'CNPVG' })
  readonly from!: string;

  @TextField({ description: 'Where it is handed out, UN/LOCODE', ...PORT, example: 'DEFRA' })
  readonly to!: string;

  @DateField({ description: 'Day on which it is to leave', example: '2026-12-06' })
  readonly departureDate!: string;

  @ObjectField(() => ConsignmentPartyDto, { description: 'Who sends it' })
  readonly sender!: ConsignmentPartyDto;

  @ObjectField(() => ConsignmentPartyDto, { description: 'Who is to have it' })
  readonly recipient!: ConsignmentPartyDto;

  @IntegerField({ description: 'Packages', min: 1, example: 1 })
  readonly packages!: number;

  @DecimalField({ description: 'Gross weight of all packages, kg', example: '1.5' })
  readonly grossKg!: string;

  @ListField(() => DeclaredGoodsDto, { description: 'What customs abroad are told that it is', max: 500 })
  readonly goods!: DeclaredGoodsDto[];

  @EnumField({ description: 'Category of the item', values: CONTENTS, example: 'merchandise' })
  readonly contents!: Contents;

  @TextListField({ description: 'Papers that go along', max: 2, maxLength: 30, example: [] })
  readonly papers!: string[];

  @ListField(() => MoneyDto, { description: 'Prepaid charges as offered, one sum per currency', max: 20 })
  readonly charges!: MoneyDto[];

  @TextField({
    description: "The courier's number of the whole: air waybill, first postal item or parcel, rail consignment note",
    max: 35,
    nullable: true,
    example: 'SBXE795000001',
  })
  readonly waybillNumber!: string | null;

  @TextListField({
    description: 'Number of each package, where packages have their own',
    max: 1_000,
    maxLength: 35,
    example: ['SBXE795000001'],
  })
  readonly trackingNumbers!: string[];

  @ObjectField(() => CallTimesDto, { description: 'The courier takes it over' })
  readonly collection!: CallTimesDto;

  @ObjectField(() => CallTimesDto, { description: 'It leaves; the day planned is `departureDate`' })
  readonly departure!: CallTimesDto;

  @ObjectField(() => CallTimesDto, { description: 'The recipient has it' })
  readonly delivery!: CallTimesDto;

  @ObjectField(() => PredictedDeliveryDto, {
    description: 'When it should be there; null once it is there, or goes there no more',
    nullable: true,
  })
  readonly predictedDelivery!: PredictedDeliveryDto | null;

  @InstantField({
    description: 'By when the courier should speak',
    nullable: true,
    example: '2026-11-24T02:15:00.000Z',
  })
  readonly expectedBy!: string | null;

  @BooleanField({ description: 'The courier has not spoken in time', example: false })
  readonly overdue!: boolean;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was booked', example: '2026-11-24T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'Last change', example: '2026-11-24T02:00:00.000Z' })
  readonly updatedAt!: string;

  static in(language: Language): (consignment: Consignment) => ConsignmentDto {
    return (consignment) => {
      const { offer, cargo, causes, reason, orderId, times, expectedBy } = consignment;
      const { reference, offerRank, way, state, cancellation, departureDate, contents, waybillNumber } = consignment;
      return {
        ...{ id: publicId('consignment', consignment.id), reference },
        orderId: orderId === null ? null : publicId('order', orderId),
        comparisonId: publicId('freightComparison', consignment.comparisonId),
        ...{ offerRank, way, service: offer.service, state, cancellation },
        allowedActions: [...consignment.allowedActions],
        reason: causes === null ? reason : reasonIn(causes, language),
        ...{ from: offer.from, to: offer.to, departureDate },
        ...{ sender: { ...consignment.sender }, recipient: { ...consignment.recipient } },
        ...{ packages: cargo.measures.pieces, grossKg: cargo.measures.grossKg },
        goods: consignment.goods.map((line) => ({ ...line, value: money(line.value) })),
        ...{ contents, papers: [...consignment.papers], charges: offer.totals.map(money) },
        ...{ waybillNumber, trackingNumbers: [...consignment.trackingNumbers] },
        ...{ collection: { ...times.collection }, departure: { ...times.departure }, delivery: { ...times.delivery } },
        predictedDelivery: predictedFor(consignment),
        ...{ expectedBy: expectedBy?.toISOString() ?? null, overdue: consignment.overdueAt !== null },
        ...stampsOf(consignment),
      };
    };
  }
}

function predictedFor({ isOver, times, departureDate, offer }: Consignment): PredictedDeliveryDto | null {
  if (isOver) return null;
  const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
  const { planned, estimated, actual } = times.delivery;
  const predicted = predictDelivery({
    delivery: { planned: instant(planned), estimated: instant(estimated), actual: instant(actual) },
    departedAt: instant(times.departure.actual),
    ...{ departureDate, transitDays: offer.transitDays },
  });
  if (predicted === null) return null;
  const { earliest, latest, from } = predicted;
  return { earliest: earliest.toISOString(), latest: latest.toISOString(), source: from };
}

export class ConsignmentPageDto extends PageOf(ConsignmentDto) {}

/** One thing that happened, or is to happen. */
export class ConsignmentEventDto {
  @TextField({ description: "The courier's id of it", max: 100 })
  readonly id!: string;

  @EnumField({ description: 'Planned, estimated or actual', values: CLASSIFIERS, example: 'ACT' })
  readonly classifier!: Classifier;

  @TextField({ description: 'DCSA code: RECE, DEPA, ARRI, CUSR, DROP …', max: 50, example: 'DEPA' })
  readonly code!: string;

  @TextField({ description: 'As the courier calls it', max: 50, example: 'EMC' })
  readonly sourceCode!: string;

  @InstantField({ description: 'When, by the clock of the place', example: '2026-12-06T18:12:00+08:00' })
  readonly at!: string;

  @InstantField({ description: 'When the courier wrote it', example: '2026-12-06T10:13:00.000Z' })
  readonly reportedAt!: string;

  @TextField({ description: 'UN/LOCODE', nullable: true, max: 10, example: 'CNPVG' })
  readonly location!: string | null;

  @TextField({ description: 'Of which package; null for all', nullable: true, max: 35, example: 'SBXE795000001' })
  readonly trackingNumber!: string | null;

  @TextField({ description: "The courier's remark", nullable: true, max: 5_000, example: 'Held by customs' })
  readonly remark!: string | null;

  static from(this: void, row: ConsignmentEventRow): ConsignmentEventDto {
    return {
      id: row.event_id,
      classifier: row.classifier,
      code: row.code,
      sourceCode: row.source_code,
      at: row.local_time,
      reportedAt: row.reported_at.toISOString(),
      location: row.location,
      trackingNumber: row.tracking_number,
      remark: row.remark,
    };
  }
}

export class ConsignmentEventPageDto extends PageOf(ConsignmentEventDto) {}
