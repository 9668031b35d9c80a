import {
  EnumField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { EVIDENCE_KINDS, INSPECTION_OUTCOMES, type Inspection } from '../../domain/inspection.js';
import { SUPPLEMENT_FIELDS, SUPPLEMENT_KINDS } from '../../domain/supplement.js';

export class InspectionAppointmentDto {
  @InstantField({ description: 'When', example: '2026-12-03T09:30:00+08:00' })
  readonly at!: string;

  @TextField({ description: 'Where', max: 200, example: '宁波北仑海关查验场站' })
  readonly place!: string;

  @TextField({ description: 'What to bring, whom to ask for', max: 500, optional: true, nullable: true })
  readonly note?: string | null;
}

class EvidenceDto {
  @EnumField({ description: 'What it is', values: EVIDENCE_KINDS })
  readonly kind!: string;

  @TextField({ description: 'Its number, or where it is kept', max: 500, example: '查验记录单 3104202600001' })
  readonly reference!: string;

  @TextField({
    description: 'SHA-256 of it, hex',
    max: 64,
    pattern: /^[0-9a-f]{64}$/,
    optional: true,
    nullable: true,
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  })
  readonly digest?: string | null;
}

export class InspectionResultDto {
  @EnumField({
    description: 'What was found: as declared, not as declared, samples taken',
    values: INSPECTION_OUTCOMES,
  })
  readonly outcome!: string;

  @InstantField({ description: 'When the goods were inspected', example: '2026-12-03T11:00:00+08:00' })
  readonly inspectedAt!: string;

  @TextField({ description: 'In words', max: 2_000, optional: true, nullable: true })
  readonly note?: string | null;

  @ListField(() => EvidenceDto, { description: 'What proves it', max: 50, optional: true })
  readonly evidence?: EvidenceDto[];
}

/** An inspection as a declaration shows it. */
export class InspectionDto {
  @ObjectField(() => InspectionAppointmentDto, { description: 'When and where', nullable: true })
  readonly appointment!: InspectionAppointmentDto | null;

  @ObjectField(() => InspectionResultDto, { description: 'What was found', nullable: true })
  readonly result!: InspectionResultDto | null;
}

/** What was given, in the words of the domain. */
export function appointmentOf({
  at,
  place,
  note = null,
}: InspectionAppointmentDto): NonNullable<Inspection['appointment']> {
  return { at: new Date(at).toISOString(), place, note };
}

export function resultOf({
  outcome,
  inspectedAt,
  note = null,
  evidence = [],
}: InspectionResultDto): NonNullable<Inspection['result']> {
  return {
    ...{ outcome, note, inspectedAt: new Date(inspectedAt).toISOString() },
    evidence: evidence.map(({ kind, reference, digest = null }) => ({ kind, reference, digest })),
  } as NonNullable<Inspection['result']>;
}

export function presentInspection(inspection: Inspection | null): InspectionDto | null {
  if (inspection === null) return null;
  const { appointment, result } = inspection;
  return { appointment, result: result === null ? null : { ...result, evidence: [...result.evidence] } };
}

class SupplementFieldDto {
  @EnumField({ description: 'Element of 补充申报单', values: SUPPLEMENT_FIELDS })
  readonly field!: string;

  @TextField({ description: 'Its value', max: 1_000, example: '10.50' })
  readonly value!: string;
}

export class SupplementAnswerDto {
  @IntegerField({ description: 'Which item', min: 1, example: 1 })
  readonly itemNumber!: number;

  @EnumField({ description: 'About its price, classification or origin', values: SUPPLEMENT_KINDS })
  readonly kind!: string;

  @ListField(() => SupplementFieldDto, { description: 'What is answered', min: 1, max: 60 })
  readonly fields!: SupplementFieldDto[];
}

export class AnswerSupplementDto {
  @TextField({ description: 'What is answered, in a sentence', max: 900, example: 'The invoice price of item 1' })
  readonly reason!: string;

  @ListField(() => SupplementAnswerDto, { description: 'Answers by item and kind', min: 1, max: 60 })
  readonly answers!: SupplementAnswerDto[];
}
