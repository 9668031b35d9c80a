import { DomainError, problem } from '../../kernel/domain-error.js';

export class NothingExportedForPrincipalError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.NOTHING_EXPORTED_FOR_PRINCIPAL',
    'conflict',
    { en: 'Nothing to certify was exported under this order', zh: '该订单下没有可开具证明的出口货物' },
    {
      en: 'Place the order with refund mode `agency_export`, and wait until customs has cleared it',
      zh: '请以 agency_export 方式下单，并等待海关结关',
    },
  );
}

export class DeclaredItemHeldError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.DECLARED_ITEM_HELD',
    'conflict',
    { en: 'A declared item is certified for a principal, or claimed, already', zh: '报关项已开具证明或已申报退税' },
    {
      en: 'Look for the certificate of the order; void it, or abandon the claim, and try again',
      zh: '请查询该订单的证明；作废证明或放弃申报后重试',
    },
  );
}

export class CertificateNotReplaceableError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.CERTIFICATE_NOT_REPLACEABLE',
    'conflict',
    { en: 'This certificate cannot be replaced', zh: '该证明不能补办' },
    {
      en: 'Void it first (POST …/{id}/voidance); each is replaced once',
      zh: '请先作废（POST …/{id}/voidance）；每张仅补办一次',
    },
  );
}
