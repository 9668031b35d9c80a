import { BooleanField, DecimalField, EnumField, InstantField, TextField } from '../../../../platform/http/fields.js';
import { type VgmRequest } from '../../../application/vgm/vgm-declarations.service.js';
import { VGM_METHODS, type VgmMethod } from '../../../domain/verified-gross-mass.js';

/** The verified gross mass of one packed container. */
export class VgmDeclarationRequestDto {
  @TextField({
    description: 'Number of the container (ISO 6346, with its check digit)',
    max: 11,
    pattern: /^[A-Z]{4}\d{7}$/,
    example: 'SBXU7950013',
  })
  readonly equipmentReference!: string;

  @EnumField({
    description: '`SM1` the packed container was weighed, `SM2` its parts are added',
    values: VGM_METHODS,
    example: 'SM1',
  })
  readonly method!: VgmMethod;

  @DecimalField({ description: 'Goods with their packages, kg', places: 3, example: '20000' })
  readonly cargoKg!: string;

  @DecimalField({
    description: 'Pallets, lashing, dunnage, kg; with `SM2` always, and `0` where there is none',
    optional: true,
    places: 3,
    example: '300',
  })
  readonly dunnageKg?: string;

  @DecimalField({ description: 'The empty container, as painted on its door, kg', places: 3, example: '2200' })
  readonly tareKg!: string;

  @DecimalField({
    description: 'What the weighbridge said, kg; with `SM1` only',
    optional: true,
    places: 3,
    example: '22480',
  })
  readonly weighedKg?: string;

  @DecimalField({
    description: 'The most it may weigh, as painted on its door, kg; 30480 without it',
    optional: true,
    places: 3,
    example: '30480',
  })
  readonly ratedGrossKg?: string;

  @InstantField({
    description: 'When it was weighed; with `SM1` only',
    optional: true,
    example: '2026-11-24T08:30:00+08:00',
  })
  readonly weighedAt?: string;

  @TextField({
    description: 'Where it was weighed; with `SM1` only',
    optional: true,
    max: 100,
    example: 'Beilun weighbridge 3, Ningbo',
  })
  readonly weighingPlace?: string;

  @TextField({
    description: 'Certificate of the weighbridge, or of the method of calculation',
    optional: true,
    max: 70,
    example: 'W42-23110812',
  })
  readonly certificateReference?: string;

  @TextField({ description: 'Who is authorised by the shipper to sign', max: 100, example: 'Li Wei' })
  readonly responsiblePerson!: string;

  @BooleanField({
    description: 'Stand by a weight that is far from the sum (`implausible`)',
    optional: true,
    example: false,
  })
  readonly acceptFindings?: boolean;

  toRequest(): VgmRequest {
    const { acceptFindings = false, ...said } = this;
    const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    return { content: given as unknown as VgmRequest['content'], acceptsFindings: acceptFindings };
  }
}
