import { StateMachine, type Transition } from '../../kernel/state-machine.js';

/*
 *   drafted ──apply──▶ queued ──send──▶ applied ──issue──▶ issued ──void──▶ voiding ──confirm_void──▶ voided
 *      │                 │ ▲                │                 ▲──────refuse_void────┘
 *      │                 │ └─apply─ refused ◀──refuse
 *      └──abandon──▶ abandoned ◀──abandon─┘
 *
 * What the bureau has is asked about, never sent twice under another reference. Voided or abandoned, its items are free again.
 */
export const CERTIFICATE_STATES = [
  ...(['drafted', 'queued', 'applied', 'issued', 'refused', 'voiding', 'voided', 'abandoned'] as const),
];
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

const TABLE = {
  apply: { from: ['drafted', 'refused'], to: 'queued', byCaller: true },
  send: { from: ['queued'], to: 'applied', event: 'tax_refund.agency_certificate.applied' },
  resend: { from: ['applied'], to: 'queued' },
  issue: { from: ['applied'], to: 'issued', event: 'tax_refund.agency_certificate.issued' },
  refuse: { from: ['queued', 'applied'], to: 'refused', event: 'tax_refund.agency_certificate.refused' },
  void: { from: ['issued'], to: 'voiding', byCaller: true },
  confirm_void: { from: ['voiding'], to: 'voided', event: 'tax_refund.agency_certificate.voided' },
  refuse_void: { from: ['voiding'], to: 'issued', event: 'tax_refund.agency_certificate.void_refused' },
  abandon: {
    from: ['drafted', 'refused'],
    to: 'abandoned',
    event: 'tax_refund.agency_certificate.abandoned',
    byCaller: true,
  },
} as const satisfies Record<string, Transition<CertificateState>>;
export type CertificateCommand = keyof typeof TABLE;

export const CERTIFICATE = new StateMachine<CertificateState, CertificateCommand>(
  'agency_certificate',
  CERTIFICATE_STATES,
  TABLE,
);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LIVE_MS: Readonly<Partial<Record<CertificateState, number>>> = {
  queued: 10 * MINUTE,
  applied: 7 * DAY,
  voiding: 7 * DAY,
};
const LONGEST_MS = 30 * DAY;
const SANDBOX_MS = 20_000;
const SANDBOX_LONGEST_MS = 5 * MINUTE;

/**
 * @param asks how often the bureau has been asked in this state already; the wait doubles with each
 * @returns milliseconds until the bureau is asked, or null where it is not waited for
 */
export function certificatePatienceMs(state: CertificateState, asks: number, livemode: boolean): number | null {
  const first = LIVE_MS[state];
  if (first === undefined) return null;
  return livemode ? Math.min(first * 2 ** asks, LONGEST_MS) : Math.min(SANDBOX_MS * 2 ** asks, SANDBOX_LONGEST_MS);
}
