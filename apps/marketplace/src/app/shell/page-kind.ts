import type { ActivatedRouteSnapshot } from '@angular/router';

/** The kind of a page, as its routes are written: `/jobs/:jobId`, never which job. */
export function kindOf(root: ActivatedRouteSnapshot): string {
  const parts: string[] = [];
  for (let at: ActivatedRouteSnapshot | null = root; at; at = at.firstChild)
    if (at.routeConfig?.path && at.routeConfig.path !== '**') parts.push(at.routeConfig.path);
  return `/${parts.join('/')}`;
}
