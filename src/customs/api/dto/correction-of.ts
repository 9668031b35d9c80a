import { type Correction } from '../../domain/correction.js';
import { type CorrectionDto, type SubmitDeclarationDto } from './correction.dto.js';

/** The correction in the words of the domain, as plain values. */
export function correctionOf({ containers, ...rest }: CorrectionDto | SubmitDeclarationDto): Correction {
  return {
    ...(rest as Correction),
    containers: containers?.map(({ number, sizeType }) => ({ number, sizeType: sizeType ?? null })),
  };
}
