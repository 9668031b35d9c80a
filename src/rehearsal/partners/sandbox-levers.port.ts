import { type Lever } from '../domain/simulation-kind.js';

/** The simulated outside world, told what to do: no partner, and no secret. */
export abstract class SandboxLevers {
  /**
   * @returns what it answers
   * @throws PartnerRejectedError when it will not, PartnerUnavailableError when nobody knows whether it did: ask again
   */
  abstract pull(lever: Lever): Promise<object>;
}
