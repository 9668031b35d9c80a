import { type Partner } from './partners.js';

/** How any partner can misbehave for one message: says nothing about what it decides. */
export const MANNERS = {
  LOST: 'The message is taken and mislaid: nothing happens until somebody asks for it or sends it again',
  LATE: 'Every step takes ten times as long, at least two seconds',
  TWICE: 'Every callback is sent twice, the second time without a message id',
  DISORDER: 'Callbacks arrive in pairs turned round: the second before the first',
  NEVER: 'Taken and never answered, whoever asks',
  'DOWN-ONCE': 'The first request gets 503 and has no effect',
  HANGUP: 'The first request takes effect, then the connection is cut without an answer',
} as const;
export type Manner = keyof typeof MANNERS;

/** What each partner can decide, beside the normal story. */
export const OUTCOMES = {
  customs: {
    REJECT: 'The first declaration of this contract number is sent back (Z); when submitted anew it is accepted',
    REFUSE: 'Every declaration of this contract number is sent back (Z)',
    INSPECT: 'Chosen for inspection (C) before release',
    REVIEW: 'Manual review (M), then concluded (G), then released',
    DELETE: 'Accepted, then deleted by customs (D)',
    OVERCHARGE: 'The tax bill of an import asks for a tenth more duty',
    SUPPLEMENT: 'Accepted, then reviewed with a question for a supplementary declaration; released once it is answered',
    HOLD: 'Accepted, or with INSPECT chosen for inspection, and then nothing by itself: for requests to withdraw and amend',
  },
  carrier: {
    REJECT: 'The booking is rejected after it was received',
    DECLINE: 'The booking is declined after it was confirmed',
    'PENDING-UPDATE': 'Before it confirms, the carrier wants the booking updated; any update will do',
    'PENDING-AMENDMENT': 'After it confirmed, the carrier wants the booking amended; any amendment will do',
    'NO-AMENDMENT': 'Amendments are declined: no space',
    'AMENDMENT-WAITS': 'An amendment is received and then nothing by itself: for taking it back',
    ROLLED: 'The vessel is late: estimated departure and arrival move by seven days, with a reason, before loading',
    'SI-DECLINE': 'Shipping instructions are declined',
    'SI-PENDING-UPDATE': 'Shipping instructions are received, then the carrier wants them updated; any update will do',
    'NO-SI-UPDATE': 'Updates of shipping instructions are declined: the manifest is closed',
    'SI-UPDATE-WAITS': 'An update of shipping instructions is received and then nothing by itself: for taking it back',
    'BL-VOID': 'The transport document is voided after it was issued',
    'VGM-REJECT': 'A verified gross mass is rejected: the container weighs more at the terminal',
    'NO-SURRENDER': 'The carrier does not take an issued document back: one original is missing',
  },
  courier: {
    REJECT: 'The consignment is rejected after it was received',
    'SEND-BACK': 'Nobody takes it at the door: it is sent back to the sender',
    LOSE: 'It leaves, and is never seen again',
    'BAD-NUMBER': 'The courier gives a number that cannot be: a digit of it is wrong',
    'NO-CANCEL': 'A cancellation is refused, as if the goods were collected',
  },
  bank: {
    REJECT: 'The payment is rejected: account closed (AC04)',
    NOFUNDS: 'The payment is rejected: insufficient funds (AM04)',
    'ACCEPT-REJECT': 'The payment is accepted, then rejected by the creditor bank (AC01)',
    RETURN: 'The payment is settled, then the creditor bank sends it back (AC04)',
    'NO-LINE': 'A forward is not booked: no credit line',
    'NO-MOVE': 'A forward is booked, and the first roll-over or close-out of it refused',
    LETTER: 'A contract is registered, then the bank writes: it wants customs declarations and invoices',
    'NO-ACCOUNT': 'The first account of this owner in a currency is refused; asked for anew it is opened',
  },
  lender: {
    REJECT:
      'The loan, a later due date, or a proposal to write off is declined by credit policy; or who signs an agreement is not known',
    SHORTER: 'A later due date is granted for half of the days that were asked for',
  },
  insurer: {
    REJECT: 'A limit is refused',
    LESS: 'Half of the limit that was asked for is granted',
    REVOKE: 'A limit is granted, and revoked some steps later',
    CUT: 'A limit is granted, and cut to half of that some steps later',
    'NO-COVER': 'A declaration of a shipment is not taken (422 NOT_COVERED)',
    'CLAIM-LESS': 'Half of what is claimed is accepted, with a reason, and paid',
    'CLAIM-REFUSE': 'A claim is refused, with a reason',
    RECOVER: 'After the indemnity half of it is recovered of the buyer, and shared',
  },
  registry: {
    TAKEN: 'It is registered for somebody else already (409 ALREADY_REGISTERED)',
    SLOW: 'It is pending at first, and registered some steps later',
  },
  'tax-bureau': {
    REJECT: 'The claim is accepted, then rejected',
    QUERY: 'The claim is queried, and approved some steps later',
    LESS: 'Half of the claimed refund is approved and paid, with a reason',
    PARTIAL: 'The first item of the claim is not refunded, the others are',
    WITHHOLD: 'The claim is withheld, resumed some steps later, and approved',
    DOUBT: 'The self-check finds a doubt, until it is filed with an answer to it',
    'DOUBT-BLOCK': 'The first self-check finds what cannot be answered; the next one does not',
    'DOUBT-FIRST':
      'The self-check of a batch finds a doubt in its first claim, until that is filed with an answer to it',
    SEALED: 'What the bureau has it will not check again: the self-check is refused',
    INSTALMENTS: 'A batch is paid in two sums',
    CLAWBACK: 'After the payment half of it is wanted back, within 15 days',
    'CLAWBACK-SETOFF': 'The same, and kept from the next refund of this taxpayer',
  },
} as const satisfies Record<Partner, Record<string, string>>;
export type Outcome<P extends Partner> = keyof (typeof OUTCOMES)[P];

/** What e-commerce customs decides of a record when it comes, beside what it shares with declarations; too late afterwards. */
export const RECORD_OUTCOMES = {
  DETAIN: 'Chosen for inspection (500), then detained (501)',
  RETURNED: 'Sent back out of the country instead of released (700)',
  MISMATCH: 'The list does not agree with order, payment and waybill (100)',
  'SINGLE-LIMIT': 'Above the limit of one purchase (-621005)',
  QUOTA: 'Above what the buyer may import in a year (-621018)',
  DUPLICATE: 'Already there under this number (-301010)',
  'TAX-DIFFERS': 'The tax bill (CEB816Message) has one yuan more of VAT on its first line',
  'SEND-FAILED': 'The exchange could not hand the record on (4)',
  FORMAT: 'The whole message is not taken for its form (CEB900Message)',
} as const;

/** What the tax bureau says of an invoice that it is asked about. */
export const INVOICE_OUTCOMES = {
  UNKNOWN: 'There is no such invoice',
  VOIDED: 'The issuer has voided it',
  RED: 'A red-letter invoice has taken it back',
  ABNORMAL: 'It is held for abnormal',
  'OTHER-VAT': 'It has one yuan more of VAT there',
  'NO-CHECK': 'It is not looked at at all (422), until it is asked about anew',
} as const;
export type InvoiceOutcome = keyof typeof INVOICE_OUTCOMES;

/** What the tax bureau makes of a certificate of agency export; in the name of the principal. */
export const CERTIFICATE_OUTCOMES = {
  'NO-CERTIFICATE': 'The application for a certificate of agency export is refused',
  'CERTIFICATE-USED': 'The certificate is not voided: the principal has claimed with it',
} as const;
export type CertificateOutcome = keyof typeof CERTIFICATE_OUTCOMES;

const SHORT_NAME: Record<string, Partner> = {
  CUSTOMS: 'customs',
  CARRIER: 'carrier',
  COURIER: 'courier',
  BANK: 'bank',
  LENDER: 'lender',
  INSURER: 'insurer',
  TAX: 'tax-bureau',
  REGISTRY: 'registry',
};

/** `SBX-REJECT` speaks to whoever reads it, `SBX-CUSTOMS-REJECT` to customs alone. */
const MARKER = new RegExp(`SBX-(?:(${Object.keys(SHORT_NAME).join('|')})-)?(${allWords().join('|')})(?![A-Z0-9])`, 'g');

/** The magic words meant for this partner in the texts that it reads. */
export function magicWords(partner: Partner, texts: readonly string[]): string[] {
  const found: string[] = [];
  for (const text of texts) {
    if (!text.includes('SBX-')) continue;
    for (const [, addressee, word = ''] of text.matchAll(MARKER)) {
      if (addressee === undefined || SHORT_NAME[addressee] === partner) found.push(word);
    }
  }
  return found;
}

export function isManner(word: string): word is Manner {
  return Object.hasOwn(MANNERS, word);
}

/** Longest first, so that DOWN-ONCE or ACCEPT-REJECT is not read as its beginning. */
function allWords(): string[] {
  const tables = [MANNERS, ...Object.values(OUTCOMES), RECORD_OUTCOMES, INVOICE_OUTCOMES, CERTIFICATE_OUTCOMES];
  const words = tables.flatMap((outcomes) => Object.keys(outcomes));
  return [...new Set(words)].sort((left, right) => right.length - left.length);
}
