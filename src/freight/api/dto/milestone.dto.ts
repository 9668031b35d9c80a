import { EnumField, InstantField, TextField } from '../../../platform/http/fields.js';
import { PageOf, PageQuery } from '../../../platform/http/paging.js';
import { type MilestoneRow } from '../../application/milestones.service.js';
import { CLASSIFIERS, type Classifier } from '../../domain/transport-event.js';

/** One DCSA Track & Trace event. */
export class MilestoneDto {
  @TextField({ description: "The carrier's id of the event", max: 100 })
  readonly id!: string;

  @TextField({ description: '`TRANSPORT`, `EQUIPMENT` or `SHIPMENT`', max: 20, example: 'TRANSPORT' })
  readonly eventType!: string;

  @EnumField({ description: 'Planned, estimated or actual', values: CLASSIFIERS, example: 'ACT' })
  readonly classifier!: Classifier;

  @TextField({ description: 'DCSA code: DEPA, ARRI, LOAD, DISC, GTIN, GTOT …', max: 20, example: 'DEPA' })
  readonly code!: string;

  @TextField({ description: '`carrier`, or who else told it', max: 50, example: 'carrier' })
  readonly source!: string;

  @TextField({ description: 'As its teller calls it', nullable: true, max: 50, example: 'DEPA' })
  readonly sourceCode!: string | null;

  @InstantField({
    description: 'When it happens or happened, by the clock of the place',
    example: '2026-12-05T18:12:00+08:00',
  })
  readonly at!: string;

  @InstantField({ description: 'When the carrier wrote it', example: '2026-12-05T10:13:00.000Z' })
  readonly reportedAt!: string;

  @TextField({ description: 'UN/LOCODE', nullable: true, max: 10, example: 'CNNGB' })
  readonly location!: string | null;

  @TextField({ description: 'Container number', nullable: true, max: 15, example: 'SBXU7950018' })
  readonly equipmentReference!: string | null;

  @TextField({ description: 'The ship', nullable: true, max: 50, example: 'SBX ORIENT' })
  readonly vesselName!: string | null;

  @TextField({ description: 'Its voyage', nullable: true, max: 50, example: '026W' })
  readonly voyageNumber!: string | null;

  @TextField({ description: 'SMDG code of a delay', nullable: true, max: 10, example: 'WEA' })
  readonly delayReason!: string | null;

  @TextField({ description: "The carrier's remark", nullable: true, max: 5_000, example: 'Typhoon' })
  readonly remark!: string | null;

  @InstantField({ description: 'When the carrier took it back', nullable: true, example: '2026-12-05T11:00:00.000Z' })
  readonly retractedAt!: string | null;

  static from(this: void, row: MilestoneRow): MilestoneDto {
    return {
      id: row.event_id,
      eventType: row.event_type,
      classifier: row.classifier,
      code: row.code,
      source: row.source,
      sourceCode: row.source_code,
      at: row.local_time,
      reportedAt: row.reported_at.toISOString(),
      location: row.location,
      equipmentReference: row.equipment_reference,
      vesselName: row.vessel_name,
      voyageNumber: row.voyage_number,
      delayReason: row.delay_reason,
      remark: row.remark,
      retractedAt: row.retracted_at?.toISOString() ?? null,
    };
  }
}

export class MilestonePageDto extends PageOf(MilestoneDto) {}

export class MilestonesQuery extends PageQuery {
  @EnumField({ description: 'Planned, estimated or actual ones only', values: CLASSIFIERS, optional: true })
  classifier?: Classifier;
}
