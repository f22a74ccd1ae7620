import { inject, Service } from '@angular/core';
import type { ExportScope } from '@wire/audit';
import { Say } from '@ui/app/say';

/** "One contract", "1 Oct to 31 Oct", "Everything". */
@Service()
export class ScopeWords {
  private readonly say = inject(Say);

  of(scope: ExportScope): string {
    if (scope.kind !== 'period') return this.say.it(`audit.export.scopes.${scope.kind}`);
    const days = { from: this.say.day(scope.from), to: this.say.day(scope.to) };
    return this.say.it('audit.export.scopes.periodOf', days);
  }
}
