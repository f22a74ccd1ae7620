import { Migration } from '@mikro-orm/migrations';

/** More read models whose tables nobody else writes: they may be built anew and swapped. */
export class ReadModels0070 extends Migration {
  override up(): void {
    this.addSql(`insert into record.read_models values
      ('upcoming_releases'), ('gateway_money'), ('manual_journals'), ('recon_open_escrows'),
      ('recon_takings'), ('account_activity'), ('screening_movements')`);
  }
}
