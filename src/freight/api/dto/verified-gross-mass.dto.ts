import { CalculationDto, decimalOf } from '../../../platform/http/calculation.js';
import { DecimalField, EnumField, TextListField } from '../../../platform/http/fields.js';
import { type BoxWeights, VGM_FINDINGS, VGM_METHODS, type VgmMethod } from '../../domain/verified-gross-mass.js';

export class VerifiedGrossMassRequest {
  @EnumField({ description: '`SM1` the packed box was weighed, `SM2` its parts are added', values: VGM_METHODS })
  method!: VgmMethod;

  @DecimalField({ description: 'Goods with their packages, kg', example: '20000' })
  cargoKg!: string;

  @DecimalField({ description: 'Pallets, lashing, dunnage, kg', optional: true, example: '300' })
  dunnageKg?: string;

  @DecimalField({ description: 'The empty box, as painted on its door, kg', example: '2200' })
  tareKg!: string;

  @DecimalField({ description: 'What the weighbridge said, kg; with `SM1` only', optional: true, example: '22480' })
  weighedKg?: string;

  @DecimalField({ description: 'The most it may weigh, kg; 30480 without it', optional: true, example: '30480' })
  ratedGrossKg?: string;

  toBox(): BoxWeights {
    return {
      method: this.method,
      cargoKg: decimalOf(this.cargoKg),
      dunnageKg: decimalOf(this.dunnageKg),
      tareKg: decimalOf(this.tareKg),
      weighedKg: decimalOf(this.weighedKg),
      ratedGrossKg: decimalOf(this.ratedGrossKg),
    };
  }
}

export class VerifiedGrossMassDto extends CalculationDto {
  @DecimalField({ description: 'What is declared to the carrier, kg' })
  verifiedKg!: string;

  @DecimalField({ description: 'Cargo, dunnage and tare, kg' })
  calculatedKg!: string;

  @DecimalField({ description: 'How far verified and calculated are apart, kg' })
  differenceKg!: string;

  @DecimalField({ description: 'How far they may differ: 5 % or a ton, whichever is less, kg' })
  toleranceKg!: string;

  @DecimalField({ description: 'Rating less tare, kg' })
  payloadKg!: string;

  @TextListField({
    description:
      '`implausible`: weighed and calculated differ by more; `over_payload`: more is in the box than it may carry',
    values: VGM_FINDINGS,
    max: 2,
  })
  findings!: string[];
}
