/** DCSA event classifier: planned, estimated, actual. */
export const CLASSIFIERS = ['PLN', 'EST', 'ACT'] as const;
export type Classifier = (typeof CLASSIFIERS)[number];

/** One DCSA Track & Trace event about a shipment, in our words. */
export interface TransportEvent {
  /** The carrier's id of the message: a repeat has the same. */
  readonly eventId: string;
  /** `TRANSPORT`, `EQUIPMENT` or `SHIPMENT`. */
  readonly eventType: string;
  readonly classifier: Classifier;
  /** `DEPA`, `ARRI`, `LOAD`, `DISC`, `GTIN`, `GTOT`, …: one name for what versions call differently. */
  readonly code: string;
  /** As its teller calls it. */
  readonly sourceCode: string;
  /** `carrier`, or who else told it. */
  readonly source: string;
  /** When it happens or happened, with the offset of the place. */
  readonly at: string;
  /** When the carrier wrote it. */
  readonly reportedAt: string;
  /** UN/LOCODE, or null where the event is at no port. */
  readonly location: string | null;
  readonly equipmentReference: string | null;
  readonly vesselName: string | null;
  readonly voyageNumber: string | null;
  readonly delayReason: string | null;
  readonly remark: string | null;
  readonly references: EventReferences;
}

/** By which numbers an event names its booking. */
export interface EventReferences {
  readonly forwarderReference: string | null;
  readonly carrierBookingRequestReference: string | null;
  readonly carrierBookingReference: string | null;
  readonly transportDocumentReference: string | null;
}

/** The carrier takes back an event; it says nothing else. */
export interface Retraction {
  readonly eventId: string;
  readonly retractedEventId: string;
}

/** What one callback or one answer holds. */
export interface EventBatch {
  readonly events: readonly TransportEvent[];
  readonly retractions: readonly Retraction[];
}

/** An event as it is kept. */
export interface KeptEvent {
  readonly code: string;
  readonly classifier: Classifier;
  readonly location: string | null;
  readonly at: Date;
  readonly reportedAt: Date;
  readonly isRetracted: boolean;
}

/** One port call as planned, estimated and done, side by side: none overwrites another. */
export interface CallTimes {
  readonly planned: Date | null;
  readonly estimated: Date | null;
  readonly actual: Date | null;
}

/**
 * The times of a departure or an arrival at a port: of each classifier the one that the carrier wrote last. An actual
 * time stands beside later estimates, and falls only when the carrier retracts it.
 */
export function callTimes(events: readonly KeptEvent[], code: 'DEPA' | 'ARRI', port: string): CallTimes {
  const last = (classifier: Classifier): Date | null => {
    const told = events.filter(
      (event) =>
        event.code === code && event.classifier === classifier && event.location === port && !event.isRetracted,
    );
    const [newest] = [...told].sort((left, right) => right.reportedAt.getTime() - left.reportedAt.getTime());
    return newest?.at ?? null;
  };
  return { planned: last('PLN'), estimated: last('EST'), actual: last('ACT') };
}
