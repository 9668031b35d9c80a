import { publicId } from '../../../../kernel/ids.js';
import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
  TextListField,
} from '../../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../../platform/http/paging.js';
import { stampsOf } from '../../../../platform/http/stamps.js';
import { type FullNotice } from '../../../application/warehouses/inbound.service.js';
import { INBOUND } from '../../../domain/warehouses/inbound-status.js';
import { type Evidence, EVIDENCE_KINDS, type EvidenceKind } from '../../../domain/warehouses/inspection.js';
import { type InboundNotice } from '../../../entities/inbound-notice.entity.js';
import { type StockLot } from '../../../entities/stock-lot.entity.js';
import { LOT, SKU } from './warehouse.dto.js';

export const PIECES_MAX = 1_000_000;
const REFERENCE = { max: 100, example: 'ASN-2026-1' } as const;

export class InboundLineRequestDto {
  @TextField({ description: 'The SKU', ...SKU })
  readonly sku!: string;

  @TextField({ description: 'Lot; unique in the warehouse for the SKU', ...LOT })
  readonly lot!: string;

  @IntegerField({ description: 'Pieces', min: 1, max: PIECES_MAX, example: 1000 })
  readonly quantity!: number;

  @IntegerField({
    description: 'Item of the declaration; where one is named',
    min: 1,
    max: 999,
    optional: true,
    nullable: true,
    example: 1,
  })
  readonly itemNumber?: number | null;
}

export class InboundNoticeRequestDto {
  @IdField({ description: 'The warehouse', kind: 'warehouse' })
  readonly warehouseId!: string;

  @TextField({ description: 'Yours for it; unique', ...REFERENCE })
  readonly reference!: string;

  @IdField({
    description: 'The declaration under 9810 that they left under; none where the platform did not declare them',
    kind: 'declaration',
    optional: true,
    nullable: true,
  })
  readonly declarationId?: string | null;

  @IntegerField({ description: 'Cartons', min: 1, max: PIECES_MAX, example: 20 })
  readonly cartons!: number;

  @DateField({ description: 'When they should arrive', optional: true, nullable: true, example: '2026-12-20' })
  readonly expectedOn?: string | null;

  @ListField(() => InboundLineRequestDto, { description: 'What comes, lot by lot', min: 1, max: 100 })
  readonly lines!: InboundLineRequestDto[];
}

export class InboundDepartureRequestDto {
  @TextField({ description: 'Number of container, B/L or parcel', max: 60, optional: true, nullable: true })
  readonly trackingNumber?: string | null;
}

export class WarehouseReasonDto {
  @TextField({ description: 'Why', max: 500, example: 'Ordered twice' })
  readonly reason!: string;
}

export class InspectionEvidenceDto {
  @EnumField({ description: 'What it is', values: EVIDENCE_KINDS, example: 'photo' })
  readonly kind!: EvidenceKind;

  @TextField({ description: 'Name of the file', max: 200, example: 'carton-7.jpg' })
  readonly name!: string;

  @TextField({
    description: 'SHA-256 of the file, in hexadecimal: whoever keeps it can prove it',
    min: 64,
    max: 64,
    pattern: /^[0-9a-f]{64}$/,
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  readonly sha256!: string;

  @TextField({
    description: 'Where it is',
    max: 500,
    pattern: /^https:\/\/\S+$/,
    optional: true,
    nullable: true,
    example: 'https://wms.example.com/files/7',
  })
  readonly uri?: string | null;

  static toEvidence(this: void, { kind, name, sha256, uri }: InspectionEvidenceDto): Evidence {
    return { kind, name, sha256, uri: uri ?? null };
  }
}

export class InspectedLineDto {
  @IdField({ description: 'The lot', kind: 'stockLot' })
  readonly lotId!: string;

  @IntegerField({ description: 'Pieces that came', max: PIECES_MAX, example: 995 })
  readonly counted!: number;

  @IntegerField({ description: 'Sound ones', max: PIECES_MAX, example: 985 })
  readonly accepted!: number;

  @IntegerField({ description: 'Damaged ones', max: PIECES_MAX, example: 10 })
  readonly damaged!: number;

  @ListField(() => InspectionEvidenceDto, {
    description: 'Needed where something is damaged or missing',
    max: 20,
    optional: true,
  })
  readonly evidence?: InspectionEvidenceDto[];
}

export class InspectionRequestDto {
  @ListField(() => InspectedLineDto, { description: 'Every lot of the notice', min: 1, max: 100 })
  readonly lines!: InspectedLineDto[];
}

export class InboundNoticesQuery extends DatedPageQuery {
  @IdField({ description: 'Only to this warehouse', kind: 'warehouse', optional: true })
  readonly warehouseId?: string;

  @IdField({ description: 'Only of this declaration', kind: 'declaration', optional: true })
  readonly declarationId?: string;

  @TextField({ description: 'Only the one with your reference', optional: true, ...REFERENCE })
  readonly reference?: string;

  @TextField({ description: 'Only in these states', max: 200, optional: true, example: 'announced,in_transit' })
  readonly state?: string;
}

export class InboundNoticeDto {
  @IdField({ description: 'Id of the notice', kind: 'inboundNotice' })
  readonly id!: string;

  @TextField({ description: 'Yours for it', ...REFERENCE })
  readonly reference!: string;

  @EnumField({ description: 'State', values: INBOUND.states, example: 'announced' })
  readonly state!: string;

  @TextListField({ description: 'Commands that can be given now', values: INBOUND.commands, maxLength: 40 })
  readonly allowedActions!: readonly string[];

  @IdField({ description: 'The warehouse', kind: 'warehouse' })
  readonly warehouseId!: string;

  @IdField({ description: 'The declaration that they left under', kind: 'declaration', nullable: true })
  readonly declarationId!: string | null;

  @IntegerField({ description: 'Cartons', example: 20 })
  readonly cartons!: number;

  @TextField({ description: 'Number of container, B/L or parcel', max: 60, nullable: true })
  readonly trackingNumber!: string | null;

  @DateField({ description: 'When they should arrive', nullable: true, example: '2026-12-20' })
  readonly expectedOn!: string | null;

  @DateField({ description: 'When they arrived, at the warehouse', nullable: true, example: '2026-12-21' })
  readonly arrivedOn!: string | null;

  @DateField({ description: 'When they became stock, at the warehouse', nullable: true, example: '2026-12-22' })
  readonly stockedOn!: string | null;

  @TextField({ description: 'Why nothing of it comes', max: 500, nullable: true })
  readonly cancelReason!: string | null;

  @IntegerField({ description: 'Version; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was announced' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, notice: InboundNotice): InboundNoticeDto {
    const { reference, state, cartons, trackingNumber, expectedOn, arrivedOn, stockedOn, cancelReason } = notice;
    return {
      id: publicId('inboundNotice', notice.id),
      ...{ reference, state, allowedActions: INBOUND.allowedActions(state) },
      warehouseId: publicId('warehouse', notice.warehouseId),
      declarationId: notice.declarationId === null ? null : publicId('declaration', notice.declarationId),
      ...{ cartons, trackingNumber, expectedOn, arrivedOn, stockedOn, cancelReason },
      ...stampsOf(notice),
    };
  }
}

export class InboundNoticePageDto extends PageOf(InboundNoticeDto) {}

export class InboundLineDto {
  @IdField({ description: 'The lot: stock, once the notice is stocked', kind: 'stockLot' })
  readonly lotId!: string;

  @TextField({ description: 'The SKU', ...SKU })
  readonly sku!: string;

  @TextField({ description: 'Lot', ...LOT })
  readonly lot!: string;

  @IntegerField({ description: 'Item of the declaration', nullable: true, example: 1 })
  readonly itemNumber!: number | null;

  @IntegerField({ description: 'Pieces that were announced', example: 1000 })
  readonly announced!: number;

  @IntegerField({ description: 'Pieces that came; null before the inspection', nullable: true, example: 995 })
  readonly counted!: number | null;

  @IntegerField({ description: 'Sound ones', nullable: true, example: 985 })
  readonly accepted!: number | null;

  @IntegerField({ description: 'Damaged ones', nullable: true, example: 10 })
  readonly damaged!: number | null;

  @IntegerField({ description: 'Announced, and not found', nullable: true, example: 5 })
  readonly missing!: number | null;

  @ListField(() => InspectionEvidenceDto, { description: 'What proves it', max: 20 })
  readonly evidence!: InspectionEvidenceDto[];

  static from(this: void, line: StockLot): InboundLineDto {
    const { id, sku, lot, itemNumber, announced, accepted, rejected, missing, evidence } = line;
    return {
      ...{ lotId: publicId('stockLot', id), sku, lot, itemNumber, announced },
      counted: accepted === null || rejected === null ? null : accepted + rejected,
      ...{ accepted, damaged: rejected, missing, evidence: [...evidence] },
    };
  }
}

export class InboundNoticeDetailsDto extends InboundNoticeDto {
  @ListField(() => InboundLineDto, { description: 'What comes, lot by lot', max: 100 })
  readonly lines!: InboundLineDto[];

  static of(this: void, { notice, lots }: FullNotice): InboundNoticeDetailsDto {
    return { ...InboundNoticeDto.from(notice), lines: lots.map(InboundLineDto.from) };
  }
}
