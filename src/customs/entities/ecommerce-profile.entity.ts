import { Check, Column, Entity } from 'typeorm';

import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type Direction, DIRECTIONS, type ProfileTerms } from '../domain/parcels/profile.js';

interface NewProfile {
  readonly tenantId: string;
  readonly id: string;
  readonly name: string;
  readonly direction: Direction;
  readonly supervisionMode: string;
  readonly terms: ProfileTerms;
  readonly now: Date;
}

/** What a tenant files parcels of one kind with. Direction and mode are for good: what is filed with it names them. */
@Entity({ schema: 'customs', name: 'ecommerce_profile' })
@Check('ck_ecommerce_profile_direction', oneOf('direction', DIRECTIONS))
export class EcommerceProfile implements Versioned {
  @TenantKey('ecommerce_profile')
  readonly tenantId!: string;

  @TenantKey('ecommerce_profile')
  readonly id!: string;

  @Column('text')
  readonly name!: string;

  @Column('text')
  readonly direction!: Direction;

  @Column('text')
  readonly supervisionMode!: string;

  @Column('jsonb')
  readonly terms!: ProfileTerms;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static open({ now, ...given }: NewProfile): EcommerceProfile {
    return Object.assign(new EcommerceProfile(), { ...given, version: 1, createdAt: now, updatedAt: now });
  }

  change(name: string, terms: ProfileTerms, now: Date): void {
    Object.assign(this, { name, terms, updatedAt: now });
  }
}
