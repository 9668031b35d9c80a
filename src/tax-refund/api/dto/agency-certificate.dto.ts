import { publicId } from '../../../kernel/ids.js';
import {
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
import { stampsOf } from '../../../platform/http/stamps.js';
import { type FullCertificate } from '../../application/certificate-reader.service.js';
import { type CertifiedLine, totalsOf } from '../../domain/agency-certificate.js';
import { CERTIFICATE, CERTIFICATE_STATES } from '../../domain/agency-certificate-status.js';
import { type AgencyCertificate } from '../../entities/agency-certificate.entity.js';
import { type CertificateMessage } from '../../entities/agency-certificates.table.js';

const NUMBER = /^[\x21-\x7e一-鿿]+$/;
const ITEM = { pattern: /^[0-9]{21}$/, max: 21, example: '310420260795000001001' };
const ITEMS_MAX = 1_000;

export class CertificateCompanyDto {
  @TextField({ description: 'Registered name', max: 200, example: '慈溪示例电器有限公司' })
  readonly name!: string;

  @TextField({
    description: 'Unified social credit code',
    pattern: /^[0-9A-Z]{18}$/,
    max: 18,
    example: '91330282MA2DEM4D04',
  })
  readonly uscc!: string;
}

export class ExportAgreementDto {
  @TextField({ description: 'Number of the agency agreement', pattern: NUMBER, max: 64, example: 'DLCK-2026-0001' })
  readonly number!: string;

  @DateField({ description: 'The day it was signed; before the export', example: '2026-11-02' })
  readonly signedOn!: string;
}

export class AgencyCertificateRequest {
  @IdField({ kind: 'order', description: 'The order under which the goods were exported (refund mode agency_export)' })
  readonly orderId!: string;

  @ObjectField(() => CertificateCompanyDto, { description: 'Who claims the refund (委托方)' })
  readonly principal!: CertificateCompanyDto;

  @ObjectField(() => ExportAgreementDto, { description: 'By what the goods were entrusted (代理出口协议)' })
  readonly agreement!: ExportAgreementDto;

  @TextListField({
    description: 'Declared items, 21 digits each (报关单号 + 0 + item); left out: all that are not taken',
    optional: true,
    min: 1,
    max: ITEMS_MAX,
    maxLength: 21,
    pattern: ITEM.pattern,
    example: [ITEM.example],
  })
  readonly lines?: string[];

  @IdField({ kind: 'agencyCertificate', description: 'The voided one that it replaces (补办)', optional: true })
  readonly replacesId?: string;
}

export class CertificateReasonRequest {
  @TextField({ description: 'Why', max: 255, example: '委托方名称有误' })
  readonly reason!: string;
}

export class CertifiedLineDto {
  @TextField({ description: 'The declared item: 报关单号 + 0 + item number', ...ITEM })
  readonly declarationLine!: string;

  @DateField({ description: 'Printed on the declaration', example: '2026-11-20' })
  readonly exportDate!: string;

  @TextField({ description: 'Declared code', max: 10, example: '8516609000' })
  readonly hsCode!: string;

  @TextField({ description: 'Name of the goods', max: 255, example: '电烤箱' })
  readonly goodsName!: string;

  @DecimalField({ description: 'In the transaction unit', example: '1000' })
  readonly quantity!: string;

  @TextField({ description: 'Code of the customs unit table', max: 3, example: '001' })
  readonly unit!: string;

  @MoneyField({ description: 'FOB value as declared' })
  readonly fob!: MoneyDto;

  static from(this: void, { declarationLine, exportDate, hsCode, goodsName, quantity, unit, fob }: CertifiedLine) {
    return { declarationLine, exportDate, hsCode, goodsName, quantity, unit, fob };
  }
}

export class CertificateMessageDto {
  @EnumField({ description: 'What was asked for', values: ['application', 'voidance'] })
  readonly kind!: string;

  @IntegerField({ description: 'Counts from 1', min: 1 })
  readonly attempt!: number;

  @TextField({ description: 'Our reference', max: 64 })
  readonly reference!: string;

  @EnumField({ description: 'What became of it', values: ['queued', 'taken', 'refused'] })
  readonly state!: string;

  @TextField({ description: 'Why it was refused', max: 2_000, nullable: true })
  readonly reason!: string | null;

  @TextField({ description: 'What was sent, word for word', max: 4_000_000 })
  readonly message!: string;

  @InstantField({ description: 'When the bureau answered', nullable: true })
  readonly answeredAt!: string | null;

  @InstantField({ description: 'When it was written' })
  readonly createdAt!: string;

  static from(this: void, message: CertificateMessage): CertificateMessageDto {
    const { kind, attempt, reference, state, reason, body, answeredAt, createdAt } = message;
    return {
      ...{ kind, attempt, reference, state, reason, message: body },
      answeredAt: answeredAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    };
  }
}

/** A certificate of agency export. */
export class AgencyCertificateSummaryDto {
  @IdField({ kind: 'agencyCertificate', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'order', description: 'The order under which the goods were exported' })
  readonly orderId!: string;

  @TextField({ description: 'Its reference', max: 64, example: 'SO-2026-0001' })
  readonly orderReference!: string;

  @ObjectField(() => CertificateCompanyDto, { description: 'Who exported (受托方)' })
  readonly agent!: CertificateCompanyDto;

  @ObjectField(() => CertificateCompanyDto, { description: 'Who claims the refund (委托方)' })
  readonly principal!: CertificateCompanyDto;

  @ObjectField(() => ExportAgreementDto, { description: 'By what the goods were entrusted' })
  readonly agreement!: ExportAgreementDto;

  @EnumField({ description: 'Where it stands; new states may come', values: CERTIFICATE_STATES })
  readonly state!: string;

  @TextListField({ description: 'Commands that may be given now', max: 10, maxLength: 30 })
  readonly allowedActions!: string[];

  @DateField({ description: 'The last day for the application', example: '2027-04-15' })
  readonly applyBy!: string;

  @IdField({ kind: 'agencyCertificate', description: 'The voided one that it replaces', nullable: true })
  readonly replacesId!: string | null;

  @IntegerField({ description: 'Counts the applications', min: 0 })
  readonly attempt!: number;

  @TextField({ description: "The bureau's number of the application", max: 64, nullable: true })
  readonly applicationNumber!: string | null;

  @DateField({ description: 'The day on which the bureau had it', nullable: true, example: '2026-12-01' })
  readonly appliedOn!: string | null;

  @TextField({ description: 'With which the principal claims', max: 64, nullable: true })
  readonly certificateNumber!: string | null;

  @DateField({ description: 'The day of issue', nullable: true, example: '2026-12-03' })
  readonly issuedOn!: string | null;

  @TextField({ description: 'Why it was refused, not voided, or given up', max: 2_000, nullable: true })
  readonly reason!: string | null;

  @TextField({ description: 'Why it is to be void', max: 255, nullable: true })
  readonly voidReason!: string | null;

  @InstantField({ description: 'When the bureau is asked, if it says nothing', nullable: true })
  readonly expectedBy!: string | null;

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was drawn up' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, certificate: AgencyCertificate): AgencyCertificateSummaryDto {
    const { id, orderId, orderReference, agent, principal, agreement, state, applyBy, replacesId } = certificate;
    const { attempt, applicationNumber, appliedOn, certificateNumber, issuedOn, reason, voidReason } = certificate;
    return {
      id: publicId('agencyCertificate', id),
      orderId: publicId('order', orderId),
      ...{ orderReference, agent, principal, agreement, state, applyBy },
      allowedActions: CERTIFICATE.allowedActions(state),
      replacesId: replacesId === null ? null : publicId('agencyCertificate', replacesId),
      ...{ attempt, applicationNumber, appliedOn, certificateNumber, issuedOn, reason, voidReason },
      expectedBy: certificate.expectedBy?.toISOString() ?? null,
      ...stampsOf(certificate),
    };
  }
}

/** A certificate of agency export, with its items and all that was sent about it. */
export class AgencyCertificateDto extends AgencyCertificateSummaryDto {
  @ListField(() => CertifiedLineDto, { description: 'The items, as declared', max: ITEMS_MAX })
  readonly lines!: CertifiedLineDto[];

  @ListField(() => MoneyDto, { description: 'Sums of the FOB values, by currency', max: 20 })
  readonly totals!: MoneyDto[];

  @ListField(() => CertificateMessageDto, { description: 'Everything sent to the bureau, the first first', max: 1_000 })
  readonly messages!: CertificateMessageDto[];

  static of(this: void, { certificate, lines, messages }: FullCertificate): AgencyCertificateDto {
    return {
      ...AgencyCertificateSummaryDto.from(certificate),
      lines: lines.map(CertifiedLineDto.from),
      totals: totalsOf(lines),
      messages: messages.map(CertificateMessageDto.from),
    };
  }
}

export class AgencyCertificatePageDto extends PageOf(AgencyCertificateSummaryDto) {}

export class AgencyCertificatesQuery extends DatedPageQuery {
  @TextField({
    description: 'Only in these states, joined with commas',
    optional: true,
    pattern: /^[a-z_]+(,[a-z_]+)*$/,
    max: 200,
    example: 'applied,issued',
  })
  state?: string;

  @IdField({ kind: 'order', description: 'Only of this order', optional: true })
  orderId?: string;
}
