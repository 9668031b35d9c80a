import { Column, Entity } from 'typeorm';

import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type Company } from '../domain/agency-certificate.js';
import { type ClearedDeclaration, withCleared } from '../domain/export-facts.js';

/** What was exported under one order for a principal (代理出口). Its id is the order's. */
@Entity({ schema: 'tax_refund', name: 'agency_export' })
export class AgencyExport implements Versioned {
  @TenantKey('agency_export')
  readonly tenantId!: string;

  @TenantKey('agency_export')
  readonly id!: string;

  @Column('text')
  readonly orderReference!: string;

  @Column('uuid')
  readonly sellerId!: string;

  /** Who exported it, as it was then. */
  @Column('jsonb')
  readonly agent!: Company;

  /** By the parts of the order. */
  @Column('jsonb')
  readonly declarations!: readonly ClearedDeclaration[];

  @Column('integer', { default: 1 })
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  clear(declaration: ClearedDeclaration, now: Date): void {
    Object.assign(this, { declarations: withCleared({ ...this, givenUpParts: [] }, declaration), updatedAt: now });
  }
}
