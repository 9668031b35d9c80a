/** Customs let goods go that travel under these bill or booking numbers. */
export interface Release {
  readonly billNumbers: readonly string[];
}

/** A vessel left with the goods of these bill or booking numbers. */
export interface Departure {
  readonly billNumbers: readonly string[];
  readonly vesselName: string;
  readonly voyage: string;
  /** RFC 3339. */
  readonly at: string;
}

/** The bank has paid somebody. */
export interface Paid {
  readonly debtorAccount: string;
  readonly creditorAccount: string;
  /** CNY. */
  readonly amount: string;
  readonly remittance: string;
}

/** The treasury pays into an account of the bank. */
export interface PaidBack {
  /** Of the payment: it is made once. */
  readonly reference: string;
  readonly accountNumber: string;
  /** CNY. */
  readonly amount: string;
  readonly payerName: string;
  readonly remittance: string;
}

type Hear<Signal> = (signal: Signal) => void;

/** What partners hear of one another, within the transaction in which it happens. */
export class Signals {
  private readonly onRelease: Hear<Release>[] = [];
  private readonly onDeparture: Hear<Departure>[] = [];
  private readonly onPaid: Hear<Paid>[] = [];
  private readonly onPaidBack: Hear<PaidBack>[] = [];

  hearRelease(hear: Hear<Release>): void {
    this.onRelease.push(hear);
  }

  hearDeparture(hear: Hear<Departure>): void {
    this.onDeparture.push(hear);
  }

  hearPaid(hear: Hear<Paid>): void {
    this.onPaid.push(hear);
  }

  hearPaidBack(hear: Hear<PaidBack>): void {
    this.onPaidBack.push(hear);
  }

  paidBack(paidBack: PaidBack): void {
    for (const hear of this.onPaidBack) hear(paidBack);
  }

  paid(paid: Paid): void {
    for (const hear of this.onPaid) hear(paid);
  }

  released(release: Release): void {
    for (const hear of this.onRelease) hear(release);
  }

  departed(departure: Departure): void {
    for (const hear of this.onDeparture) hear(departure);
  }
}
