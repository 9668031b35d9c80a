interface Given {
  readonly signing: { readonly certificate: string; readonly key: string } | null;
  readonly rsaDigest: 'sha1' | 'sha256';
  readonly receiverIds: Readonly<Record<'export' | 'import', string>>;
}

/** What an operator decides about the channel to e-commerce customs. */
export class CebSettings implements Given {
  /** Certificate and key of who transmits, in PEM; null where there are none. */
  readonly signing: Given['signing'];
  /** With an RSA key. */
  readonly rsaDigest: Given['rsaDigest'];
  /** Customs' own ids at the exchange. */
  readonly receiverIds: Given['receiverIds'];

  constructor({ signing, rsaDigest, receiverIds }: Given) {
    this.signing = signing;
    this.rsaDigest = rsaDigest;
    this.receiverIds = receiverIds;
  }
}
