import { newId } from '../../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { violates } from '../../../platform/database/violates.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { REFERENCE_RATES } from '../../data/reference-rates.js';
import { checkVersion, type NewVersion } from '../../domain/products/check.js';
import {
  historyOf,
  type Product,
  type ProductTerms,
  ProductVersionExistsError,
} from '../../domain/products/product.js';
import { SAY } from '../../domain/products/product.sentences.js';

interface ProductRow {
  readonly version: number;
  readonly origin: Product['origin'];
  readonly valid_from: LocalDate;
  readonly valid_to: LocalDate | null;
  readonly terms: ProductTerms;
}

const COLUMNS = `code, version, valid_from::text AS valid_from, valid_to::text AS valid_to, terms`;
const ALL = `
  SELECT ${COLUMNS}, 'standard' AS origin FROM financing.standard_product
  UNION ALL
  SELECT ${COLUMNS}, 'own' AS origin FROM financing.product_version WHERE tenant_id = $1
  ORDER BY code, valid_from LIMIT 1000`;
const OF_CODE = `
  SELECT ${COLUMNS}, 'standard' AS origin FROM financing.standard_product WHERE code = $2
  UNION ALL
  SELECT ${COLUMNS}, 'own' AS origin FROM financing.product_version WHERE tenant_id = $1 AND code = $2
  ORDER BY valid_from LIMIT 1000`;
const ADD = `
  INSERT INTO financing.product_version (tenant_id, id, code, version, valid_from, valid_to, terms, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Every version of every product that the tenant can lend by. */
export async function readProducts(view: View): Promise<Product[]> {
  return (await view.query<ProductRow>(ALL, [view.tenantId])).map(toProduct);
}

/** Every version of one product. */
export async function readVersions(view: View, code: string): Promise<Product[]> {
  return (await view.query<ProductRow>(OF_CODE, [view.tenantId, code])).map(toProduct);
}

/**
 * Adds the tenant's own version of a product, or a product of its own. What was granted before keeps its terms.
 * @throws InvalidInputError naming every fault
 * @throws ProductVersionExistsError when somebody else has added one at the same moment
 */
export async function addVersion(tx: Tx, next: NewVersion): Promise<Product[]> {
  const own = (await readVersions(tx, next.code)).filter(({ origin }) => origin === 'own');
  const last = own.at(-1) ?? null;
  checkVersion(next, { today: dateInZone(tx.now, CHINA), last, rates: REFERENCE_RATES });
  const { validFrom, validTo, ...terms } = next;
  const version = (last?.version ?? 0) + 1;
  const id = newId();
  const values = [tx.tenantId, id, next.code, version, validFrom, validTo, JSON.stringify(terms), tx.now];
  try {
    await tx.query(ADD, values);
  } catch (error) {
    if (!violates(error, 'uq_product_version_number')) throw error;
    throw new ProductVersionExistsError(SAY.version_exists({ code: next.code, validFrom }), { code: next.code });
  }
  const data = { code: next.code, version, validFrom, validTo };
  publish(tx, {
    type: 'financing.product.version_added',
    resource: { type: 'financingProduct', id },
    creates: true,
    data,
  });
  audit(tx, {
    action: 'financing.product.add_version',
    resourceType: 'financingProduct',
    resourceId: id,
    details: { ...data, terms },
  });
  return historyOf(await readVersions(tx, next.code), next.code);
}

function toProduct({ terms, version, origin, valid_from: validFrom, valid_to: validTo }: ProductRow): Product {
  return { ...terms, version, origin, validFrom, validTo };
}
