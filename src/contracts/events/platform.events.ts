/** How much work that one request ordered came out. */
interface OperationEnded {
  /** `batch`, … */
  readonly kind: string;
  /** Of a batch: the command that it gave for each item. */
  readonly command: string | null;
  readonly total: number;
  /** Worked, whatever came of it. */
  readonly done: number;
  readonly failed: number;
  readonly cancelled: number;
}

/** What the machine room says about itself. */
export interface PlatformEvents {
  'operations.operation.completed': OperationEnded;
  /** Cancelled by a caller, and nothing of it is under way any more. */
  'operations.operation.cancelled': OperationEnded;
  /** A receiver failed for so long, or said 410, that nothing is sent to it any more. */
  'webhooks.endpoint.disabled': { readonly reason: 'gone' | 'failing'; readonly lastStatus: number | null };
}
