export const AGREEMENT_SIGNED = { signatory: 'Zhang San', signedOn: '2026-12-02' };
