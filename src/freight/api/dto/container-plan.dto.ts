import { type Language, told } from '../../../kernel/sentence.js';
import { type Wire } from '../../../kernel/wire.js';
import { CalculationDto } from '../../../platform/http/calculation.js';
import {
  DecimalField,
  EnumField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { type LengthUnit, LENGTH_UNITS, type WeightUnit, WEIGHT_UNITS } from '../../domain/consignment.js';
import { type ContainerPlan, PLANNED_SIZES, type PlannedSize, type PlanRequest } from '../../domain/container-plan.js';
import { ContainersDto } from './charge.dto.js';
import { ShippedPiecesDto } from './comparison-request.dto.js';

export class ContainerPlanRequest {
  @ListField(() => ShippedPiecesDto, { description: 'The packages', min: 1, max: 200 })
  pieces!: ShippedPiecesDto[];

  @EnumField({ description: 'Of all sides; `cm` where absent', values: LENGTH_UNITS, optional: true })
  lengthUnit?: LengthUnit;

  @EnumField({ description: 'Of all weights; `kg` where absent', values: WEIGHT_UNITS, optional: true })
  weightUnit?: WeightUnit;

  @TextListField({
    description: 'Sizes that may be used; all where absent',
    values: PLANNED_SIZES,
    optional: true,
    min: 1,
    max: 3,
  })
  sizeTypes?: PlannedSize[];

  toPlan(): PlanRequest {
    const { lengthUnit = 'cm', weightUnit = 'kg', sizeTypes } = this;
    return { pieces: this.pieces.map((piece) => piece.toPieces(lengthUnit, weightUnit)), sizeTypes };
  }
}

export class UtilisationDto {
  @DecimalField({ description: 'Of the volume inside', example: '0.8125' })
  readonly volume!: string;

  @DecimalField({ description: 'Of the payload', example: '0.4' })
  readonly weight!: string;

  @DecimalField({ description: 'Of the floor', example: '0.9' })
  readonly floor!: string;
}

export class OverPiecesDto {
  @IntegerField({ description: 'Which of the pieces, from 0', example: 0 })
  readonly piece!: number;

  @IntegerField({ description: 'How many of them', example: 1 })
  readonly count!: number;

  @TextField({ description: 'Why they go into no box', max: 500 })
  readonly reason!: string;
}

export class ContainerPlanDto extends CalculationDto {
  @ListField(() => ContainersDto, { description: 'Boxes by size', max: 3 })
  readonly containers!: ContainersDto[];

  @ObjectField(() => UtilisationDto, { description: 'How full they are; 1 is full' })
  readonly utilisation!: UtilisationDto;

  @EnumField({
    description: 'What made it so many; null where nothing fits',
    values: ['volume', 'weight', 'floor'],
    nullable: true,
  })
  readonly limitedBy!: 'volume' | 'weight' | 'floor' | null;

  @ListField(() => OverPiecesDto, { description: 'What goes into no box of those sizes', max: 200 })
  readonly over!: OverPiecesDto[];

  static from(this: void, plan: Wire<ContainerPlan>, language: Language): ContainerPlanDto {
    return {
      ...plan,
      utilisation: { ...plan.utilisation },
      over: plan.over.map(({ piece, count, reason }) => ({ piece, count, reason: told(reason, language) })),
    };
  }
}
