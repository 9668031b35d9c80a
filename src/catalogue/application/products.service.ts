import { Injectable } from '@nestjs/common';

import { type ApprovalDecision, Approvals, type GuardedStep } from '../../approvals/index.js';
import { causesOf, type Fault, InvalidInputError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Reason, reasonOf } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { violates } from '../../platform/database/violates.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/catalogue.sentences.js';
import { joinElements } from '../domain/elements.js';
import { type HsCode } from '../domain/hs-code.js';
import { type ProductContent, productFaults } from '../domain/product.js';
import { ProductReferenceTakenError } from '../domain/product.errors.js';
import { Product } from '../entities/product.entity.js';
import { keepVersion } from '../entities/product-versions.table.js';
import {
  announceApproved,
  announceChanged,
  announceDeclined,
  announceEntered,
  announceSubmitted,
  noteProduct,
} from './product-news.js';
import { Reference } from './reference.js';

/** Products on file: entered, mended, approved version by version. */
@Injectable()
export class Products {
  constructor(
    private readonly reference: Reference,
    private readonly approvals: Approvals,
  ) {}

  /** @throws ProductReferenceTakenError */
  async enter(tx: Tx, reference: string, content: ProductContent): Promise<Product> {
    const product = Product.enter({ tenantId: tx.tenantId, id: newId(), reference, now: tx.now }, content);
    try {
      await tx.insert(Product, product);
    } catch (error) {
      if (!violates(error, 'uq_product_reference')) throw error;
      throw new ProductReferenceTakenError(SAY.reference_taken({ reference }), { reference });
    }
    noteProduct(tx, 'enter', product, null);
    announceEntered(tx, product);
    return product;
  }

  /** What is waiting for a second person is not what they would see: nobody is asked any more. @throws StaleVersionError */
  async change(tx: Tx, id: string, content: Partial<ProductContent>): Promise<Product> {
    const product = await this.locked(tx, id);
    const { state: from } = product;
    await this.approvals.dismiss(tx, product.approval);
    product.change(content, tx.now);
    await tx.store(Product, product);
    const fields = Object.keys(content);
    noteProduct(tx, 'change', product, from, { fields });
    announceChanged(tx, product, fields);
    return product;
  }

  /**
   * Hands it in: approved at once, or when a second person says so.
   * @throws InvalidInputError naming every element that is missing or wrong; IllegalTransitionError, StaleVersionError
   */
  async submit(tx: Tx, id: string): Promise<Product> {
    const product = await this.locked(tx, id);
    const { state: from } = product;
    product.submit(tx.now);
    const { code, faults } = await this.check(tx, product);
    if (faults.length > 0) throw new InvalidInputError(faults);
    noteProduct(tx, 'submit', product, from);
    announceSubmitted(tx, product);
    const awaited = await this.approvals.gate(tx, approvingOf(product));
    if (awaited === null) await this.approve(tx, product, code, null);
    else product.await(awaited);
    await tx.store(Product, product);
    return product;
  }

  /** A second person was asked, and this came of it. News of an earlier request changes nothing. */
  async decided(tx: Tx, { approvalId, subjectId, state, why }: ApprovalDecision): Promise<void> {
    const product = await tx.lock(Product, subjectId);
    const standing = product?.approval;
    if (product?.state !== 'submitted' || standing?.id !== approvalId || standing.state !== 'pending') return;
    if (state !== 'approved') {
      this.decline(tx, product, { ...standing, state, why });
    } else {
      // The tariff may have changed while they thought about it.
      const { code, faults } = await this.check(tx, product);
      if (faults.length > 0) {
        await this.approvals.dismiss(tx, standing);
        this.decline(tx, product, { ...standing, state: 'withdrawn', why: reasonOf(causesOf(faults)) });
      } else {
        const awaited = await this.approvals.gate(tx, approvingOf(product));
        if (awaited === null) await this.approve(tx, product, code, approvalId);
        else product.await(awaited);
      }
    }
    await tx.store(Product, product);
  }

  private async approve(tx: Tx, product: Product, code: HsCode | null, approvalId: string | null): Promise<void> {
    product.approve(tx.now);
    const number = product.approvedVersion ?? 1;
    const elements = code?.elements ?? null;
    await keepVersion(tx, {
      ...product.content,
      productId: product.id,
      number,
      declarationElements: joinElements(elements?.value.elements ?? [], product.elements),
      elementsSource: elements?.source ?? '',
      approvalId,
      approvedAt: tx.now,
    });
    noteProduct(tx, 'approve', product, 'submitted', { approvedVersion: number });
    announceApproved(tx, product, number);
  }

  private decline(tx: Tx, product: Product, standing: NonNullable<Product['approval']>): void {
    const why: Reason = standing.why ?? { reason: standing.state };
    product.decline(standing, tx.now);
    noteProduct(tx, 'decline', product, 'submitted', { approval: standing.id, outcome: standing.state });
    announceDeclined(tx, product, why);
  }

  private async check(tx: Tx, product: Product): Promise<{ code: HsCode | null; faults: readonly Fault[] }> {
    const today = dateInZone(tx.now, CHINA);
    const code = (await this.reference.hsCodes(tx, [product.hsCode], today)).get(product.hsCode) ?? null;
    return { code, faults: productFaults(product.content, code, today) };
  }

  private async locked(tx: Tx, id: string): Promise<Product> {
    const product = await tx.lock(Product, id);
    if (product === null) throw new ResourceNotFoundError(SAY.no_such_product);
    tx.assertFresh(product);
    return product;
  }
}

/** What is approved is the content as it stands, as the next version. */
function approvingOf({ id, reference, hsCode, content, approvedVersion, approval }: Product): GuardedStep {
  return {
    command: 'catalogue.product.approval',
    subjectId: id,
    orderId: null,
    amount: null,
    essentials: { content, number: (approvedVersion ?? 0) + 1 },
    summary: SAY.approve_product({ reference, hsCode }),
    standing: approval,
  };
}
