export { asNdjson, type BatchItem, type BatchItems } from './batch.js';
export { Entrepot, type EntrepotOptions } from './client.js';
export {
  ApiError,
  AuthenticationError,
  ConnectionError,
  EntrepotError,
  type Fault,
  IdempotencyError,
  InvalidRequestError,
  NotFoundError,
  OAuthError,
  OverdueError,
  PermissionError,
  type Problem,
  RateLimitError,
  RuleError,
  ServerError,
  StaleVersionError,
  StateError,
  TimeoutError,
  WebhookVerificationError,
} from './errors.js';
export { type components, type operations, type paths } from './generated/schema.js';
export { API_VERSION, SDK_VERSION } from './generated/versions.js';
export {
  type AnswerOf,
  type BodyOf,
  type CallOptions,
  type EntrepotEvent,
  type ItemOf,
  type Method,
  type OperationOf,
  type PathOf,
  type QueryOf,
  type RawBody,
  type Schemas,
} from './operations.js';
export { type Page, Pages } from './pages.js';
export { type Cursor, type TailOptions } from './tail.js';
export { type Answer } from './transport.js';
export { etagOf, type Version } from './versions.js';
export { type WaitOptions } from './waiting.js';
export { type ScenarioOptions, type ScenarioProgress } from './scenario.js';
export { type OperationProgress, type WatchOptions } from './watch.js';
export {
  newWebhookSecret,
  type SignedMessage,
  signWebhook,
  type VerifyOptions,
  verifyWebhook,
  type WebhookHeaders,
} from './webhooks.js';
