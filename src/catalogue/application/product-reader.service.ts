import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/catalogue.sentences.js';
import { Product } from '../entities/product.entity.js';
import { type ProductVersion, versionsOf } from '../entities/product-versions.table.js';

export interface ProductFilter {
  readonly state?: string | undefined;
  readonly reference?: string | undefined;
  readonly hsCode?: string | undefined;
}

/** What callers may look at. */
@Injectable()
export class ProductReader {
  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Product> {
    const product = await view.find(Product, id);
    if (product === null) throw new ResourceNotFoundError(SAY.no_such_product);
    return product;
  }

  list(view: View, query: PageQuery, { state, reference, hsCode }: ProductFilter): Promise<Page<Product>> {
    const conditions = [...among('state', state), ...equal('reference', reference), ...equal('hs_code', hsCode)];
    return entityPage(view, Product, { table: 'catalogue.product', query, conditions });
  }

  /** What was approved, newest first. @throws ResourceNotFoundError */
  async versions(
    view: View,
    id: string,
    { before, limit }: { before: number; limit: number },
  ): Promise<Page<ProductVersion>> {
    await this.get(view, id);
    const found = await versionsOf(view, id, before, limit + 1);
    const data = found.slice(0, limit);
    return { data, nextCursor: found.length > limit ? String(data.at(-1)?.number ?? '') : null };
  }
}
