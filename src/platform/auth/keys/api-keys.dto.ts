import { publicId } from '../../../kernel/ids.js';
import { CURRENT_API_VERSION } from '../../http/api-version.js';
import {
  BooleanField,
  DateField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
  TextListField,
} from '../../http/fields.js';
import { PageOf } from '../../http/paging.js';
import { type ApiKey, type NewApiKey } from './key-ring.js';
import { AllowedNetworksField, SignatureKeyField } from '../restriction-fields.js';
import { SCOPES } from '../scopes.js';

export class ApiKeyRequest {
  @TextField({ description: 'For whom or what it is', max: 100, example: 'ERP of Ningbo Example Trading' })
  name!: string;

  @TextListField({
    description: 'What it may do; at most what the calling key may do',
    min: 1,
    max: SCOPES.length,
    maxLength: 40,
    values: SCOPES,
    example: ['orders:read', 'orders:write'],
  })
  scopes!: string[];

  @InstantField({
    description: 'When it ends by itself',
    optional: true,
    nullable: true,
    example: '2099-12-31T00:00:00Z',
  })
  expiresAt?: string | null;

  @AllowedNetworksField({ optional: true })
  allowedNetworks?: string[] | null;

  @SignatureKeyField({ optional: true })
  signatureKey?: string | null;
}

export class RotationRequest {
  @InstantField({
    description: 'Until when the old key works beside the new one; at most 30 days ahead',
    example: '2099-12-31T00:00:00Z',
  })
  oldKeyExpiresAt!: string;
}

export class ApiKeyDto {
  @IdField({ description: 'The key’s id, as the audit names it', kind: 'apiKey' })
  readonly id!: string;

  @TextField({ description: 'For whom or what it is', max: 100, example: 'ERP of Ningbo Example Trading' })
  readonly name!: string;

  @TextField({ description: 'The last four signs of the secret', max: 4, example: 'x7Qz' })
  readonly lastFour!: string;

  @TextListField({ description: 'What it may do', max: 100, maxLength: 40, example: ['orders:read', 'orders:write'] })
  readonly scopes!: string[];

  @DateField({
    description:
      'The version of the API it is pinned to: the current one when it was made; `Api-Version` goes before it',
    example: CURRENT_API_VERSION,
  })
  readonly apiVersion!: string;

  @InstantField({ description: 'When it was made', example: '2026-04-01T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it ends by itself; null: never', nullable: true, example: null })
  readonly expiresAt!: string | null;

  @InstantField({ description: 'Since when it is refused; null: it is not', nullable: true, example: null })
  readonly revokedAt!: string | null;

  @AllowedNetworksField({})
  readonly allowedNetworks!: string[] | null;

  @SignatureKeyField({})
  readonly signatureKey!: string | null;

  @BooleanField({ description: 'Whether its requests must be signed: it has a `signatureKey`', example: false })
  readonly requiresSignature!: boolean;

  @IdField({ description: 'The key that took its place by rotation', kind: 'apiKey', nullable: true, example: null })
  readonly successorId!: string | null;

  @InstantField({ description: 'When it was last used, to the minute; null: never', nullable: true, example: null })
  readonly lastUsedAt!: string | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 1 })
  readonly version!: number;

  static from(this: void, key: ApiKey): ApiKeyDto {
    const { id, name, lastFour, scopes, apiVersion, createdAt, expiresAt, revokedAt, signatureKey, version } = key;
    return {
      id: publicId('apiKey', id),
      name,
      lastFour,
      scopes: [...scopes],
      apiVersion,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
      revokedAt: revokedAt?.toISOString() ?? null,
      allowedNetworks: key.allowedNetworks === null ? null : [...key.allowedNetworks],
      signatureKey,
      requiresSignature: signatureKey !== null,
      successorId: key.successorId === null ? null : publicId('apiKey', key.successorId),
      lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
      version,
    };
  }
}

export class NewApiKeyDto extends ApiKeyDto {
  @TextField({
    description: 'The secret, shown this once; null when the request is repeated under its Idempotency-Key',
    max: 60,
    nullable: true,
    example: 'ek_test_…',
  })
  readonly apiKey!: string | null;

  static fromNew(this: void, key: NewApiKey): NewApiKeyDto {
    return { ...ApiKeyDto.from(key), apiKey: key.secret };
  }

  /** What may be kept: no secret is ever stored. */
  static withoutSecret(this: void, shown: NewApiKeyDto): NewApiKeyDto {
    return { ...shown, apiKey: null };
  }
}

export class ApiKeyPageDto extends PageOf(ApiKeyDto) {}
