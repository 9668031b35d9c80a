/** One fault of what was sent: where, and what is wrong there. */
export interface Fault {
  /** JSON pointer, or the path of an XML element. */
  readonly pointer: string;
  readonly message: string;
}

/** A partner says no, at once and with reasons. The route decides in which wire format. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 404 | 409 | 422 | 503,
    readonly code: string,
    message: string,
    readonly faults: readonly Fault[] = [],
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** Collects faults, so that the caller hears of all of them at once. */
export class Faults {
  readonly list: Fault[] = [];

  add(pointer: string, message: string): void {
    this.list.push({ pointer, message });
  }

  /** @param isRight null counts as wrong: what cannot be read is not right */
  unless(isRight: boolean | null, pointer: string, message: string): void {
    if (isRight !== true) this.add(pointer, message);
  }

  /** @throws Refusal with all faults, when there is one */
  refuse(status: 400 | 422, code: string, message: string): void {
    if (this.list.length > 0) throw new Refusal(status, code, message, this.list);
  }
}
