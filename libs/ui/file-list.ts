import { booleanAttribute, Component, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Icon } from './icon';

export interface ListedFile {
  id: string;
  name: string;
  size: number;
  url: string;
}

/** Stored files, to open; with `removable` to take away: `<ui-file-list label="Files" [files]="…" />`. */
@Component({
  selector: 'ui-file-list',
  imports: [Icon, TranslatePipe],
  template: `
    <ul [attr.aria-label]="label()">
      @for (file of files(); track file.id) {
        <li>
          <a [href]="file.url" target="_blank" rel="noopener">
            <ui-icon name="paperclip" [size]="16" />
            <bdi>{{ file.name }}</bdi>
            <small class="num">{{ size(file.size) }}</small>
          </a>
          @if (removable()) {
            <button
              type="button"
              [attr.aria-label]="'ui.remove' | translate: { what: file.name }"
              (click)="removed.emit(file.id)"
            >
              <ui-icon name="close" [size]="16" />
            </button>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
    }
    li {
      display: inline-flex;
      align-items: center;
      min-inline-size: 0;
      max-inline-size: 100%;
      border: 1px solid var(--line);
      border-radius: var(--radius-control);
      background: var(--surface);
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: var(--s2);
      min-block-size: 36px;
      min-inline-size: 0;
      padding-inline: var(--s3);
      color: var(--ink);
      font-size: var(--t14);
      text-decoration: none;
    }
    a:hover bdi {
      text-decoration: underline;
    }
    bdi {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    small,
    ui-icon {
      flex: none;
      color: var(--muted);
    }
    button {
      display: grid;
      place-items: center;
      inline-size: 32px;
      block-size: 32px;
      padding: 0;
      border: 0;
      border-radius: var(--radius-control);
      background: none;
      cursor: pointer;
    }
    button:hover {
      background: var(--sunken);
    }
    @media (pointer: coarse) {
      a {
        min-block-size: 44px;
      }
      button {
        inline-size: 44px;
        block-size: 44px;
      }
    }
  `,
})
export class FileList {
  readonly label = input.required<string>();
  readonly files = input.required<readonly ListedFile[]>();
  readonly removable = input(false, { transform: booleanAttribute });
  readonly removed = output<string>();

  protected size(bytes: number): string {
    return bytes < 1_048_576
      ? `${Math.ceil(bytes / 1024)} kB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`;
  }
}
