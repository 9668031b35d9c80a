import { type Fault, InvalidInputError } from '../../kernel/domain-error.js';
import { SAY } from './orders.sentences.js';
import { type GivenLine, type GivenTerms, type NewLine, type NewTerms } from './trade-order.js';

/** A product as its tenant approved it last. */
export interface ProductOfLine {
  readonly id: string;
  readonly reference: string;
  /** Null while no version is approved. */
  readonly approved: (Pick<NewLine, ProductField | 'refundCode'> & { readonly version: number }) | null;
}

/** What a line takes from its product, and nobody states beside it. */
export const PRODUCT_FIELDS = ['hsCode', 'goodsName', 'goodsNameEn', 'declarationElements'] as const;
export type ProductField = (typeof PRODUCT_FIELDS)[number];

/**
 * The terms with each line that names a product filled from the version that was approved last.
 * @throws InvalidInputError for a line that says both or neither, and for a product that is not there or not approved
 */
export function filledFromProducts(terms: GivenTerms, products: readonly ProductOfLine[]): NewTerms {
  const faults: Fault[] = [];
  const lines = terms.lines.map((line, index) => filled(line, `/lines/${index}`, products, faults));
  if (faults.length > 0) throw new InvalidInputError(faults);
  return { ...terms, lines };
}

export function productsOf({ lines }: GivenTerms): string[] {
  return [...new Set(lines.flatMap(({ productId }) => productId ?? []))];
}

function filled(
  { productId, ...line }: GivenLine,
  at: string,
  products: readonly ProductOfLine[],
  faults: Fault[],
): NewLine {
  const { hsCode = '', goodsName = '', goodsNameEn = '', declarationElements = '' } = line;
  const stated = { ...line, hsCode, goodsName, goodsNameEn, declarationElements, product: null };
  for (const field of PRODUCT_FIELDS) {
    const isGiven = line[field] !== undefined;
    if (isGiven === (productId === null)) continue;
    const pointer = `${at}/${field}`;
    if (isGiven) faults.push({ pointer, code: 'not_applicable', message: SAY.product_says });
    else faults.push({ pointer, code: 'required', message: SAY.or_product });
  }
  if (productId === null) return stated;
  const product = products.find(({ id }) => id === productId);
  const pointer = `${at}/productId`;
  if (product === undefined) faults.push({ pointer, code: 'unknown_product', message: SAY.no_such_product });
  else if (product.approved === null) {
    const message = SAY.product_not_approved({ reference: product.reference });
    faults.push({ pointer, code: 'product_not_approved', message });
  }
  if (product?.approved == null) return stated;
  const { version, refundCode, ...goods } = product.approved;
  // Which goods of the library they are may differ from sale to sale: what the line says counts.
  return { ...stated, ...goods, refundCode: line.refundCode ?? refundCode, product: { id: productId, version } };
}
