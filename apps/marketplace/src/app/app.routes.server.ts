import { RenderMode, type ServerRoute } from '@angular/ssr';

/** Pages that a guest may read are drawn on the server; what needs a session is drawn in the browser. */
const drawnOnTheServer = [
  '',
  'search',
  'jobs',
  'jobs/:id',
  'talent',
  'talent/:slug',
  'p/:slug',
  'c/:category',
  'how-it-works',
  'fees',
  'legal/:doc',
  'login',
  'signup',
];

export const serverRoutes: ServerRoute[] = [
  ...drawnOnTheServer.map((path): ServerRoute => ({ path, renderMode: RenderMode.Server })),
  { path: '404', renderMode: RenderMode.Server, status: 404 },
  { path: '**', renderMode: RenderMode.Client },
];
