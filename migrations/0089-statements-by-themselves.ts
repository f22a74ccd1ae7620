import { Migration } from '@mikro-orm/migrations';

/** Nobody issued a statement that the house issues when a month is over. */
export class StatementsByThemselves0089 extends Migration {
  override up(): void {
    this.addSql('alter table org_statements alter column issued_by drop not null;');
  }
}
