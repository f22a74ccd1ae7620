import { RenderMode, type ServerRoute } from '@angular/ssr';

/**
 * A guest's page is drawn on the server, whatever it is: public pages come with their text, private
 * ones with the way to the log-in, unknown ones with 404. The page server gives everyone else the
 * bare shell, which the browser fills (see `server.ts`). Forms are drawn in the browser, so that
 * nothing is typed into a page that does not listen yet.
 */
export const serverRoutes: ServerRoute[] = [
  ...[
    'offline',
    'login',
    'login/by-mail',
    'login/link',
    'login/sso',
    'login/sso/:organisation',
    'login/:provider',
    'arrival',
    '2fa',
    'forgot-password',
    'reset-password',
    'signup',
    'unsubscribe',
    'verify-email',
    'view-as',
  ].map((path) => ({
    path,
    renderMode: RenderMode.Client as const,
  })),
  { path: '**', renderMode: RenderMode.Server },
];
