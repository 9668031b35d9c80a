import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  type MoneyDto,
  MoneyField,
  TextField,
} from '../../../platform/http/fields.js';
import { type AgencyStandingView } from '../../application/agency-duties.service.js';
import { SAY } from '../../domain/agency-duties.sentences.js';
import { AGENCY_WARNINGS, isRejectionHigh, isVerificationDue, rejectedShare } from '../../domain/agency-duties.js';
import { serviceTimes } from '../../domain/service-times.js';

export class AgencyStandingQuery {
  @TextField({
    description: 'Of this year; the present one by default',
    optional: true,
    max: 4,
    pattern: /^20(1[7-9]|[2-9]\d)$/,
    example: '2026',
  })
  year?: string;
}

export class ProducerVerificationRequest {
  @IdField({ description: 'The producer', kind: 'party' })
  producerId!: string;

  @IntegerField({ description: 'For which year', min: 2017, max: 2199, example: 2026 })
  year!: number;

  @DateField({ description: 'When it was verified on the spot', example: '2026-03-02' })
  verifiedOn!: string;

  @TextField({
    description: 'What was found, or where the report is',
    max: 2_000,
    example: 'Report 2026-14: as declared',
  })
  report!: string;
}

export class EnterpriseClassRequest {
  @IdField({ description: 'The exporter', kind: 'party' })
  partyId!: string;

  @IntegerField({ description: '出口企业分类; 1 is the best', min: 1, max: 4, example: 2 })
  enterpriseClass!: number;

  @DateField({ description: 'From this day on', example: '2026-01-01' })
  validFrom!: string;
}

class EntrustingProducerDto {
  @IdField({ description: 'The producer', kind: 'party' })
  readonly producerId!: string;

  @TextField({ description: 'Its name', max: 200 })
  readonly producerName!: string;

  @MoneyField({ description: 'Refunds filed for it for the exports of the year, those that were sent back left out' })
  readonly entrusted!: MoneyDto;

  @DateField({ description: 'When it was verified on the spot in the year', nullable: true })
  readonly verifiedOn!: string | null;

  @BooleanField({ description: 'Above the threshold, and not verified yet' })
  readonly verificationDue!: boolean;
}

class EnterpriseClassDto {
  @IdField({ description: 'The exporter', kind: 'party' })
  readonly partyId!: string;

  @IntegerField({ description: '出口企业分类; 1 is the best', min: 1, max: 4 })
  readonly enterpriseClass!: number;

  @DateField({ description: 'Since' })
  readonly validFrom!: string;

  @IntegerField({ description: 'Within how many working days a claim of this class is decided' })
  readonly serviceWorkingDays!: number;
}

class AgencyWarningDto {
  @EnumField({ description: 'Which rule', values: AGENCY_WARNINGS })
  readonly rule!: string;

  @IdField({ description: 'About which producer; null: about all', kind: 'party', nullable: true })
  readonly producerId!: string | null;

  @TextField({ description: 'In words', max: 500 })
  readonly detail!: string;
}

export class AgentStandingDto {
  @DateField({ description: 'As of this day, in China' })
  readonly asOf!: string;

  @IntegerField({ description: 'The year of `producers`' })
  readonly year!: number;

  @MoneyField({ description: 'Above this a producer is verified on the spot' })
  readonly verificationAbove!: MoneyDto;

  @ListField(() => EntrustingProducerDto, { description: 'The one that entrusted most first', max: 500 })
  readonly producers!: EntrustingProducerDto[];

  @MoneyField({ description: 'Filed for producers within twelve months' })
  readonly filed!: MoneyDto;

  @MoneyField({ description: 'Of it rejected' })
  readonly rejected!: MoneyDto;

  @DecimalField({ description: 'Rejected ÷ filed, as a fraction', places: 4, example: '0.0123' })
  readonly rejectedShare!: string;

  @DecimalField({ description: 'More than this share is too much', places: 4, example: '0.05' })
  readonly rejectedShareMax!: string;

  @ListField(() => EnterpriseClassDto, {
    description: 'How exporters are classed today, where that was noted',
    max: 500,
  })
  readonly classes!: EnterpriseClassDto[];

  @ListField(() => AgencyWarningDto, { description: 'What needs somebody', max: 501 })
  readonly warnings!: AgencyWarningDto[];

  @TextField({ description: 'Law or notice', max: 500 })
  readonly source!: string;

  static of(this: void, found: AgencyStandingView, language: Language): AgentStandingDto {
    const { today, year, duties, threshold, producers, record, classes } = found;
    return {
      asOf: today,
      year,
      verificationAbove: threshold.toJSON(),
      producers: producers.map((producer) => ({
        producerId: publicId('party', producer.id),
        producerName: producer.name,
        entrusted: producer.entrusted.toJSON(),
        verifiedOn: producer.verifiedOn,
        verificationDue: isVerificationDue(producer, threshold),
      })),
      filed: record.filed.toJSON(),
      rejected: record.rejected.toJSON(),
      rejectedShare: rejectedShare(record).toString(),
      rejectedShareMax: duties.rejectedShareMax.toString(),
      classes: classes.map(({ partyId, enterpriseClass, validFrom }) => ({
        partyId: publicId('party', partyId),
        enterpriseClass,
        validFrom,
        serviceWorkingDays: serviceTimes(today).workingDays[enterpriseClass],
      })),
      warnings: warningsOf(found, language),
      source: duties.source,
    };
  }
}

function warningsOf(
  { producers, duties, threshold: above, record }: AgencyStandingView,
  language: Language,
): AgencyWarningDto[] {
  const threshold = above.toString();
  const due = producers
    .filter((producer) => isVerificationDue(producer, above))
    .map(({ id, name, entrusted }) => {
      const detail = told(SAY.verification_due({ name, entrusted: entrusted.toString(), threshold }), language);
      return { rule: 'verification_due', producerId: publicId('party', id), detail };
    });
  if (!isRejectionHigh(record, duties)) return due;
  const share = rejectedShare(record).toString();
  const detail = told(SAY.rejections_high({ share, max: duties.rejectedShareMax.toString() }), language);
  return [{ rule: 'rejections_high', producerId: null, detail }, ...due];
}
