import { type Correction } from '../../domain/correction.js';
import { type CorrectionDto, type SubmitDeclarationDto } from './correction.dto.js';
import { partOf } from './details.dto.js';

/** The correction in the words of the domain, as plain values. */
export function correctionOf({ containers, ...rest }: CorrectionDto | SubmitDeclarationDto): Correction {
  const { parts, ...head }: Partial<CorrectionDto> = rest;
  return {
    ...(head as Correction),
    parts: parts?.map(partOf),
    containers: containers?.map(({ number, sizeType, goodsWeightKg, itemNumbers }) => ({
      ...{ number, sizeType: sizeType ?? null },
      ...(goodsWeightKg !== undefined && { goodsWeightKg }),
      ...(itemNumbers !== undefined && { itemNumbers }),
    })),
  };
}
