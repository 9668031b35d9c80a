import { Check, Column, Entity, VersionColumn } from 'typeorm';

import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';

export const ENDPOINT_STATES = ['enabled', 'disabled', 'removed'] as const;
export type EndpointState = (typeof ENDPOINT_STATES)[number];

const DISABLED_REASONS = ['gone', 'failing', 'by_caller'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** `v1`: HMAC with the endpoint's own secret; `v1a`: Ed25519 with a key of the platform. */
export const SIGNATURES = ['v1', 'v1a', 'both'] as const;
export type SignatureChoice = (typeof SIGNATURES)[number];

/** `thin`: what happened to what, without the facts. */
export const PAYLOADS = ['full', 'thin'] as const;
export type Payload = (typeof PAYLOADS)[number];

export interface EndpointChange {
  readonly url?: string;
  readonly description?: string;
  readonly eventTypes?: readonly string[];
  readonly signature?: SignatureChoice;
  readonly resources?: readonly string[];
  readonly changedFields?: readonly string[];
  readonly payload?: Payload;
  readonly ordered?: boolean;
}

/** A receiver of webhooks: where, which events, and the secret that its messages are signed with. */
@Entity({ schema: 'webhooks', name: 'endpoint' })
@Check('ck_endpoint_state', oneOf('state', ENDPOINT_STATES))
@Check('ck_endpoint_payload', oneOf('payload', PAYLOADS))
@Check('ck_endpoint_signature', oneOf('signature', SIGNATURES))
@Check('ck_endpoint_disabled_reason', oneOf('disabled_reason', DISABLED_REASONS))
export class WebhookEndpoint implements Versioned {
  @TenantKey('endpoint')
  readonly tenantId!: string;

  @TenantKey('endpoint')
  readonly id!: string;

  @Column('text')
  readonly url!: string;

  @Column('text')
  readonly description!: string;

  @Column('text', { array: true })
  readonly eventTypes!: string[];

  /** Kinds of resource, or single ones as `kind:uuid`; empty: all. */
  @Column('text', { array: true, default: [] })
  readonly resources!: string[];

  /** Empty: whatever has changed. */
  @Column('text', { array: true, default: [] })
  readonly changedFields!: string[];

  @Column('text', { default: 'full' })
  readonly payload!: Payload;

  /** Events of one resource are sent one after the other. */
  @Column('boolean', { default: false })
  readonly ordered!: boolean;

  @Column('text', { default: 'v1' })
  readonly signature!: SignatureChoice;

  @Column('text')
  readonly state!: EndpointState;

  @Column('text', { nullable: true })
  readonly disabledReason!: DisabledReason | null;

  /** The signing secret, encrypted. */
  @Column('bytea')
  readonly secretBox!: Buffer;

  /** While a secret is replaced: the one before, which signs beside it until then. */
  @Column('bytea', { nullable: true })
  readonly oldSecretBox!: Buffer | null;

  @Column('timestamptz', { nullable: true })
  readonly oldSecretExpiresAt!: Date | null;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  @VersionColumn({ default: 1 })
  readonly version!: number;

  /** What is left out stays as it is. */
  change(change: EndpointChange, now: Date): void {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    Object.assign(this, { ...Object.fromEntries(given), updatedAt: now });
  }

  rotateSecret(box: Buffer, oldExpiresAt: Date, now: Date): void {
    const old = { oldSecretBox: this.secretBox, oldSecretExpiresAt: oldExpiresAt };
    Object.assign(this, { ...old, secretBox: box, updatedAt: now });
  }

  /** When the old secret ends; null where there is none that signs. */
  oldSecretEnd(now: Date): Date | null {
    return this.oldSecretExpiresAt !== null && this.oldSecretExpiresAt > now ? this.oldSecretExpiresAt : null;
  }

  enable(now: Date): void {
    Object.assign(this, { state: 'enabled', disabledReason: null, updatedAt: now });
  }

  disable(reason: DisabledReason, now: Date): void {
    Object.assign(this, { state: 'disabled', disabledReason: reason, updatedAt: now });
  }

  remove(now: Date): void {
    Object.assign(this, { state: 'removed', updatedAt: now });
  }
}
