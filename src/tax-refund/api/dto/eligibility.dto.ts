import { type Language, told } from '../../../kernel/sentence.js';
import {
  BooleanField,
  DateField,
  EnumField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { type CaseView } from '../../application/claim-reader.service.js';
import { type DecidedLine, type Eligibility, type ExportToJudge } from '../../application/eligibilities.service.js';
import { AGENCY_CONDITIONS } from '../../domain/agency-conditions.js';
import { AGENCY_CONDITION_NAMES, type AgencyCondition } from '../../domain/agency-evidence.js';
import { type AgencyLack } from '../../domain/agency-gate.js';
import { SAY } from '../../domain/agency.sentences.js';
import { DECIDED_REGIMES, WANTED_REGIMES, type WantedRegime } from '../../domain/eligibility.js';
import { ELIGIBILITY_RULES } from '../../domain/eligibility-law.js';
import { CaseFactsDto } from './case.dto.js';
import { RefundRateFactDto } from './rates.dto.js';

export class EligibilityLineRequest {
  @TextField({ description: '8 to 10 digits', pattern: /^\d{8,10}$/, max: 10, example: '8516609000' })
  readonly hsCode!: string;

  @TextField({
    description: 'Which goods of the refund library they are, where it divides the code',
    pattern: /^\d{8,16}$/,
    max: 16,
    optional: true,
    example: '8516609000',
  })
  readonly refundCode?: string;
}

/** An export before its order is placed. */
export class EligibilityRequest {
  @EnumField({ description: 'What is to be claimed; `agency_export`: a principal claims', values: WANTED_REGIMES })
  readonly regime!: WantedRegime;

  @TextField({ description: 'Supervision mode (监管方式)', pattern: /^\d{4}$/, max: 4, example: '0110' })
  readonly supervisionMode!: string;

  @BooleanField({ description: 'Of 9610: declared by simplified lists (清单核放、汇总统计)', optional: true })
  readonly simplified?: boolean;

  @EnumField({ description: 'What the exporter is', values: ['trading', 'manufacturer'], optional: true })
  readonly enterpriseKind?: 'trading' | 'manufacturer';

  @EnumField({ description: 'How the exporter pays VAT', values: ['general', 'small_scale'], optional: true })
  readonly taxpayerType?: 'general' | 'small_scale';

  @TextListField({
    description: 'Of `agency`: the conditions that can be shown; left out: they are not looked at',
    values: AGENCY_CONDITION_NAMES,
    max: 4,
    optional: true,
    example: ['producer', 'contracts', 'entrustment', 'agent'],
  })
  readonly agencyConditions?: AgencyCondition[];

  @DateField({ description: 'Day of the export; today where left out', optional: true, example: '2026-12-01' })
  readonly exportDate?: string;

  @ListField(() => EligibilityLineRequest, { description: 'The goods', min: 1, max: 1_000 })
  readonly lines!: EligibilityLineRequest[];

  toExport(): ExportToJudge {
    return {
      wanted: this.regime,
      supervisionMode: this.supervisionMode,
      isSimplified: this.simplified ?? false,
      enterpriseKind: this.enterpriseKind ?? null,
      taxpayerType: this.taxpayerType ?? null,
      agencyLack: lackOf(this.agencyConditions),
      exportDate: this.exportDate ?? null,
      lines: this.lines.map(({ hsCode, refundCode = null }, index) => ({ lineNumber: index + 1, hsCode, refundCode })),
    };
  }
}

function lackOf(shown: readonly AgencyCondition[] | undefined): AgencyLack | null {
  const missing = AGENCY_CONDITION_NAMES.filter((name) => shown?.includes(name) === false);
  if (missing.length === 0) return null;
  const detail = SAY.conditions_not_shown({ conditions: missing.map((name) => AGENCY_CONDITIONS[name]) });
  return { pointer: '/agencyConditions', rule: 'agency_conditions', detail };
}

export class EligibilityReasonDto {
  @EnumField({ description: 'The rule; new ones may come', values: ELIGIBILITY_RULES })
  readonly rule!: string;

  @TextField({ description: 'In words', max: 10_000, example: 'Market purchase (1039) is exempt, nothing is refunded' })
  readonly detail!: string;

  @TextField({ description: 'The law of the day', max: 500, example: '国家税务总局公告2015年第89号' })
  readonly source!: string;
}

export class EligibilityLineDto {
  @IntegerField({ description: 'Line of the order, or place in the request', min: 1 })
  readonly lineNumber!: number;

  @TextField({ description: 'The goods', max: 10, example: '8516609000' })
  readonly hsCode!: string;

  @EnumField({ description: 'Under what the line is taxed', values: DECIDED_REGIMES })
  readonly regime!: string;

  @BooleanField({ description: 'Whether VAT is refunded by a claim here' })
  readonly refundable!: boolean;

  @ListField(() => EligibilityReasonDto, { description: 'What decided comes first', max: 20 })
  readonly reasons!: EligibilityReasonDto[];

  @ObjectField(() => RefundRateFactDto, { description: 'The refund rate, with version and interval', nullable: true })
  readonly rate!: RefundRateFactDto | null;

  @ListField(() => RefundRateFactDto, { description: 'What a person must choose among', max: 1_000 })
  readonly choices!: RefundRateFactDto[];

  static from(this: void, line: DecidedLine, language: Language): EligibilityLineDto {
    const { lineNumber, hsCode, regime, isRefundable, reasons, rate } = line;
    return {
      ...{ lineNumber, hsCode, regime, refundable: isRefundable },
      reasons: reasons.map(({ detail, ...reason }) => ({ ...reason, detail: told(detail, language) })),
      rate: rate.rate && RefundRateFactDto.from(rate.rate, language),
      choices: rate.choices.map((choice) => RefundRateFactDto.from(choice, language)),
    };
  }
}

export class GroupedLineDto {
  @IntegerField({ description: 'Line of the order, or place in the request', min: 1 })
  readonly lineNumber!: number;
}

export class EligibilityGroupDto {
  @EnumField({ description: 'The regime', values: DECIDED_REGIMES })
  readonly regime!: string;

  @BooleanField({ description: 'Whether VAT is refunded by a claim here' })
  readonly refundable!: boolean;

  @ListField(() => GroupedLineDto, { description: 'The lines', max: 1_000 })
  readonly lines!: GroupedLineDto[];
}

export class RefundEligibilityDto {
  @DateField({ description: 'The day that rates and law were asked of', example: '2026-12-01' })
  readonly day!: string;

  @ListField(() => EligibilityLineDto, { description: 'Line by line', max: 1_000 })
  readonly lines!: EligibilityLineDto[];

  @ListField(() => EligibilityGroupDto, {
    description: 'What goes together; regimes are never mixed in one filing',
    max: 20,
  })
  readonly groups!: EligibilityGroupDto[];

  static from(this: void, { day, lines, groups }: Eligibility, language: Language): RefundEligibilityDto {
    return {
      day,
      lines: lines.map((line) => EligibilityLineDto.from(line, language)),
      groups: groups.map(({ regime, isRefundable, lineNumbers }) => ({
        ...{ regime, refundable: isRefundable, lines: lineNumbers.map((lineNumber) => ({ lineNumber })) },
      })),
    };
  }
}

/** The refund of one order, and what becomes of each of its lines. */
export class RefundCaseDto extends CaseFactsDto {
  @ObjectField(() => RefundEligibilityDto, {
    description: 'Under which regime each line is taxed, and whether it is refunded',
  })
  readonly eligibility!: RefundEligibilityDto;

  static judged(this: void, found: CaseView, eligibility: Eligibility, language: Language): RefundCaseDto {
    return { ...CaseFactsDto.from(found, language), eligibility: RefundEligibilityDto.from(eligibility, language) };
  }
}
