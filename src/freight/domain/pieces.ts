import { Decimal } from '../../kernel/decimal.js';
import { type InputCheck } from '../../kernel/input-check.js';

/** Packages of one size. */
export interface Pieces {
  /** How many; a whole number. */
  readonly count: number;
  readonly lengthCm: Decimal;
  readonly widthCm: Decimal;
  readonly heightCm: Decimal;
}

/** Cubic centimetres of one piece, exact. */
export function pieceCm3(piece: Pieces): Decimal {
  return piece.lengthCm.times(piece.widthCm).times(piece.heightCm);
}

/** Σ of `volume(piece) × count`. */
export function sumOverPieces(pieces: readonly Pieces[], volume: (piece: Pieces) => Decimal): Decimal {
  return pieces.reduce((sum, piece) => sum.plus(volume(piece).times(piece.count)), new Decimal(0));
}

export function checkPieces(check: InputCheck, pieces: readonly Pieces[]): void {
  check.filled(pieces, '/pieces');
  pieces.forEach((piece, index) => {
    const at = `/pieces/${index}`;
    check.positive(piece.count, `${at}/count`);
    check.positive(piece.lengthCm, `${at}/lengthCm`);
    check.positive(piece.widthCm, `${at}/widthCm`);
    check.positive(piece.heightCm, `${at}/heightCm`);
  });
}
