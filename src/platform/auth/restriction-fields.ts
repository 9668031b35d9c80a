import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';

import { check, field, presence } from '../http/field.js';
import { bound } from '../usage/bounds.js';
import { SAY } from './auth.sentences.js';
import { isNetwork } from './network.js';
import { isPublicKey } from './signatures/public-key.js';

const NETWORKS_MAX = bound({
  name: 'auth.allowed_networks',
  max: 50,
  per: 'credential',
  unit: 'items',
  title: { en: 'Networks that a credential is bound to', zh: '凭证绑定的网络' },
});

/** Networks that a credential is bound to; null where it is bound to none. */
export function AllowedNetworksField({ optional = false }: { optional?: boolean }): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'string', maxLength: 43, pattern: '^[0-9a-fA-F.:/]+$' },
      minItems: 1,
      maxItems: NETWORKS_MAX,
      nullable: true,
      required: !optional,
      description: 'Where it may be used from: addresses and networks (CIDR), IPv4 or IPv6; null: from anywhere',
      example: null,
    }),
    ...presence({ optional, nullable: true }),
    check('networks', areNetworks, SAY.network),
  );
}

function areNetworks(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= NETWORKS_MAX &&
    value.every((text) => typeof text === 'string' && isNetwork(text))
  );
}

/** The public key that a caller's requests must be signed with; null where they need not be. */
export function SignatureKeyField({ optional = false }: { optional?: boolean }): PropertyDecorator {
  return field(
    {
      description:
        'Ed25519 public key (the `x` of its JWK) that its requests must be signed with, by RFC 9421; null: they need not be signed',
      optional,
      nullable: true,
      example: null,
    },
    { type: 'string', minLength: 43, maxLength: 43, pattern: '^[A-Za-z0-9_-]{43}$' },
    check('signature_key', (value) => typeof value === 'string' && isPublicKey(value), SAY.signature_key),
  );
}
