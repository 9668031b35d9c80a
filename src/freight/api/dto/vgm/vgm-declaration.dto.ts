import { publicId } from '../../../../kernel/ids.js';
import { type Language, reasonIn, told } from '../../../../kernel/sentence.js';
import {
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  TextField,
  TextListField,
} from '../../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../../platform/http/paging.js';
import { stampsOf } from '../../../../platform/http/stamps.js';
import { VGM_FINDINGS, VGM_METHODS, type VgmMethod } from '../../../domain/verified-gross-mass.js';
import { VGM_STATES, type VgmState } from '../../../domain/vgm/vgm-status.js';
import { type VgmDeclaration } from '../../../entities/vgm-declaration.entity.js';

/** The verified gross mass of one packed container, as it was declared, and what the carrier makes of it. */
export class VgmDeclarationDto {
  @IdField({ description: 'The declaration; the carrier knows it by this number too', kind: 'vgmDeclaration' })
  readonly id!: string;

  @IdField({ description: 'The booking', kind: 'booking' })
  readonly bookingId!: string;

  @IdField({ description: 'The order', kind: 'order' })
  readonly orderId!: string;

  @TextField({ description: 'The container', max: 11, example: 'SBXU7950013' })
  readonly equipmentReference!: string;

  @EnumField({ description: 'Where it stands', values: VGM_STATES, example: 'accepted' })
  readonly state!: VgmState;

  @EnumField({ description: 'Weighed (`SM1`) or calculated (`SM2`)', values: VGM_METHODS, example: 'SM1' })
  readonly method!: VgmMethod;

  @DecimalField({ description: 'What is declared, kg', example: '22480' })
  readonly verifiedKg!: string;

  @DecimalField({ description: 'Cargo, dunnage and tare, kg', example: '22500' })
  readonly calculatedKg!: string;

  @DecimalField({ description: 'How far verified and calculated are apart, kg', example: '20' })
  readonly differenceKg!: string;

  @DecimalField({ description: 'How far they may differ, kg', example: '1000' })
  readonly toleranceKg!: string;

  @DecimalField({ description: 'Rating less tare, kg', example: '28280' })
  readonly payloadKg!: string;

  @DecimalField({ description: 'Goods with their packages, kg', example: '20000' })
  readonly cargoKg!: string;

  @DecimalField({ description: 'Pallets, lashing, dunnage, kg', nullable: true, example: '300' })
  readonly dunnageKg!: string | null;

  @DecimalField({ description: 'The empty container, kg', example: '2200' })
  readonly tareKg!: string;

  @DecimalField({ description: 'What the weighbridge said, kg', nullable: true, example: '22480' })
  readonly weighedKg!: string | null;

  @DecimalField({ description: 'The most it may weigh, kg', nullable: true, example: '30480' })
  readonly ratedGrossKg!: string | null;

  @InstantField({ description: 'When it was weighed', nullable: true, example: '2026-11-24T08:30:00+08:00' })
  readonly weighedAt!: string | null;

  @TextField({ description: 'Where it was weighed', nullable: true, max: 100, example: 'Beilun weighbridge 3, Ningbo' })
  readonly weighingPlace!: string | null;

  @TextField({ description: 'Certificate', nullable: true, max: 70, example: 'W42-23110812' })
  readonly certificateReference!: string | null;

  @TextField({ description: 'Who signs for the shipper', max: 100, example: 'Li Wei' })
  readonly responsiblePerson!: string;

  @TextListField({
    description: '`implausible`: weighed and calculated differ by more than is usual, and the shipper stands by it',
    values: VGM_FINDINGS,
    max: 2,
  })
  readonly findings!: string[];

  @TextListField({ description: 'What should be known', max: 10, maxLength: 500, example: [] })
  readonly warnings!: string[];

  @JsonField({ description: 'What went to the carrier: DCSA PostVGMDeclarationsRequest, as sent' })
  readonly message!: object;

  @IdField({ description: 'The one of the same container before it', kind: 'vgmDeclaration', nullable: true })
  readonly supersedesId!: string | null;

  @TextField({
    description: 'Why the carrier does not take it',
    nullable: true,
    max: 5_000,
    min: 0,
    example: 'The container was weighed at the terminal, and weighs more',
  })
  readonly reason!: string | null;

  @InstantField({ description: 'When the carrier took it', nullable: true })
  readonly takenAt!: string | null;

  @InstantField({ description: 'When it was accepted, rejected or superseded', nullable: true })
  readonly decidedAt!: string | null;

  @InstantField({ description: 'By when the carrier should have decided', nullable: true })
  readonly expectedBy!: string | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 2 })
  readonly version!: number;

  @InstantField({ description: 'When it was declared', example: '2026-11-24T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When something last happened', example: '2026-11-24T02:00:05.000Z' })
  readonly updatedAt!: string;

  static from(this: void, row: VgmDeclaration, language: Language): VgmDeclarationDto {
    const { content, figures } = row;
    return {
      id: publicId('vgmDeclaration', row.id),
      bookingId: publicId('booking', row.bookingId),
      orderId: publicId('order', row.orderId),
      equipmentReference: row.equipmentReference,
      state: row.state,
      ...figures,
      method: content.method,
      cargoKg: content.cargoKg,
      dunnageKg: content.dunnageKg ?? null,
      tareKg: content.tareKg,
      weighedKg: content.weighedKg ?? null,
      ratedGrossKg: content.ratedGrossKg ?? null,
      weighedAt: content.weighedAt ?? null,
      weighingPlace: content.weighingPlace ?? null,
      certificateReference: content.certificateReference ?? null,
      responsiblePerson: content.responsiblePerson,
      findings: [...row.findings],
      warnings: row.warnings.map((warning) => told(warning, language)),
      message: JSON.parse(row.message) as object,
      supersedesId: row.supersedesId === null ? null : publicId('vgmDeclaration', row.supersedesId),
      reason: row.causes === null ? row.reason : reasonIn(row.causes, language),
      takenAt: row.takenAt?.toISOString() ?? null,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      expectedBy: row.expectedBy?.toISOString() ?? null,
      ...stampsOf(row),
    };
  }
}

export class VgmDeclarationPageDto extends PageOf(VgmDeclarationDto) {}

export class VgmDeclarationsQuery extends DatedPageQuery {}
