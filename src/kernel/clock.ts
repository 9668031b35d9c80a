/** The only way to ask for the time. Domain functions do not ask: they are told, as an argument. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is moved; never backwards. For tests and sandbox tenants. */
export class TestClock extends Clock {
  private instant: Date;

  constructor(start: Date) {
    super();
    this.instant = start;
  }

  now(): Date {
    return new Date(this.instant);
  }

  /** @throws RangeError when `to` lies before the present */
  advanceTo(to: Date): void {
    if (to < this.instant) throw new RangeError('A clock does not run backwards');
    this.instant = new Date(to);
  }
}
