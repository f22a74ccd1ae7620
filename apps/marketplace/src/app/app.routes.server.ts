import { RenderMode, type ServerRoute } from '@angular/ssr';

/**
 * A guest's page is drawn on the server, whatever it is: public pages come with their text, private
 * ones with the way to the log-in, unknown ones with 404. The page server gives everyone else the
 * bare shell, which the browser fills (see `server.ts`).
 */
export const serverRoutes: ServerRoute[] = [
  { path: 'offline', renderMode: RenderMode.Client },
  { path: '**', renderMode: RenderMode.Server },
];
