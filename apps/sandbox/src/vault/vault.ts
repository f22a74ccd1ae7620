import { hexId, isSame } from '../core/ids';
import { Setting } from '../core/setting';
import type { Store } from '../core/store';

export interface Version {
  data: Record<string, unknown>;
  created_time: string;
  version: number;
}

/** The root token and the one AppRole of this Vault, as `vault server -dev` has a known root token. */
export const devToken = 'hvs.sandbox-root';
export const devRole = { role_id: 'guildhall', secret_id: 'sandbox-secret-id' };

/** KV version 2 with every version kept, and log-in by AppRole. */
export class Vault {
  private readonly secrets: Setting<Record<string, Version[]>>;
  private readonly tokens: Setting<string[]>;

  constructor(store: Store) {
    this.secrets = new Setting(store, 'vault.secrets', {});
    this.tokens = new Setting<string[]>(store, 'vault.tokens', []);
  }

  logIn(roleId: string, secretId: string): string | undefined {
    if (!isSame(roleId, devRole.role_id) || !isSame(secretId, devRole.secret_id)) return undefined;
    const token = hexId('hvs.');
    this.tokens.set([...this.tokens.get(), token].slice(-100));
    return token;
  }

  letsIn(token: string): boolean {
    return [devToken, ...this.tokens.get()].some((one) => isSame(one, token));
  }

  read(path: string, version?: number): Version | undefined {
    const versions = this.secrets.get()[path] ?? [];
    return version ? versions.find((one) => one.version === version) : versions.at(-1);
  }

  write(path: string, data: Record<string, unknown>): Version {
    const all = this.secrets.get();
    const versions = all[path] ?? [];
    const next = {
      data,
      created_time: new Date().toISOString(),
      version: (versions.at(-1)?.version ?? 0) + 1,
    };
    this.secrets.set({ ...all, [path]: [...versions, next] });
    return next;
  }
}
