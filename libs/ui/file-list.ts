import { Component, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { FileView } from '@wire/files';
import { Icon } from './icon';

/** Stored files to download, each with its size and the start of its fingerprint (SHA-256). */
@Component({
  selector: 'ui-file-list',
  imports: [Icon, TranslatePipe],
  template: `
    <ul [attr.aria-label]="'ui.files' | translate">
      @for (file of files(); track file.id) {
        <li>
          <a [href]="file.url" target="_blank" rel="noopener">
            <ui-icon name="file" [size]="16" /><bdi>{{ file.name }}</bdi>
          </a>
          <small class="num">{{ size(file.size) }}</small>
          <code [attr.title]="file.sha256">{{ file.sha256.slice(0, 10) }}</code>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 2px;
      margin-block-start: var(--s2);
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--s3);
      min-block-size: 28px;
      font-size: var(--t14);
      line-height: 1.4;
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-inline-size: 0;
      min-block-size: 24px;
      overflow-wrap: anywhere;
    }
    small,
    code {
      color: var(--muted);
      font-size: var(--t12);
      white-space: nowrap;
    }
    @media (max-width: 560px) {
      code {
        display: none;
      }
    }
  `,
})
export class FileList {
  readonly files = input.required<readonly FileView[]>();

  protected size(bytes: number): string {
    return bytes < 1_048_576
      ? `${Math.ceil(bytes / 1024)} kB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`;
  }
}
