import { tryParseId } from '../../../kernel/ids.js';
import { type Json, textAt } from '../dcsa-reading.js';

/** Which declaration of ours a shipment event of a document VGM is about; null where it is another's, or no such event. */
export function declarationNamed(event: Json): string | null {
  const number = textAt(event, 'documentID');
  return textAt(event, 'documentTypeCode') === 'VGM' && number !== null ? tryParseId('vgmDeclaration', number) : null;
}
