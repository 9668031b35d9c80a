import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';

import { AuthModule } from '../auth/auth.module.js';
import { SandboxTenants } from './sandbox-tenants.js';
import { TenantsController } from './tenants.controller.js';

/** Whose data it is, and how a sandbox tenant comes to be. */
@Module({ imports: [DiscoveryModule, AuthModule], controllers: [TenantsController], providers: [SandboxTenants] })
export class TenantsModule {}
