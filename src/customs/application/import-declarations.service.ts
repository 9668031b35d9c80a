import { Injectable } from '@nestjs/common';

import { type ApprovedProduct, ApprovedProducts } from '../../catalogue/index.js';
import { type Fault, InvalidInputError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { Parties } from '../../parties/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { WHOLE } from '../domain/declaration-split.js';
import { type DeclarationForm, type DomesticParty } from '../domain/declaration-form.js';
import { SAY_OF_IMPORTS } from '../domain/imports/import.sentences.js';
import { formOfImport, type ImportLine, importOf, type ImportTerms } from '../domain/imports/import-form.js';
import { assertParts } from '../domain/message-parts.js';
import { Declaration } from '../entities/declaration.entity.js';
import { type Declared, Declarations } from './declarations.service.js';

const OF_PRODUCT = ['hsCode', 'goodsName', 'goodsNameEn', 'declarationElements'] as const;
type OfProduct = (typeof OF_PRODUCT)[number];

/** An item as it is given: what is known of a product need not be said again. */
export type GivenLine = Omit<ImportLine, OfProduct | 'product'> &
  Partial<Pick<ImportLine, OfProduct>> & { readonly productId: string | null };

/** The terms as they are given; whoever uses the goods is the importer unless it is said. */
export type GivenTerms = Omit<ImportTerms, 'items' | 'consumer'> & {
  readonly consumer: DomesticParty | null;
  readonly items: readonly GivenLine[];
};
export type GivenChanges = { readonly [Field in keyof GivenTerms]?: GivenTerms[Field] | undefined };

export interface NewImport {
  readonly importerId: string;
  readonly reference: string;
  readonly terms: GivenTerms;
}

/** Import declarations of general trade: entered and changed. */
@Injectable()
export class ImportDeclarations {
  constructor(
    private readonly parties: Parties,
    private readonly products: ApprovedProducts,
    private readonly declarations: Declarations,
  ) {}

  /** @throws InvalidInputError for an importer that customs does not know, or an item that says too little */
  async enter(tx: Tx, { importerId, reference, terms }: NewImport): Promise<Declared> {
    const importer = await this.importer(tx, importerId);
    assertParts(terms.parts);
    const items = await this.linesOf(tx, terms.items, '/items');
    const form = formOfImport(importer, importer, { ...terms, consumer: terms.consumer ?? importer, items }, newId);
    const { tenantId, now } = tx;
    const about = { orderId: null, partyId: importerId, part: WHOLE };
    const facts = { tenantId, id: newId(), direction: 'import', ...about } as const;
    const declaration = Declaration.draft({ ...facts, reference, form, now });
    await this.declarations.enter(tx, declaration);
    return { declaration, submission: null };
  }

  /** @throws IllegalTransitionError, InvalidInputError */
  async mend(tx: Tx, id: string, changes: GivenChanges): Promise<Declared> {
    const amend = await this.amending(tx, changes);
    return this.declarations.mend(tx, id, amend, 'import');
  }

  /** What the changes make of a form. @throws InvalidInputError for an item that says too little */
  async amending(
    view: View,
    { items, consumer, ...changes }: GivenChanges,
    at = '',
  ): Promise<(form: DeclarationForm) => DeclarationForm> {
    assertParts(changes.parts ?? []);
    const lines = items === undefined ? undefined : await this.linesOf(view, items, `${at}/items`);
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    return (form) => {
      const before = importOf(form);
      const terms: ImportTerms = {
        ...before,
        ...given,
        consumer: consumer ?? before.consumer,
        items: lines ?? before.items,
      };
      const ids = form.items.map(({ orderLineId }) => orderLineId);
      return formOfImport(form.exporter, form.declarant, terms, () => ids.shift() ?? newId());
    };
  }

  private async importer(view: View, id: string): Promise<DomesticParty> {
    const party = await this.parties.find(view, id);
    const [uscc, customsCode] = [party?.uscc ?? null, party?.customsCode ?? null];
    if (party === null || uscc === null || customsCode === null) {
      const message = party === null ? SAY_OF_IMPORTS.no_such_importer : SAY_OF_IMPORTS.importer_not_registered;
      throw new InvalidInputError([{ pointer: '/importerId', code: 'not_an_importer', message }]);
    }
    return { name: party.name, nameEn: party.nameEn ?? '', uscc, customsCode };
  }

  private async linesOf(view: View, given: readonly GivenLine[], at: string): Promise<ImportLine[]> {
    const ids = [...new Set(given.flatMap(({ productId }) => productId ?? []))];
    const found = ids.length === 0 ? [] : await this.products.byIds(view, ids);
    const faults: Fault[] = [];
    const lines = given.map((line, index) => lineOf(line, found, `${at}/${index}`, faults));
    if (faults.length > 0) throw new InvalidInputError(faults);
    return lines;
  }
}

function lineOf(
  { productId, ...line }: GivenLine,
  products: readonly ApprovedProduct[],
  at: string,
  faults: Fault[],
): ImportLine {
  const product = products.find(({ id }) => id === productId)?.approved ?? null;
  if (productId !== null && product === null) {
    faults.push({ pointer: `${at}/productId`, code: 'not_approved', message: SAY_OF_IMPORTS.product_not_approved });
  }
  const said = (field: OfProduct): string => {
    const value = line[field] ?? product?.[field];
    const isMissing = value === undefined && productId === null && field !== 'goodsNameEn';
    if (isMissing) faults.push({ pointer: `${at}/${field}`, code: 'required', message: SAY_OF_IMPORTS.no_product });
    return value ?? '';
  };
  const own = Object.fromEntries(OF_PRODUCT.map((field) => [field, said(field)])) as Record<OfProduct, string>;
  const isOf = product !== null && OF_PRODUCT.every((field) => own[field] === product[field]);
  const version = isOf && productId !== null ? { id: productId, version: product.version } : null;
  return { ...line, ...own, product: version };
}
