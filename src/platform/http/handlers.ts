import { PATH_METADATA } from '@nestjs/common/constants.js';
import { type DiscoveryService, type MetadataScanner } from '@nestjs/core';

/** Where Swagger keeps what `@ApiOperation` said. */
const OPERATION_METADATA = 'swagger/apiOperation';

/** A method of a controller, which carries what its decorators said. */
export interface Handler {
  /** Path of its controller. */
  readonly base: string;
  readonly method: object;
}

/** Every handler of the api. */
export function handlersOf(discovery: DiscoveryService, scanner: MetadataScanner): Handler[] {
  return discovery.getControllers().flatMap(({ instance }) => {
    const controller = instance as object | undefined;
    if (controller === undefined) return [];
    const prototype = Object.getPrototypeOf(controller) as Record<string, object>;
    const base = Reflect.getMetadata(PATH_METADATA, controller.constructor) as string;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method = prototype[name];
      return method === undefined ? [] : [{ base, method }];
    });
  });
}

/** Its `operationId`; undefined where it is not in the contract. */
export function operationIdOf({ method }: Handler): string | undefined {
  return (Reflect.getMetadata(OPERATION_METADATA, method) as { operationId?: string } | undefined)?.operationId;
}
