import { type AttachedFile, DOCUMENT_CODES } from '../domain/contracts/contract-filing.js';
import { leaf, node } from './xml-writer.js';

/**
 * A file of a message (DocumentGeneralInformation3): our id of it, its hash as a name of RFC 6920, and its bytes where the
 * standard takes so many (Max100KBinary). A signed hash (`LkFileHash`) would be a whole envelope of XML signature: left out.
 * @param bytes base64 by id
 */
export function attachment(file: AttachedFile, bytes: ReadonlyMap<string, string> | undefined): string {
  const { id, kind, number, issuedOn, mediaType, sha256 } = file;
  const enclosed = bytes?.get(id);
  return node(
    'Attchmnt',
    leaf('DocTp', DOCUMENT_CODES[kind]),
    leaf('DocNb', number),
    leaf('SndrRcvrSeqId', id),
    issuedOn === null ? '' : leaf('IsseDt', issuedOn),
    leaf('URL', `ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`),
    node(
      'AttchdBinryFile',
      leaf('MIMETp', mediaType),
      enclosed === undefined ? '' : leaf('NcodgTp', 'base64') + leaf('InclBinryObjct', enclosed),
    ),
  );
}
