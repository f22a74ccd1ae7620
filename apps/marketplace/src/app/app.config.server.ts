import { type ApplicationConfig, mergeApplicationConfig } from '@angular/core';
import { provideServerRendering, withRoutes } from '@angular/ssr';
import { serverBackend } from '@ui/app/server-backend';
import { appConfig } from './app.config';
import { serverRoutes } from './app.routes.server';

const onTheServer: ApplicationConfig = {
  providers: [provideServerRendering(withRoutes(serverRoutes)), serverBackend],
};
export const serverConfig = mergeApplicationConfig(appConfig, onTheServer);
