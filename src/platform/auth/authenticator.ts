import { Injectable } from '@nestjs/common';

import { UnauthenticatedError } from '../http/request.errors.js';
import { SAY } from './auth.sentences.js';
import { looksLikeApiKey } from './keys/api-keys.js';
import { KeyCheck } from './keys/key-check.js';
import { Refused, type Verified } from './verified.js';

/** Knows for whom the bearer of a token speaks, whatever kind of token it is. */
@Injectable()
export class Authenticator {
  constructor(private readonly keys: KeyCheck) {}

  /** Whether it was good when it was last asked about, or is being asked about just now. */
  knows(bearer: string): boolean {
    return this.keys.knows(bearer);
  }

  async verify(bearer: string): Promise<Verified | Refused> {
    if (looksLikeApiKey(bearer)) return this.keys.verify(bearer);
    return new Refused(new UnauthenticatedError(SAY.no_credential));
  }
}
