import { Injectable } from '@nestjs/common';

import { SealedKeys } from '../../platform/auth/tokens/sealed-keys.js';

/** The keys of the platform that webhooks are signed with (`v1a`). Apart from those of access tokens: neither can pass for the other. */
@Injectable()
export class WebhookKeys extends SealedKeys {
  protected readonly table = 'webhooks.signing_key';
}
