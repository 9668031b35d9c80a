import { Decimal } from '../../../kernel/decimal.js';
import { UndeclarableMassError } from '../../domain/vgm/vgm.errors.js';
import { SAY_VGM } from '../../domain/vgm/vgm.sentences.js';
import { signatureOf, type VgmNotice } from '../../domain/vgm/vgm-content.js';
import { fit, oneLine, PARTY_NAME_MAX, wireNumber } from '../dcsa-writing.js';
import { schemaCheck } from '../schema-check.js';
import { VGM_MESSAGE } from './vgm-declaration.schema.js';

const faultsOf = schemaCheck(VGM_MESSAGE);
/** UN/EDIFACT 1153: the shipper's own number of the shipment. */
const SHIPPERS_NUMBER = 'SI';

/**
 * Writes a DCSA VGM 1.0 PostVGMDeclarationsRequest: the declaration first, then retractions of earlier ones of the same container.
 * @throws UndeclarableMassError naming every fault with its place in the message
 */
export function vgmDeclaration(notice: VgmNotice): string {
  const { retracted, declaredAt } = notice;
  const message = {
    VGMDeclarations: [
      declarationOf(notice),
      ...retracted.map((declarationReference) => ({
        declarationReference,
        isRetracted: true,
        declarationDateTime: declaredAt.toISOString(),
      })),
    ],
  };
  const faults = faultsOf(message);
  if (faults.length > 0) throw new UndeclarableMassError(SAY_VGM.undeclarable, {}, faults);
  return JSON.stringify(message);
}

function declarationOf(notice: VgmNotice): object {
  const { content, figures } = notice;
  return {
    declarationReference: notice.reference,
    declarationDateTime: notice.declaredAt.toISOString(),
    equipmentDetails: {
      equipmentReference: content.equipmentReference,
      cargoGrossWeight: weightOf(content.cargoKg),
      tareWeight: weightOf(content.tareKg),
    },
    shipmentDetails: {
      carrierBookingReference: notice.carrierBookingReference,
      otherReferences: [{ typeCode: SHIPPERS_NUMBER, reference: notice.customerReference }],
    },
    VGM: {
      weight: weightOf(figures.verifiedKg),
      method: content.method,
      ...(content.weighedAt === undefined ? {} : { dateTime: content.weighedAt }),
      ...(content.weighingPlace === undefined ? {} : { location: { locationName: oneLine(content.weighingPlace) } }),
      ...certificateOf(content.certificateReference),
    },
    responsibleParty: { partyName: fit(notice.shipper, PARTY_NAME_MAX) },
    authorizedPersonSignatory: oneLine(signatureOf(content)),
  };
}

function certificateOf(reference: string | undefined): object {
  return reference === undefined ? {} : { certificationReference: oneLine(reference) };
}

function weightOf(kg: string): object {
  return { value: wireNumber(new Decimal(kg)), unit: 'KGM' };
}
