import { approvalOf, WithApprovalDto } from '../../../approvals/index.js';
import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
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
import { stampsOf } from '../../../platform/http/stamps.js';
import { type Declared } from '../../application/declarations.service.js';
import {
  type DeclarationForm,
  type FormContainer,
  grossWeight,
  netWeight,
  packing,
} from '../../domain/declaration-form.js';
import { DECLARATION_STATES } from '../../domain/declaration-status.js';
import { type Finding, RULES } from '../../domain/finding.js';
import { fobValue } from '../../domain/fob.js';
import { type Declaration } from '../../entities/declaration.entity.js';
import { type Submission } from '../../entities/submission.entity.js';
import { DetailDto, LicenceDto, MessagePartDto, presentDetails, presentParts } from './details.dto.js';
import { InspectionDto, presentInspection } from './inspection.dto.js';
import {
  ConsigneeDto,
  DeclaredContainerDto,
  DeclaredItemDto,
  DeclarationPartDto,
  DomesticPartyDto,
  FindingDto,
  SubmissionDto,
  TransportDto,
} from './parts.dto.js';

/** An export declaration: where it stands, what it says, and what is wrong with it. */
export class DeclarationDto extends WithApprovalDto {
  @IdField({ kind: 'declaration', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'order', description: 'The order that is exported' })
  readonly orderId!: string;

  @TextField({
    description: "The order's own reference, with the part where it has several",
    max: 200,
    example: 'PO-2026-0001',
  })
  readonly reference!: string;

  @ObjectField(() => DeclarationPartDto, {
    description: 'Which of the declarations of the order it is: one holds 50 items, so that a longer order has several',
  })
  readonly part!: DeclarationPartDto;

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
    example: '222520260795000001',
  })
  readonly entryNumber!: string | null;

  @BooleanField({ description: 'Customs ordered an inspection' })
  readonly inspected!: boolean;

  @ObjectField(() => InspectionDto, { description: 'The inspection, as far as anybody said', nullable: true })
  readonly inspection!: InspectionDto | null;

  @TextField({
    description: "What customs asks for beside it, in customs' words",
    max: 4_000,
    min: 0,
    nullable: true,
    example: '请补充申报：价格',
  })
  readonly supplementAsked!: string | null;

  @TextField({ description: "Why customs sent it back, in customs' words", max: 4_000, min: 0, nullable: true })
  readonly rejectionReason!: string | null;

  @DateField({
    description: 'The day the goods left China; the tax clocks run from it',
    nullable: true,
    example: '2026-12-05',
  })
  readonly exportDate!: string | null;

  @ListField(() => FindingDto, { description: 'Every rule that the form breaks', max: 2_000 })
  readonly findings!: FindingDto[];

  @ObjectField(() => SubmissionDto, { description: 'The latest attempt; null before the first', nullable: true })
  readonly submission!: SubmissionDto | null;

  @TextField({ description: 'Supervision mode (监管方式)', max: 4, example: '0110' })
  readonly supervisionMode!: string;

  @TextField({ description: 'Customs office of declaration', max: 10, example: '3104' })
  readonly declarationOffice!: string;

  @TextField({ description: 'Customs office of exit', max: 10, example: '3104' })
  readonly exitOffice!: string;

  @ObjectField(() => DomesticPartyDto, { description: 'Who exports (境内发货人)' })
  readonly exporter!: DomesticPartyDto;

  @ObjectField(() => DomesticPartyDto, { description: 'Who made or sold the goods (生产销售单位)' })
  readonly producer!: DomesticPartyDto;

  @ObjectField(() => DomesticPartyDto, { description: 'Who declares (申报单位)' })
  readonly declarant!: DomesticPartyDto;

  @ObjectField(() => ConsigneeDto, { description: 'Who receives abroad' })
  readonly consignee!: ConsigneeDto;

  @TextField({ description: 'Contract number', max: 200, min: 0, example: 'INV-2026-001' })
  readonly contractNumber!: string;

  @TextField({ description: 'Incoterm', max: 3, example: 'FOB' })
  readonly incoterm!: string;

  @TextField({ description: 'Currency of the goods', max: 3, example: 'USD' })
  readonly currency!: string;

  @TextField({ description: 'How the goods cross the border', max: 10, example: 'sea' })
  readonly transportMode!: string;

  @ObjectField(() => TransportDto, { description: 'On what they leave' })
  readonly transport!: TransportDto;

  @ListField(() => DeclaredContainerDto, { description: 'Container numbers', max: 500 })
  readonly containers!: DeclaredContainerDto[];

  @TextField({ description: 'UN/LOCODE', max: 5, example: 'CNNGB' })
  readonly portOfLoading!: string;

  @TextField({ description: 'UN/LOCODE', max: 5, example: 'DEHAM' })
  readonly portOfDischarge!: string;

  @TextField({
    description: 'Customs port code, where the table of ports is overruled',
    max: 6,
    nullable: true,
    example: 'DEU063',
  })
  readonly destinationPortCode!: string | null;

  @TextField({
    description: 'Customs code of the port of exit, where the table is overruled',
    max: 6,
    nullable: true,
    example: '380101',
  })
  readonly exitPortCode!: string | null;

  @TextField({ description: 'ISO 3166-1 alpha-2', max: 2, example: 'DE' })
  readonly destinationCountry!: string;

  @MoneyField({ description: 'Freight after loading', nullable: true })
  readonly freightCharge!: MoneyDto | null;

  @MoneyField({ description: 'Insurance', nullable: true })
  readonly insuranceCharge!: MoneyDto | null;

  @TextField({ description: 'Where the goods are', max: 500, min: 0 })
  readonly goodsPlace!: string;

  @TextField({ description: 'Shipping marks; null is declared as N/M', max: 400, min: 0, nullable: true })
  readonly marks!: string | null;

  @TextField({ description: 'Remarks', max: 70, min: 0, nullable: true })
  readonly remarks!: string | null;

  @ListField(() => DetailDto, { description: 'Further elements of the message', max: 50 })
  readonly details!: DetailDto[];

  @ListField(() => LicenceDto, { description: 'Papers that go with it (随附单证)', max: 50 })
  readonly licences!: LicenceDto[];

  @ListField(() => MessagePartDto, { description: 'Further parts of the message', max: 200 })
  readonly parts!: MessagePartDto[];

  @IntegerField({ description: 'Packages of all items', example: 120 })
  readonly packages!: number;

  @DecimalField({ description: 'Net weight of all items as declared, kg', example: '980' })
  readonly netWeightKg!: string;

  @DecimalField({ description: 'Gross weight of all items as declared, kg', example: '1050' })
  readonly grossWeightKg!: string;

  @MoneyField({ description: 'FOB value; null while it cannot be told', nullable: true })
  readonly fob!: MoneyDto | null;

  @ListField(() => DeclaredItemDto, { description: 'The items', max: 1_000 })
  readonly items!: DeclaredItemDto[];

  @InstantField({ description: 'When customs took the message', nullable: true })
  readonly submittedAt!: string | null;

  @InstantField({ description: 'When we heard of the acceptance', nullable: true })
  readonly acceptedAt!: string | null;

  @InstantField({ description: 'When we heard of the release', nullable: true })
  readonly releasedAt!: string | null;

  @InstantField({ description: 'When we heard of the departure', nullable: true })
  readonly departedAt!: string | null;

  @InstantField({ description: 'When we heard of the clearance', nullable: true })
  readonly clearedAt!: string | null;

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was drafted' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, { declaration, submission }: Declared, language: Language): DeclarationDto {
    const { form, ...state } = declaration;
    const fob = fobValue(form);
    return {
      ...headOf(form),
      id: publicId('declaration', state.id),
      orderId: publicId('order', orderOf(declaration)),
      reference: state.reference,
      part: declaration.part,
      state: state.state,
      allowedActions: declaration.allowedActions,
      ...approvalOf(state.approval, language),
      expectedBy: instant(state.expectedBy),
      attempt: state.attempt,
      entryNumber: state.entryNumber,
      inspected: state.inspected,
      inspection: presentInspection(state.inspection),
      supplementAsked: state.supplementAsked,
      rejectionReason: state.rejectionReason,
      exportDate: state.exportDate,
      findings: state.findings.map((finding) => presentFinding(finding, language)),
      submission: submission === null ? null : presentSubmission(submission),
      packages: packing(form).reduce((sum, { count }) => sum + count, 0),
      netWeightKg: netWeight(form).toFixed(),
      grossWeightKg: grossWeight(form).toFixed(),
      fob: fob?.total.toJSON() ?? null,
      items: form.items.map(({ product = null, ...item }, index) => ({
        ...item,
        orderLineId: publicId('orderLine', item.orderLineId),
        productId: product && publicId('product', product.id),
        productVersion: product?.version ?? null,
        details: presentDetails(item.details),
        fob: fob?.items[index]?.toJSON() ?? null,
      })),
      containers: form.containers.map(presentContainer),
      parts: presentParts(form.parts),
      details: presentDetails(form.details),
      licences: [...(form.licences ?? [])],
      submittedAt: instant(state.submittedAt),
      acceptedAt: instant(state.acceptedAt),
      releasedAt: instant(state.releasedAt),
      departedAt: instant(state.departedAt),
      clearedAt: instant(state.clearedAt),
      ...stampsOf(state),
    };
  }
}

/** An export is that of an order. */
function orderOf({ id, orderId }: Declaration): string {
  if (orderId === null) throw new Error(`Declaration ${id} is of no order`);
  return orderId;
}

/** The form as it is, without what is only told about it. */
function headOf(
  form: DeclarationForm,
): Omit<DeclarationForm, 'isContainerised' | 'items' | 'containers' | 'details' | 'licences' | 'parts'> {
  const { supervisionMode, declarationOffice, exitOffice, exporter, producer, declarant, consignee } = form;
  const { contractNumber, incoterm, currency, transportMode, transport, portOfLoading, portOfDischarge } = form;
  const { destinationPortCode, exitPortCode, destinationCountry, freightCharge, insuranceCharge } = form;
  const { goodsPlace, marks, remarks } = form;
  return {
    ...{ supervisionMode, declarationOffice, exitOffice, exporter, producer, declarant, consignee },
    ...{ contractNumber, incoterm, currency, transportMode, transport, portOfLoading, portOfDischarge },
    ...{ destinationPortCode, exitPortCode, destinationCountry, freightCharge, insuranceCharge },
    ...{ goodsPlace, marks, remarks },
  };
}

function presentContainer({ number, sizeType, goodsWeightKg, itemNumbers }: FormContainer): DeclaredContainerDto {
  return { number, sizeType, goodsWeightKg: goodsWeightKg ?? null, itemNumbers: itemNumbers ?? null };
}

function instant(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}

export function presentFinding({ pointer, rule, severity, detail }: Finding, language: Language): FindingDto {
  const { title, fix, source } = RULES[rule];
  const words = { message: title.en, messageZh: title.zh, detail: told(detail, language), fix: fix.en, fixZh: fix.zh };
  return { pointer, rule, severity, ...words, source };
}

export function presentSubmission(submission: Submission): SubmissionDto {
  const { id, attempt, state, clientReference, sequenceNumber, fields, message, reason } = submission;
  const { mandateId } = submission;
  return {
    id: publicId('declarationAttempt', id),
    attempt,
    state,
    clientReference,
    sequenceNumber,
    fieldsChecked: fields,
    messageLength: message.length,
    reason,
    brokerMandateId: mandateId === null ? null : publicId('brokerMandate', mandateId),
  };
}
