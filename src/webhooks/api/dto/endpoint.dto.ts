import { ApiProperty } from '@nestjs/swagger';

import { publicId } from '../../../kernel/ids.js';
import {
  BooleanField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type EndpointListRow } from '../../application/endpoints.service.js';
import { EVENT_FILTER } from '../../domain/event-filter.js';
import { RESOURCE_FILTER, shownFilter } from '../../domain/resource-filter.js';
import {
  ENDPOINT_STATES,
  type Payload,
  PAYLOADS,
  type SignatureChoice,
  SIGNATURES,
  type WebhookEndpoint,
} from '../../entities/webhook-endpoint.entity.js';

const FILTERS = {
  description: 'Which events: whole types, `customs.*` for a family, `*` for all',
  example: ['customs.*', 'fx.collection.matched'],
  max: 50,
  min: 1,
  maxLength: 100,
  pattern: EVENT_FILTER,
};

export class CreateEndpointDto {
  @TextField({ description: 'Where to send; https', example: 'https://erp.example.com/hooks/entrepot', max: 2_000 })
  url!: string;

  @TextField({ description: 'For people', example: 'ERP, production', optional: true, max: 500, min: 0 })
  description?: string;

  @TextListField(FILTERS)
  eventTypes!: string[];

  @EnumField({
    description: '`v1`: HMAC by the secret; `v1a`: Ed25519 by the keys at `/.well-known/webhook-keys`; or `both`',
    values: SIGNATURES,
    optional: true,
    example: 'v1',
  })
  signature?: SignatureChoice;

  @TextListField({
    description: 'Only of these: kinds of resource, or ids; empty: of all',
    example: ['declaration'],
    max: 50,
    maxLength: 50,
    pattern: RESOURCE_FILTER,
    optional: true,
  })
  resources?: string[];

  @TextListField({
    description: 'Only when one of these fields has changed; empty: whatever has',
    example: ['state'],
    max: 50,
    maxLength: 50,
    optional: true,
  })
  changedFields?: string[];

  @EnumField({
    description: '`thin`: without `changed` and `data`',
    values: PAYLOADS,
    example: 'full',
    optional: true,
  })
  payload?: Payload;

  @BooleanField({
    description: 'Events of one resource come strictly in their sequence: one that fails holds back the later ones',
    example: false,
    optional: true,
  })
  ordered?: boolean;
}

export class UpdateEndpointDto {
  @TextField({
    description: 'Where to send; https',
    optional: true,
    max: 2_000,
    example: 'https://erp.example.com/hooks',
  })
  url?: string;

  @TextField({ description: 'For people', optional: true, max: 500, min: 0, example: 'ERP, production' })
  description?: string;

  @TextListField({ ...FILTERS, optional: true })
  eventTypes?: string[];

  @EnumField({
    description: '`v1`: HMAC by the secret; `v1a`: Ed25519 by the keys at `/.well-known/webhook-keys`; or `both`',
    values: SIGNATURES,
    optional: true,
    example: 'v1',
  })
  signature?: SignatureChoice;

  @TextListField({
    description: 'Only of these: kinds of resource, or ids; empty: of all',
    example: ['declaration'],
    max: 50,
    maxLength: 50,
    pattern: RESOURCE_FILTER,
    optional: true,
  })
  resources?: string[];

  @TextListField({
    description: 'Only when one of these fields has changed; empty: whatever has',
    example: ['state'],
    max: 50,
    maxLength: 50,
    optional: true,
  })
  changedFields?: string[];

  @EnumField({
    description: '`thin`: without `changed` and `data`',
    values: PAYLOADS,
    example: 'full',
    optional: true,
  })
  payload?: Payload;

  @BooleanField({
    description: 'Events of one resource come strictly in their sequence: one that fails holds back the later ones',
    example: false,
    optional: true,
  })
  ordered?: boolean;

  @EnumField({
    description: 'Switch it on or off; on forgets past failures',
    values: ['enabled', 'disabled'],
    optional: true,
  })
  state?: 'enabled' | 'disabled';

  @BooleanField({
    description: 'With `enabled`: a replay of what was never delivered starts at once',
    optional: true,
    example: false,
  })
  replayMissing?: boolean;
}

export class EndpointDto {
  @IdField({ kind: 'webhookEndpoint', description: 'Id' })
  readonly id!: string;

  @TextField({ description: 'Where it is sent to', max: 2_000 })
  readonly url!: string;

  @TextField({ description: 'For people', max: 500, min: 0 })
  readonly description!: string;

  @TextListField({ description: 'Which events', maxLength: 100, max: 50 })
  readonly eventTypes!: string[];

  @EnumField({
    description: '`v1`: HMAC by the secret; `v1a`: Ed25519 by the keys at `/.well-known/webhook-keys`; or `both`',
    values: SIGNATURES,
    example: 'v1',
  })
  readonly signature!: SignatureChoice;

  @TextListField({
    description: 'Only of these: kinds of resource, or ids; empty: of all',
    example: ['declaration'],
    max: 50,
    maxLength: 50,
    pattern: RESOURCE_FILTER,
  })
  readonly resources!: string[];

  @TextListField({
    description: 'Only when one of these fields has changed; empty: whatever has',
    example: ['state'],
    max: 50,
    maxLength: 50,
  })
  readonly changedFields!: string[];

  @EnumField({
    description: '`thin`: without `changed` and `data`',
    values: PAYLOADS,
    example: 'full',
  })
  readonly payload!: Payload;

  @BooleanField({
    description: 'Events of one resource come strictly in their sequence: one that fails holds back the later ones',
    example: false,
  })
  readonly ordered!: boolean;

  @EnumField({ description: 'Whether anything is sent', values: ENDPOINT_STATES })
  readonly state!: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    maxLength: 20,
    description: 'Why it is disabled: `gone` (it said 410), `failing`, `by_caller`',
  })
  readonly disabledReason!: string | null;

  @InstantField({ description: 'Until when the secret before this one signs too', nullable: true })
  readonly oldSecretExpiresAt!: string | null;

  @InstantField({ description: 'When it was created' })
  readonly createdAt!: string;

  @IntegerField({ description: 'Version; the ETag', min: 1 })
  readonly version!: number;

  static from(this: void, row: WebhookEndpoint): EndpointDto {
    return {
      id: publicId('webhookEndpoint', row.id),
      url: row.url,
      description: row.description,
      eventTypes: row.eventTypes,
      signature: row.signature,
      resources: row.resources.map(shownFilter),
      changedFields: row.changedFields,
      payload: row.payload,
      ordered: row.ordered,
      state: row.state,
      disabledReason: row.disabledReason,
      oldSecretExpiresAt: row.oldSecretExpiresAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      version: row.version,
    };
  }

  static fromRow(this: void, row: EndpointListRow): EndpointDto {
    return {
      id: publicId('webhookEndpoint', row.id),
      url: row.url,
      description: row.description,
      eventTypes: row.event_types,
      signature: row.signature,
      resources: row.resources.map(shownFilter),
      changedFields: row.changed_fields,
      payload: row.payload,
      ordered: row.ordered,
      state: row.state,
      disabledReason: row.disabled_reason,
      oldSecretExpiresAt: row.old_secret_expires_at?.toISOString() ?? null,
      createdAt: row.created_at.toISOString(),
      version: row.version,
    };
  }
}

export class CreatedEndpointDto extends EndpointDto {
  @TextField({
    description: 'Signs its messages (Standard Webhooks); shown this once',
    example: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
    max: 100,
  })
  readonly secret!: string;
}

export class SecretRotationDto {
  @InstantField({
    description: 'Until when the old secret signs too: 24 hours from now unless said, at most 30 days; past: no longer',
    optional: true,
    example: '2026-12-01T00:00:00Z',
  })
  oldSecretExpiresAt?: string;
}

export class RotatedEndpointDto extends EndpointDto {
  @TextField({
    description: 'The new secret; shown this once, and null in a repeat under the same Idempotency-Key',
    example: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
    max: 100,
    nullable: true,
  })
  readonly secret!: string | null;

  static rotated(this: void, { endpoint, secret }: { endpoint: WebhookEndpoint; secret: string }): RotatedEndpointDto {
    return { ...EndpointDto.from(endpoint), secret };
  }

  /** What may be kept: no secret is ever stored. */
  static withoutSecret(this: void, shown: RotatedEndpointDto): RotatedEndpointDto {
    return { ...shown, secret: null };
  }
}

export class TestSendDto {
  @TextField({
    description: 'Of which type the sample is; see `GET /v1/event-types`',
    max: 100,
    example: 'customs.declaration.released',
  })
  eventType!: string;
}

export class EndpointsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas; all but removed unless given',
    optional: true,
    example: 'enabled,disabled',
    pattern: /^(enabled|disabled|removed)(,(enabled|disabled|removed))*$/,
  })
  state?: string;
}

export const EndpointPageDto = PageOf(EndpointDto);
