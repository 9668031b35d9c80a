import { approvalOf, WithApprovalDto } from '../../../approvals/index.js';
import { publicId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf, PageQuery } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { elementValuesOf, type ProductContent } from '../../domain/product.js';
import { PRODUCT, PRODUCT_STATES } from '../../domain/product-status.js';
import { type Product } from '../../entities/product.entity.js';
import { type ProductVersion } from '../../entities/product-versions.table.js';

const HS_CODE = { description: 'Ten digits', pattern: /^\d{10}$/, max: 10, example: '8516310000' } as const;
const REFUND_CODE = {
  description:
    'Which goods of the refund library (退税率文库) it is of, where the library divides the HS code and the rates differ: one of the ' +
    '`choices` of `GET /v1/tax-refund/rates`. Lines of orders take it, unless they name their own',
  pattern: /^\d{10,16}$/,
  max: 16,
  nullable: true,
  example: null,
} as const;
const ELEMENTS = {
  description:
    'Declaration elements by their Chinese names, as `elements.schema` of the HS code wants them; held against it when the ' +
    'product is submitted',
  example: { 品牌类型: '4', 出口享惠情况: '0', 用途: '家用', 功能: '吹干头发', 品牌: 'EXAMPLE', 型号: 'HD-35' },
} as const;

/** The fields of a product, all needed or (in a change) all optional. */
function contentClass(optional: boolean) {
  class Content {
    @TextField({ ...HS_CODE, optional })
    hsCode!: string;

    @TextField({ description: 'Chinese name, as it is declared', max: 100, optional, example: '电吹风机' })
    goodsName!: string;

    @TextField({ description: 'English name', max: 200, optional, example: 'Hair dryer' })
    goodsNameEn!: string;

    @JsonField({ ...ELEMENTS, optional })
    elements!: Record<string, unknown>;

    @TextField({ ...REFUND_CODE, optional: true })
    refundCode?: string | null;
  }
  return Content;
}

export class ProductRequest extends contentClass(false) {
  @TextField({ description: 'Your own number for it; unique', max: 64, example: 'HD-35' })
  reference!: string;

  toContent(): ProductContent {
    const { hsCode, goodsName, goodsNameEn, elements, refundCode = null } = this;
    return { hsCode, goodsName, goodsNameEn, elements: elementValuesOf(elements), refundCode };
  }
}

/** A field that is left out stays; the elements are replaced as a whole. */
export class ProductChangeRequest extends contentClass(true) {
  toChange(): Partial<ProductContent> {
    const given = Object.entries(this).filter(([, value]) => value !== undefined);
    const { elements, ...rest } = Object.fromEntries(given) as Partial<ProductChangeRequest>;
    return { ...rest, ...(elements === undefined ? {} : { elements: elementValuesOf(elements) }) };
  }
}

export class CatalogueProductDto extends WithApprovalDto {
  @IdField({ kind: 'product', description: 'Id' })
  readonly id!: string;

  @TextField({ description: 'Your own number for it', max: 64, example: 'HD-35' })
  readonly reference!: string;

  @TextField(HS_CODE)
  readonly hsCode!: string;

  @TextField({ description: 'Chinese name, as it is declared', max: 100, example: '电吹风机' })
  readonly goodsName!: string;

  @TextField({ description: 'English name', max: 200, example: 'Hair dryer' })
  readonly goodsNameEn!: string;

  @JsonField(ELEMENTS)
  readonly elements!: Readonly<Record<string, string>>;

  @TextField(REFUND_CODE)
  readonly refundCode!: string | null;

  @EnumField({ description: 'Where it stands; new states may come', values: PRODUCT_STATES, example: 'approved' })
  readonly state!: string;

  @IntegerField({
    description: 'The version that was approved last, which orders take; null until one is',
    min: 1,
    nullable: true,
    example: 1,
  })
  readonly approvedVersion!: number | null;

  @TextListField({ description: 'Commands that may be given now', max: 10, maxLength: 30 })
  readonly allowedActions!: string[];

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was entered' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static in(this: void, language: Language): (product: Product) => CatalogueProductDto {
    return (product) => {
      const { id, reference, content, state, approvedVersion, approval } = product;
      return {
        id: publicId('product', id),
        reference,
        ...content,
        state,
        approvedVersion,
        allowedActions: PRODUCT.allowedActions(state),
        ...approvalOf(approval, language),
        ...stampsOf(product),
      };
    };
  }
}

export class CatalogueProductPageDto extends PageOf(CatalogueProductDto) {}

export class ProductsQuery extends DatedPageQuery {
  @TextField({
    description: 'Only in these states, joined with commas',
    optional: true,
    pattern: /^[a-z_]+(,[a-z_]+)*$/,
    max: 200,
    example: 'draft,approved',
  })
  state?: string;

  @TextField({ description: 'Only the one with this number of yours', optional: true, max: 64, example: 'HD-35' })
  reference?: string;

  @TextField({ ...HS_CODE, description: 'Only with this HS code', optional: true })
  hsCode?: string;
}

export class ProductVersionsQuery extends PageQuery {}

/** A product as it was approved. */
export class ProductVersionDto {
  @IdField({ kind: 'product', description: 'The product' })
  readonly productId!: string;

  @IntegerField({ description: 'Counts what was approved', min: 1, example: 1 })
  readonly number!: number;

  @TextField(HS_CODE)
  readonly hsCode!: string;

  @TextField({ description: 'Chinese name', max: 100, example: '电吹风机' })
  readonly goodsName!: string;

  @TextField({ description: 'English name', max: 200, example: 'Hair dryer' })
  readonly goodsNameEn!: string;

  @JsonField({ ...ELEMENTS, description: 'Declaration elements by their Chinese names' })
  readonly elements!: Readonly<Record<string, string>>;

  @TextField({ description: 'As a declaration has them', max: 4_000, example: '4|0|家用|吹干头发|EXAMPLE|HD-35' })
  readonly declarationElements!: string;

  @TextField({ description: 'Whose list of elements it was filled by', max: 1_000, example: '规范申报目录 2026' })
  readonly elementsSource!: string;

  @TextField(REFUND_CODE)
  readonly refundCode!: string | null;

  @IdField({ kind: 'approval', description: 'What a second person approved; null: none was needed', nullable: true })
  readonly approvalId!: string | null;

  @InstantField({ description: 'Since when orders take it' })
  readonly approvedAt!: string;

  static from(this: void, { productId, approvalId, approvedAt, ...version }: ProductVersion): ProductVersionDto {
    return {
      productId: publicId('product', productId),
      ...version,
      approvalId: approvalId === null ? null : publicId('approval', approvalId),
      approvedAt: approvedAt.toISOString(),
    };
  }
}

export class ProductVersionPageDto extends PageOf(ProductVersionDto) {}
