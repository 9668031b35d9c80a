export const DISPUTE_OPENED = {
  orderId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb',
  kind: 'quality',
  amount: { amount: '1.00', currency: 'USD' },
  openedOn: '2026-11-25',
  description: 'A fifth of the lamps do not light',
  documents: [
    {
      kind: 'correspondence',
      name: 'complaint.pdf',
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  ],
};

export const DISPUTE_RESOLVED = { outcome: 'rejected', resolvedOn: '2026-11-28', note: 'The test report was good' };

export const SCREENED = {
  partyId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb',
  result: 'clear',
  list: 'UN consolidated list',
  listVersion: '2026-11-28',
  screenedOn: '2026-11-28',
  screenedBy: 'Compliance desk',
};
