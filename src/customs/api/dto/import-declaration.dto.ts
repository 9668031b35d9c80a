import { IntersectionType } from '@nestjs/swagger';

import { approvalOf, WithApprovalDto } from '../../../approvals/index.js';
import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import { wire } from '../../../kernel/wire.js';
import {
  BooleanField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type Declared } from '../../application/declarations.service.js';
import { type ForeseenTax } from '../../application/import-assessments.service.js';
import { grossWeight, netWeight, packing } from '../../domain/declaration-form.js';
import { DECLARATION_STATES } from '../../domain/declaration-status.js';
import { importOf, importPointer } from '../../domain/imports/import-form.js';
import { type Declaration } from '../../entities/declaration.entity.js';
import { presentFinding, presentSubmission } from './declaration.dto.js';
import { presentDetails, presentParts } from './details.dto.js';
import { ImportAssessmentDto } from './import-assessment.dto.js';
import { InspectionDto, presentInspection } from './inspection.dto.js';
import { importFields } from './import-request.dto.js';
import { DomesticPartyDto, FindingDto, SubmissionDto } from './parts.dto.js';

class TaxFaultDto {
  @TextField({ description: 'JSON pointer into this declaration', max: 200, min: 0, example: '/items/0/hsCode' })
  readonly pointer!: string;

  @TextField({
    description: 'What is missing',
    max: 1_000,
    example: 'No source that is loaded states the vat of 0901110000',
  })
  readonly message!: string;
}

/** What every import tells, with its items or without. */
class ImportStateDto extends WithApprovalDto {
  @IdField({ kind: 'declaration', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'party', description: 'Who imports' })
  readonly importerId!: string;

  @TextField({ description: "The importer's own reference", max: 200, example: 'IMP-2026-0001' })
  readonly reference!: string;

  @EnumField({ description: 'Where it stands; new states may come', values: DECLARATION_STATES })
  readonly state!: string;

  @TextListField({ description: 'Commands that may be given now', max: 10, maxLength: 30 })
  readonly allowedActions!: string[];

  @InstantField({
    description: 'When customs is asked if nothing has come; null when nobody is waited for',
    nullable: true,
  })
  readonly expectedBy!: string | null;

  @IntegerField({ description: 'How often it was declared', example: 1 })
  readonly attempt!: number;

  @TextField({
    description: 'Declaration number (报关单号), from acceptance on',
    max: 18,
    nullable: true,
    example: '310420261000000001',
  })
  readonly entryNumber!: string | null;

  @BooleanField({ description: 'Customs ordered an inspection' })
  readonly inspected!: boolean;

  @TextField({
    description: 'What customs asks for beside it',
    max: 4_000,
    min: 0,
    nullable: true,
    example: '请补充申报：价格',
  })
  readonly supplementAsked!: string | null;

  @TextField({ description: "Why customs sent it back, in customs' words", max: 4_000, min: 0, nullable: true })
  readonly rejectionReason!: string | null;

  @ObjectField(() => InspectionDto, { description: 'The inspection, as far as anybody said', nullable: true })
  readonly inspection!: InspectionDto | null;

  @ListField(() => FindingDto, { description: 'Every rule that it breaks', max: 2_000 })
  readonly findings!: FindingDto[];

  @InstantField({ description: 'When customs took the message', nullable: true })
  readonly submittedAt!: string | null;

  @InstantField({ description: 'When we heard of the acceptance', nullable: true })
  readonly acceptedAt!: string | null;

  @InstantField({ description: 'When we heard of the release', nullable: true })
  readonly releasedAt!: string | null;

  @InstantField({ description: 'When we heard of the clearance', nullable: true })
  readonly clearedAt!: string | null;

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was entered' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;
}

/** An import declaration: where it stands, what it says, what is wrong with it, and what customs would charge. */
export class ImportDeclarationDto extends IntersectionType(ImportStateDto, importFields(false)) {
  @TextField({ description: 'Supervision mode (监管方式)', max: 4, example: '0110' })
  readonly supervisionMode!: string;

  @ObjectField(() => DomesticPartyDto, { description: 'Who imports (境内收货人), as it is declared' })
  readonly importer!: DomesticPartyDto;

  @ObjectField(() => DomesticPartyDto, { description: 'Who declares (申报单位)' })
  readonly declarant!: DomesticPartyDto;

  @ObjectField(() => SubmissionDto, { description: 'The latest attempt; null before the first', nullable: true })
  readonly submission!: SubmissionDto | null;

  @IntegerField({ description: 'Packages of all items', example: 120 })
  readonly packages!: number;

  @DecimalField({ description: 'Net weight of all items as declared, kg', example: '912' })
  readonly netWeightKg!: string;

  @DecimalField({ description: 'Gross weight of all items as declared, kg', example: '1400' })
  readonly grossWeightKg!: string;

  @ObjectField(() => ImportAssessmentDto, {
    description:
      'What customs would charge, item by item, at the rates on record for the day of declaration; null while it cannot be told',
    nullable: true,
  })
  readonly tax!: ImportAssessmentDto | null;

  @ListField(() => TaxFaultDto, { description: 'Why it cannot be told', max: 500 })
  readonly taxFaults!: TaxFaultDto[];

  static from(this: void, { declaration, submission, tax }: ShownImport, language: Language): ImportDeclarationDto {
    const { form } = declaration;
    const { exporter: importer, declarant, supervisionMode } = form;
    const { items, details, containers, licences, parts, ...terms } = importOf(form);
    return {
      ...stateOf(declaration, language),
      ...{ supervisionMode, importer, declarant },
      ...terms,
      transport: withoutNull(terms.transport),
      containers: containers.map(({ number, ...told }) => ({ number, ...withoutNull(told) })),
      parts: presentParts(parts),
      licences: [...licences],
      details: presentDetails(details),
      items: items.map(({ product, treatment, goodsNameEn, details: own, ...item }) => ({
        ...item,
        ...(goodsNameEn !== '' && { goodsNameEn }),
        ...(product !== null && { productId: publicId('product', product.id) }),
        // An agreement is named by the preference.
        ...(treatment !== 'agreement' && { treatment }),
        details: presentDetails(own),
      })),
      submission: submission === null ? null : presentSubmission(submission),
      packages: packing(form).reduce((sum, { count }) => sum + count, 0),
      netWeightKg: netWeight(form).toFixed(),
      grossWeightKg: grossWeight(form).toFixed(),
      tax: tax.assessment === null ? null : wire(tax.assessment),
      taxFaults: tax.faults.map(({ pointer, message }) => ({ pointer, message: told(message, language) })),
    };
  }
}

export interface ShownImport extends Declared {
  readonly tax: ForeseenTax;
}

export class ImportSummaryDto extends ImportStateDto {
  static from(this: void, declaration: Declaration, language: Language): ImportSummaryDto {
    return stateOf(declaration, language);
  }
}
export class ImportSummaryPageDto extends PageOf(ImportSummaryDto) {}

export class ImportDeclarationsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(DECLARATION_STATES),
    max: 200,
    optional: true,
    example: 'accepted',
  })
  readonly state?: string;

  @IdField({ description: "Only this importer's", kind: 'party', optional: true })
  readonly importerId?: string;

  @TextField({
    description: 'Declaration number',
    pattern: /^\d{18}$/,
    max: 18,
    optional: true,
    example: '310420261000000001',
  })
  readonly entryNumber?: string;
}

function stateOf(declaration: Declaration, language: Language): ImportStateDto {
  const { id, partyId, reference, state, attempt, entryNumber, inspected, supplementAsked, rejectionReason } =
    declaration;
  const instant = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    id: publicId('declaration', id),
    importerId: publicId('party', importerOf(declaration, partyId)),
    ...{ reference, state, attempt, entryNumber, inspected, supplementAsked, rejectionReason },
    allowedActions: declaration.allowedActions,
    ...approvalOf(declaration.approval, language),
    expectedBy: instant(declaration.expectedBy),
    inspection: presentInspection(declaration.inspection),
    findings: declaration.findings.map((finding) => {
      return presentFinding({ ...finding, pointer: importPointer(finding.pointer) }, language);
    }),
    submittedAt: instant(declaration.submittedAt),
    acceptedAt: instant(declaration.acceptedAt),
    releasedAt: instant(declaration.releasedAt),
    clearedAt: instant(declaration.clearedAt),
    ...stampsOf(declaration),
  };
}

function importerOf({ id }: Declaration, partyId: string | null): string {
  if (partyId === null) throw new Error(`Declaration ${id} is no import`);
  return partyId;
}

function withoutNull<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], null> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as never;
}
