import { DomainError, problem } from '../../kernel/domain-error.js';

export class ProductReferenceTakenError extends DomainError {
  static readonly problem = problem(
    'CATALOGUE.PRODUCT_REFERENCE_TAKEN',
    'conflict',
    { en: 'Another product has this reference', zh: '该编号已被其他商品使用' },
    { en: 'Choose another reference, or change the product that has it', zh: '请换用其他编号，或修改已有商品' },
  );
}
