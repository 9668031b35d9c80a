import { Injectable } from '@nestjs/common';

import { type HsCode, Reference } from '../../catalogue/index.js';
import { type Fault, InvalidInputError } from '../../kernel/domain-error.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { type View } from '../../platform/database/session.js';
import {
  assessImport,
  type ImportAssessment,
  type ImportedShipment,
  type ImportTariff,
  type TariffRate,
} from '../domain/import-assessment.js';

import { shipmentOf } from '../domain/imports/import-shipment.js';
import { type Declaration } from '../entities/declaration.entity.js';

/** What customs would charge, or why nobody can tell. */
export interface ForeseenTax {
  readonly assessment: ImportAssessment | null;
  readonly faults: readonly Fault[];
}

type KnownRate = HsCode['mfn'];

/** What an import would be charged, at the rates of the reference data on its day. */
@Injectable()
export class ImportAssessments {
  constructor(private readonly reference: Reference) {}

  /** The tenant's day in China. */
  today(view: View): Promise<LocalDate> {
    return this.reference.today(view);
  }

  /** Of a declaration: at the rates of the day on which it was declared; of a draft, today's. */
  async foresee(view: View, { form, submittedAt }: Pick<Declaration, 'form' | 'submittedAt'>): Promise<ForeseenTax> {
    const day = submittedAt === null ? await this.today(view) : dateInZone(submittedAt, CHINA);
    const shipment = shipmentOf(form, day);
    if (shipment === null) return { assessment: null, faults: [] };
    try {
      return { assessment: await this.assess(view, shipment), faults: [] };
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      return { assessment: null, faults: error.faults };
    }
  }

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
