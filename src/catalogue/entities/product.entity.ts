import { Check, Column, Entity } from 'typeorm';

import { type ApprovalStanding } from '../../kernel/approval-standing.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type ElementValues } from '../domain/elements.js';
import { type ProductContent } from '../domain/product.js';
import { PRODUCT, PRODUCT_STATES, type ProductCommand, type ProductState } from '../domain/product-status.js';

/** Goods that a tenant sells again and again, with what customs wants to know of them. */
@Entity({ schema: 'catalogue', name: 'product' })
@Check('ck_product_state', oneOf('state', PRODUCT_STATES))
export class Product implements Versioned, ProductContent {
  @TenantKey('product')
  readonly tenantId!: string;

  @TenantKey('product')
  readonly id!: string;

  @Column('text')
  readonly reference!: string;

  @Column('char', { length: 10 })
  readonly hsCode!: string;

  @Column('text')
  readonly goodsName!: string;

  @Column('text')
  readonly goodsNameEn!: string;

  @Column('jsonb')
  readonly elements!: ElementValues;

  @Column('text', { nullable: true })
  readonly refundCode!: string | null;

  @Column('text')
  readonly state!: ProductState;

  /** Of its approval, where that takes a second person; null when it was approved since, or has changed. */
  @Column('jsonb', { nullable: true })
  readonly approval!: ApprovalStanding | null;

  /** The version that declarations are filled from; null until one is approved. */
  @Column('integer', { nullable: true })
  readonly approvedVersion!: number | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static enter(
    { tenantId, id, reference, now }: { tenantId: string; id: string; reference: string; now: Date },
    content: ProductContent,
  ): Product {
    return Object.assign(new Product(), {
      ...content,
      tenantId,
      id,
      reference,
      state: 'draft' as const,
      approval: null,
      approvedVersion: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  get content(): ProductContent {
    const { hsCode, goodsName, goodsNameEn, elements, refundCode } = this;
    return { hsCode, goodsName, goodsNameEn, elements, refundCode };
  }

  change(content: Partial<ProductContent>, now: Date): void {
    this.become('change', { ...content, approval: null }, now);
  }

  submit(now: Date): void {
    this.become('submit', {}, now);
  }

  /** It stays where it is: somebody is asked. */
  await(approval: ApprovalStanding): void {
    Object.assign(this, { approval });
  }

  approve(now: Date): void {
    this.become('approve', { approval: null, approvedVersion: (this.approvedVersion ?? 0) + 1 }, now);
  }

  decline(approval: ApprovalStanding, now: Date): void {
    this.become('decline', { approval }, now);
  }

  private become(command: ProductCommand, changes: Partial<Product>, now: Date): void {
    Object.assign(this, { ...changes, state: PRODUCT.next(this.state, command), updatedAt: now });
  }
}
