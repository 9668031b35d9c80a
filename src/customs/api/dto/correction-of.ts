import { type Correction } from '../../domain/correction.js';
import { type FormContainer } from '../../domain/declaration-form.js';
import { type ContainerCorrectionDto, type CorrectionDto, type SubmitDeclarationDto } from './correction.dto.js';
import { partOf } from './details.dto.js';

/** The correction in the words of the domain, as plain values. */
export function correctionOf({ containers, ...rest }: CorrectionDto | SubmitDeclarationDto): Correction {
  const { parts, ...head }: Partial<CorrectionDto> = rest;
  return {
    ...(head as Correction),
    parts: parts?.map(partOf),
    containers: containers?.map(containerOf),
  };
}

export function containerOf({ number, sizeType, goodsWeightKg, itemNumbers }: ContainerCorrectionDto): FormContainer {
  return {
    ...{ number, sizeType: sizeType ?? null },
    ...(goodsWeightKg !== undefined && { goodsWeightKg }),
    ...(itemNumbers !== undefined && { itemNumbers }),
  };
}
