import { type View } from '../../../platform/database/session.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { SAY_CONSIGNMENT as SAY } from '../../domain/consignments/consignment.sentences.js';
import { Consignment } from '../../entities/consignment.entity.js';

/** @throws ResourceNotFoundError */
export async function consignmentById(view: View, id: string): Promise<Consignment> {
  const consignment = await view.find(Consignment, id);
  if (consignment === null) throw new ResourceNotFoundError(SAY.no_such_consignment);
  return consignment;
}
