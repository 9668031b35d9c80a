import { Injectable } from '@nestjs/common';

import { SealedKeys } from './sealed-keys.js';

/** The keys that access tokens are signed with. */
@Injectable()
export class SigningKeys extends SealedKeys {
  protected readonly table = 'platform.signing_key';
}
