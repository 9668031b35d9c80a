import { CalculationDto, decimalOf, moneyOf, moneysOf } from '../../../platform/http/calculation.js';
import {
  DecimalField,
  EnumField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
} from '../../../platform/http/fields.js';
import { type WeighedMode, type WeighedShipment } from '../../domain/chargeable-weight.js';
import { type Pieces } from '../../domain/pieces.js';
import { type VolumePolicy } from '../../domain/rate.js';
import { type LclShipment } from '../../domain/revenue-tons.js';

export class PiecesDto {
  @IntegerField({ description: 'How many of this size', min: 1, max: 1_000_000, example: 8 })
  count!: number;

  @DecimalField({ description: 'Length of one piece, cm', example: '60' })
  lengthCm!: string;

  @DecimalField({ description: 'Width of one piece, cm', example: '40' })
  widthCm!: string;

  @DecimalField({ description: 'Height of one piece, cm', example: '20' })
  heightCm!: string;

  toPieces(): Pieces {
    return {
      count: this.count,
      lengthCm: decimalOf(this.lengthCm),
      widthCm: decimalOf(this.widthCm),
      heightCm: decimalOf(this.heightCm),
    };
  }
}

export class ChargeableWeightRequest {
  @EnumField({ description: 'Decides the default divisor: 6000 by air, 5000 by courier', values: ['air', 'courier'] })
  mode!: WeighedMode;

  @ListField(() => PiecesDto, { description: 'The pieces; or `volumeCbm` with `kgPerCbm`', optional: true, min: 1 })
  pieces?: PiecesDto[];

  @DecimalField({ description: 'Cubic metres instead of pieces', optional: true, example: '1.2' })
  volumeCbm?: string;

  @DecimalField({ description: 'Kilograms that one cubic metre counts as', optional: true, example: '167' })
  kgPerCbm?: string;

  @DecimalField({ description: 'Gross weight of the whole shipment, kg', example: '45' })
  grossKg!: string;

  @DecimalField({ description: 'cm³ per kilogram; with pieces only', optional: true, example: '6000' })
  divisor?: string;

  @DecimalField({ description: 'Step to round up to, kg; absent: no rounding up', optional: true, example: '0.5' })
  roundUpToKg?: string;

  @EnumField({
    description: '`full` 全泡 (default), `half` 半泡, `none` 免泡',
    values: ['full', 'half', 'none'],
    optional: true,
  })
  volumePolicy?: VolumePolicy;

  toShipment(): WeighedShipment {
    return {
      mode: this.mode,
      pieces: this.pieces?.map((piece) => piece.toPieces()),
      volumeCbm: decimalOf(this.volumeCbm),
      kgPerCbm: decimalOf(this.kgPerCbm),
      grossKg: decimalOf(this.grossKg),
      divisor: decimalOf(this.divisor),
      roundUpToKg: decimalOf(this.roundUpToKg),
      volumePolicy: this.volumePolicy,
    };
  }
}

export class ChargeableWeightDto extends CalculationDto {
  @DecimalField({ description: 'Volumetric weight, kg, to the gram' })
  volumetricKg!: string;

  @DecimalField({ description: 'What is charged, kg, to the gram' })
  chargeableKg!: string;

  @EnumField({ description: 'Which of the two decided the weight', values: ['gross', 'volume'] })
  basis!: 'gross' | 'volume';
}

export class RevenueTonsRequest {
  @ListField(() => PiecesDto, { description: 'The pieces; or `cbm`', optional: true, min: 1 })
  pieces?: PiecesDto[];

  @DecimalField({ description: 'Cubic metres instead of pieces', optional: true, example: '2.16' })
  cbm?: string;

  @DecimalField({ description: 'Gross weight of the whole shipment, kg', example: '500' })
  grossKg!: string;

  @MoneyField({ description: 'Price of one revenue ton: a ton or a cubic metre' })
  ratePerRevenueTon!: MoneyDto;

  @ListField(() => MoneyDto, { description: 'Charges per shipment, in the currency of the rate', optional: true })
  fixedCharges?: MoneyDto[];

  @DecimalField({ description: 'Default 1', optional: true, example: '1' })
  minimumRevenueTons?: string;

  toShipment(): LclShipment {
    return {
      pieces: this.pieces?.map((piece) => piece.toPieces()),
      cbm: decimalOf(this.cbm),
      grossKg: decimalOf(this.grossKg),
      ratePerRevenueTon: moneyOf(this.ratePerRevenueTon),
      fixedCharges: moneysOf(this.fixedCharges, '/fixedCharges'),
      minimumRevenueTons: decimalOf(this.minimumRevenueTons),
    };
  }
}

export class RevenueTonsDto extends CalculationDto {
  @DecimalField({ description: 'Cubic metres, three decimals' })
  cbm!: string;

  @DecimalField({ description: 'Tons, three decimals' })
  weightTons!: string;

  @DecimalField({ description: 'What is charged for' })
  revenueTons!: string;

  @EnumField({ description: '`volume` also when both are equal', values: ['volume', 'weight', 'minimum'] })
  basis!: 'volume' | 'weight' | 'minimum';

  @MoneyField({ description: 'Rate × cubic metres' })
  byVolume!: MoneyDto;

  @MoneyField({ description: 'Rate × tons' })
  byWeight!: MoneyDto;

  @MoneyField({ description: 'Rate × revenue tons' })
  freight!: MoneyDto;

  @MoneyField({ description: 'Sum of the fixed charges' })
  fixedCharges!: MoneyDto;

  @MoneyField({ description: 'Freight and fixed charges' })
  total!: MoneyDto;
}
