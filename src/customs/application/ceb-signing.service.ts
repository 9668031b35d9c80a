import { Injectable } from '@nestjs/common';

import { type SignerStanding } from '../domain/ceb/signer-standing.js';
import { DocumentSigner } from '../partners/document-signer.port.js';

/** How the signer stands, for whoever looks. */
@Injectable()
export class CebSigning {
  constructor(private readonly signer: DocumentSigner) {}

  /** A signer that does not answer is down, and nothing is known of its certificate. */
  async standing(): Promise<SignerStanding> {
    return this.signer.standing();
  }
}
