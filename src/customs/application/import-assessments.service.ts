import { Injectable } from '@nestjs/common';

import { type HsCode, Reference } from '../../catalogue/index.js';
import { type View } from '../../platform/database/session.js';
import {
  assessImport,
  type ImportAssessment,
  type ImportedShipment,
  type ImportTariff,
  type TariffRate,
} from '../domain/import-assessment.js';

type KnownRate = HsCode['mfn'];

/** What an import would be charged, at the rates of the reference data on its day. */
@Injectable()
export class ImportAssessments {
  constructor(private readonly reference: Reference) {}

  /** @throws InvalidInputError */
  async assess(view: View, shipment: ImportedShipment): Promise<ImportAssessment> {
    const codes = [...new Set(shipment.items.map(({ hsCode }) => hsCode))];
    const known = await this.reference.hsCodes(view, codes, shipment.importedOn);
    const tariffs = [...known].map(([code, found]) => [code, tariffOf(found)] as const);
    return assessImport(shipment, new Map(tariffs));
  }
}

function tariffOf({ mfn, provisional, general, vat, consumptionTax }: HsCode): ImportTariff {
  return {
    mfn: rateOf(mfn),
    provisional: rateOf(provisional),
    general: rateOf(general),
    vat: rateOf(vat),
    consumptionTax: rateOf(consumptionTax),
  };
}

function rateOf(known: KnownRate): TariffRate | null {
  if (known === null) return null;
  const { value, validFrom, source, year } = known;
  return { ...value.rate, validFrom, source, year };
}
