import { airWaybillCheckDigit, checkAirWaybill, formattedAirWaybill } from './air-waybill.js';
import { checkBic } from './bic.js';
import { checkSizeType, type SizeTypeResult } from './container-size-type.js';
import { checkDeclarationNumber, type DeclarationNumberResult } from './customs-declaration-number.js';
import { checkIban } from './iban.js';
import { checkImoNumber } from './imo.js';
import { checkContainerNumber, type ContainerNumberResult } from './iso6346.js';
import { checkLei } from './lei.js';
import { checkS10, s10CheckDigit } from './s10.js';
import { checkUscc } from './uscc.js';

/** Every field that some kind of identifier may answer with. */
export type AnyIdentifierResult = ContainerNumberResult & DeclarationNumberResult & SizeTypeResult;

/** The check of each kind of identifier, by the name it has in the API. None of them throws. */
export const IDENTIFIER_CHECKS = {
  uscc: checkUscc,
  iso6346: checkContainerNumber,
  iban: checkIban,
  imo: checkImoNumber,
  lei: checkLei,
  bic: checkBic,
  'customs-declaration-number': checkDeclarationNumber,
  'container-size-type': checkSizeType,
} as const satisfies Record<string, (value: string) => AnyIdentifierResult>;

export {
  airWaybillCheckDigit,
  checkAirWaybill,
  checkBic,
  checkContainerNumber,
  checkDeclarationNumber,
  checkIban,
  checkImoNumber,
  checkLei,
  checkS10,
  checkSizeType,
  checkUscc,
  formattedAirWaybill,
  s10CheckDigit,
};
