import { type View } from '../../../platform/database/session.js';
import { CreditLimit } from '../../entities/credit-limit.entity.js';

/** The limits of clients for products, of whatever was ever drawn. */
export function listProductLimits(view: View): Promise<CreditLimit[]> {
  const where = { tenantId: view.tenantId, level: 'product' as const };
  return view.manager.find(CreditLimit, { where, order: { subjectId: 'ASC', code: 'ASC' }, take: 100 });
}
