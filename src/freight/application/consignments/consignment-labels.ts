import { ConsignmentUnnamedError } from '../../domain/consignments/consignment.errors.js';
import { SAY_CONSIGNMENT as SAY } from '../../domain/consignments/consignment.sentences.js';
import { type PlaceName } from '../../domain/papers/dcsa-paper.js';
import { type Consignment } from '../../entities/consignment.entity.js';
import { waybillPapers } from './waybill-papers.js';

/** @throws ConsignmentUnnamedError before it has its number, and once it goes nowhere */
export async function labelsOf(consignment: Consignment, nameOf: PlaceName): Promise<Buffer> {
  const { state, waybillNumber } = consignment;
  if (waybillNumber !== null && state !== 'cancelled' && state !== 'rejected')
    return waybillPapers(consignment, nameOf);
  throw new ConsignmentUnnamedError(SAY.unnamed({ state }), { state });
}

/** Where it is handed over, and where it is handed out. */
export function endsOf({ offer }: Consignment): string[] {
  return [offer.from, offer.to];
}
